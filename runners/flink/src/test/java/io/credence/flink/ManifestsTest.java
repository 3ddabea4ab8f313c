package io.credence.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.serialization.YamlMapperFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Flink's operator will be asked for is what it understands, as far as its schema says. */
class ManifestsTest {

  private static final Path FOLDER = Path.of("kubernetes");
  private static final Path SERVER = Path.of("../server/kubernetes/server.yaml");

  private static ManifestSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    schema = ManifestSchema.ofFlinkDeployment();
  }

  static List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void manifestsAreValid(Path manifest) throws IOException {
    assertThat(schema.faults(Files.readString(manifest))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a misspelt field of the job      | parallelism: 4        | parallelsm: 4        | parallelsm
          a misspelt field of all          | flinkVersion:         | flinkVersoin:        | flinkVersoin
          a misspelt field of the resource | kind:                 | kynd:                | kynd
          a wrong type                     | parallelism: 4        | parallelism: four    | $.spec.job.parallelism:
          a number where text is read      | Slots: "2"            | Slots: 2             | taskmanager.numberOfTaskSlots
          a version that is not known      | v1_19                 | v1_9                 | $.spec.flinkVersion:
          another kind                     | kind: FlinkDeployment | kind: Deployment     | $.kind:
          another version of the schema    | /v1beta1              | /v1                  | $.apiVersion:
          """)
  void defectsAreRefused(String defect, String sound, String broken, String where)
      throws IOException {
    String manifest = Files.readString(FOLDER.resolve("batch.yaml"));
    assertThat(manifest).as(defect).contains(sound);

    assertThat(schema.faults(manifest.replace(sound, broken)))
        .as(defect)
        .anyMatch(fault -> fault.contains(where));
  }

  /** The operator takes a pod's fields too, deep down, and by far the most of its schema. */
  @Test
  void misspeltFieldsOfPodsAreRefused() throws IOException {
    assertThat(schema.faults(withContainer("name: c, image: i, resources: {limits: {cpu: 1}}")))
        .isEmpty();
    assertThat(schema.faults(withContainer("name: c, image: i, resources: {limit: {cpu: 1}}")))
        .anyMatch(fault -> fault.contains("limit"));
  }

  /** Pods are the same wherever they are described. */
  @Test
  void podsOfTheServerAreValid() throws IOException {
    String manifests = Files.readString(SERVER);
    String first = manifests.substring(0, manifests.indexOf("\n---\n"));
    JsonNode deployment = YamlMapperFactory.getInstance().readTree(first);
    String pod = deployment.at("/spec/template/spec").toString();

    assertThat(deployment.path("kind").asText()).isEqualTo("Deployment");
    assertThat(schema.faults(withPod(pod))).isEmpty();
    assertThat(schema.faults(withPod(pod.replace("readOnlyRootFilesystem", "readOnlyRoot"))))
        .anyMatch(fault -> fault.contains("readOnlyRoot"));
  }

  private static String withPod(String spec) {
    return """
    apiVersion: flink.apache.org/v1beta1
    kind: FlinkDeployment
    metadata: {name: n}
    spec: {podTemplate: {spec: %s}}
    """
        .formatted(spec);
  }

  private static String withContainer(String container) {
    return withPod("{containers: [{%s}]}".formatted(container));
  }
}
