package io.credence.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schema of model.yaml says what the kernel's loader says: of the malformed files that are the
 * loader's test cases, it refuses those with a defect of structure, and accepts those that only a
 * look into posterior and expressions can refuse.
 */
class ModelSchemaTest {

  private static final Path SAMPLES = Path.of("../samples");
  private static final Path MALFORMED =
      Path.of("../transforms/kernel/src/test/resources/io/credence/folder/malformed");

  static List<Path> structure() throws IOException {
    return yaml(MALFORMED.resolve("structure"));
  }

  static List<Path> meaning() throws IOException {
    return yaml(MALFORMED.resolve("meaning"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"category-slopes", "flights"})
  void samplesAreValid(String sample) throws Exception {
    assertThat(faults(Files.readString(SAMPLES.resolve(sample).resolve("model.yaml")))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("structure")
  void defectsOfStructureAreInvalid(Path file) throws Exception {
    assertThat(faults(Files.readString(file))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("meaning")
  void defectsOfMeaningAreValid(Path file) throws Exception {
    assertThat(faults(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: double}",
        "{type: double, min: -1.5, max: 1e3, default: 0}",
        "{type: int, min: 0}",
        "{type: int, levels: [-1, 0, 12], default: 12}",
        "{type: int, levels: ['1', '2']}",
        "{type: int, levels: region}",
        "{type: bool, default: true}",
        "{type: string, levels: [AA, 1, true], default: AA}",
        "{type: string, levels: carrier}",
        "{type: string, levels: carrier, reference: AA, missing: unseen}",
        "{type: bool, numbers: true}",
        "{type: timestamp, unit: d, origin: 2024-01-01, min: 0}",
        "{type: vector, size: 16}",
      })
  void soundFeaturesAreValid(String feature) throws Exception {
    assertThat(faults(model("  x: " + feature + "\n", ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: timestamp}",
        "{type: timestamp, unit: d}",
        "{type: timestamp, origin: 2024-01-01}",
        "{type: timestamp, unit: week, origin: 2024-01-01}",
        "{type: double, unit: d}",
        "{type: double, size: 3}",
        "{type: double, numbers: true}",
        "{type: double, reference: a}",
        "{type: vector}",
        "{type: vector, size: 0}",
        "{type: vector, size: 2, default: 1}",
        "{type: vector, size: 2, min: 1}",
        "{type: string, levels: [a], missing: unseen, default: a}",
      })
  void whatTheLoaderRefusesIsInvalid(String feature) throws Exception {
    assertThat(faults(model("  x: " + feature + "\n", ""))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unseen: {category: {beta: normal(0, 2)}}\n",
        "unseen:\n  category: {beta: normal(0, 2), gamma: normal(0, 3)}\n",
        "unseen:\n  category:\n    beta: normal(0, 2)\n",
        "let:\n  slope: 1.5\n  σ_2: sigma ** 2\n",
      })
  void soundPartsAreValid(String part) throws Exception {
    assertThat(faults(model("  x: {type: double}\n", part))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draw:\n  z: normal(0, 1)\noutputs:\n  loss: exp(z)\n  over: loss > 3\n",
        "format: forest/1\noutputs: [loss, over]\n",
        "format: forest/1\ntarget: y\n",
      })
  void soundOutputsAreValid(String outputs) throws Exception {
    assertThat(faults(withoutOutput() + outputs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outputs: {}\n",
        "outputs: [loss]\n",
        "outputs:\n  loss-a: x\n",
        "outputs:\n  loss: x\ntarget: y\n",
        "outputs:\n  loss: x\npredict: x\n",
        "format: forest/1\noutputs:\n  loss: x\n",
        "format: forest/1\ntarget: y\ndraw:\n  z: normal(0, 1)\n",
        "draw: normal(0, 1)\ntarget: y\npredict: x\n",
      })
  void otherOutputsAreInvalid(String outputs) throws Exception {
    assertThat(faults(withoutOutput() + outputs)).isNotEmpty();
  }

  private static String withoutOutput() {
    return model("  x: {type: double}\n", "").lines().limit(6).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String model(String feature, String part) {
    return """
    credence: 1
    name: m
    version: 1.0
    posterior: posterior.nc
    features:
    %starget: y
    predict: normal(x, 1)
    %s"""
        .formatted(feature, part);
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Set<ValidationMessage> faults(String yaml) throws IOException {
    try (InputStream in = ModelSchemaTest.class.getResourceAsStream("model.schema.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Objects.requireNonNull(in));
      return schema.validate(yaml, InputFormat.YAML);
    }
  }
}
