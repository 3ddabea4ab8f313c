package io.credence.messages.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.problem.Problems;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A registry of schemas, by the part of Confluent's REST API that others serve too.
 *
 * <p>Not thread-safe.
 */
public final class SchemaRegistry {

  /** An answer that can be read in two ways is none. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Of Confluent's API: the schema is not there, while another 404 means that the API is not. */
  private static final int SCHEMA_NOT_FOUND = 40403;

  private final RegistryHttp http;

  /**
   * @throws IllegalArgumentException when the settings have no USER:PASSWORD where one must be
   */
  public SchemaRegistry(URI url, Map<String, ?> settings) {
    this.http = new RegistryHttp(url, settings);
  }

  /** Adds a line when a registry can't be used, for whatever reason. */
  public static void check(URI url, Map<String, ?> settings, Problems problems) {
    try {
      RegistryHttp.Answer answer = new RegistryHttp(url, settings).get("/schemas/types");
      if (!answer.isGood()) {
        problems.add(answer.complaint());
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The schema with a number; none when the registry has none.
   *
   * @throws IllegalArgumentException when it is no Avro schema
   * @throws IOException when the registry does not say
   */
  public Optional<Schema> schema(int id) throws IOException {
    RegistryHttp.Answer answer = http.get("/schemas/ids/" + id);
    if (answer.status() == 404 && errorCode(answer) == SCHEMA_NOT_FOUND) {
      return Optional.empty();
    }
    return Optional.of(parse(tree(answer)));
  }

  /**
   * Adds a schema to a subject, unless it is there.
   *
   * @return its number
   * @throws IOException when the registry does not take it
   */
  public int register(String subject, Schema schema) throws IOException {
    ObjectNode request = JSON.createObjectNode().put("schema", schema.toString());
    RegistryHttp.Answer answer =
        http.post("/subjects/" + encoded(subject) + "/versions", request.toString());
    JsonNode id = tree(answer).path("id");
    if (!id.canConvertToInt() || !id.isIntegralNumber()) {
      throw new IOException(answer.complaint());
    }
    return id.intValue();
  }

  private Schema parse(JsonNode answer) throws IOException {
    String type = answer.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new IllegalArgumentException("is one of " + type + " and not of Avro");
    }
    // What is out there may have defaults that don't fit; no message is read by them.
    Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
    new SchemaReferences(path -> tree(http.get(path)), parser).add(answer);
    return SchemaText.parse(answer.path("schema").asText(), parser);
  }

  private static JsonNode tree(RegistryHttp.Answer answer) throws IOException {
    if (!answer.isGood()) {
      throw new IOException(answer.complaint());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IOException(answer.complaint(), e);
    }
  }

  private static int errorCode(RegistryHttp.Answer answer) {
    try {
      return JSON.readTree(answer.body()).path("error_code").asInt();
    } catch (JsonProcessingException e) {
      return 0;
    }
  }

  static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
