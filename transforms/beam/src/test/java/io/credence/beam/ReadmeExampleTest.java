package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credence.score.Scored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.io.parquet.ParquetIO;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, as it stands there. */
class ReadmeExampleTest {

  private static final String SOURCE =
      "transforms/beam/src/test/java/io/credence/beam/ReadmeExampleTest.java";

  private final Path folder;

  ReadmeExampleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void scoresTheSampleData() throws Exception {
    String output = folder.toString();
    // readme:begin
    Schema schema = // All columns of the file, in their order: ParquetIO pairs them by position.
        SchemaBuilder.record("Row")
            .fields()
            .requiredLong("id")
            .requiredDouble("x")
            .requiredLong("category")
            .requiredDouble("y")
            .endRecord();
    Pipeline pipeline = Pipeline.create();
    Outcome<GenericRecord, Scored> scored =
        pipeline
            .apply(ParquetIO.read(schema).from("samples/category-slopes/features.parquet"))
            .apply(
                Score.avro(ModelRef.at("samples/category-slopes"))
                    .withNumSamples(2000)
                    .withSeed(7));
    scored
        .results()
        .apply(
            MapElements.into(TypeDescriptors.strings())
                .via(r -> r.getKey().get("id") + ": " + r.getValue().summary().median()))
        .apply(TextIO.write().to(output + "/medians"));
    scored
        .deadLetters()
        .apply("Why", MapElements.into(TypeDescriptors.strings()).via(DeadLetter::message))
        .apply("Write", TextIO.write().to(output + "/rejected"));
    pipeline.run().waitUntilFinish();
    // readme:end
    List<String> medians = lines("medians");
    assertThat(medians).hasSize(2_000).allMatch(line -> line.matches("\\d+: -?\\d.*"));
    // Row 1 has x = 4.5826 and category 2, whose slope is 1.5017 in the mean: columns in a muddle
    // would show. Its 2,000 samples have an sd of 0.75, so their median one of about 0.02.
    assertThat(medians)
        .filteredOn(line -> line.startsWith("1: "))
        .singleElement()
        .satisfies(
            line ->
                assertThat(Double.parseDouble(line.substring(3)))
                    .isCloseTo(4.5826 * 1.5017, within(0.15)));
    assertThat(lines("rejected")).isEmpty();
  }

  @Test
  void standsInTheReadme() throws Exception {
    String source = Files.readString(Path.of(SOURCE));
    int begin = source.indexOf("// readme:begin\n") + "// readme:begin\n".length();
    String example = source.substring(begin, source.indexOf("\n    // readme:end")).stripIndent();
    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + example + "\n```");
  }

  private List<String> lines(String prefix) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(prefix)).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }
}
