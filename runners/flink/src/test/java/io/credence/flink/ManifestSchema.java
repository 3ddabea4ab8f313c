package io.credence.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.YamlMapperFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * The schema of a kind of manifest, from the operator's own definition of it, but stricter:
 * Kubernetes drops fields that it does not know, and a misspelt one goes unnoticed.
 */
final class ManifestSchema {

  /** It makes trees of YAML, and no objects of whatever class a file names. */
  private static final ObjectMapper YAML = YamlMapperFactory.getInstance();

  /** In the operator's jar. */
  private static final String DEFINITION =
      "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  /** What Kubernetes knows of every kind, and definitions therefore leave out. */
  private static final String HEAD =
      """
      apiVersion: {const: %s}
      kind: {const: %s}
      metadata:
        type: object
        required: [name]
        properties:
          name: {type: string}
          namespace: {type: string}
          labels: {type: object, additionalProperties: {type: string}}
          annotations: {type: object, additionalProperties: {type: string}}
      """;

  private final JsonSchema schema;

  private ManifestSchema(JsonNode schema) {
    this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }

  /** The schema of what describes a cluster of Flink and its job. */
  static ManifestSchema ofFlinkDeployment() throws IOException {
    try (InputStream in = ManifestSchema.class.getResourceAsStream(DEFINITION)) {
      return ofDefinition(YAML.readTree(Objects.requireNonNull(in, DEFINITION)).path("spec"));
    }
  }

  private static ManifestSchema ofDefinition(JsonNode definition) throws IOException {
    JsonNode version = definition.path("versions").path(0);
    ObjectNode schema = (ObjectNode) version.path("schema").path("openAPIV3Schema");
    String apiVersion = definition.path("group").asText() + "/" + version.path("name").asText();
    String kind = definition.path("names").path("kind").asText();
    ((ObjectNode) schema.path("properties"))
        .setAll((ObjectNode) YAML.readTree(HEAD.formatted(apiVersion, kind)));
    schema.putArray("required").add("apiVersion").add("kind").add("metadata").add("spec");
    refuseUnknownFields(schema);
    return new ManifestSchema(schema);
  }

  /** Goes from schema to schema and not from node to node, as a field may have a keyword's name. */
  private static void refuseUnknownFields(JsonNode schema) {
    if (!(schema instanceof ObjectNode node)) {
      return;
    }
    node.path("properties").forEach(ManifestSchema::refuseUnknownFields);
    refuseUnknownFields(node.path("items"));
    refuseUnknownFields(node.path("additionalProperties"));
    boolean open =
        node.has("additionalProperties")
            || node.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    if (node.has("properties") && !open) {
      node.put("additionalProperties", false);
    }
    // The validator would warn of each keyword that only Kubernetes knows.
    node.remove("x-kubernetes-int-or-string");
  }

  /** All that is wrong with a manifest: where and what. */
  List<String> faults(String yaml) {
    return schema.validate(yaml, InputFormat.YAML).stream()
        .map(ValidationMessage::toString)
        .toList();
  }
}
