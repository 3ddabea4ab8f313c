package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.model.ModelDigest;
import io.credence.score.Scored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A model with a distribution that is written elsewhere and found on the class path. */
class FoundDistributionTest {

  private static final GenericRecord ROW = Slopes.row(0, 2.0, 0);

  @RegisterExtension final TestPipelineExtension junit = TestPipelineExtension.create();

  private final Path folder;

  FoundDistributionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ModelRef predicting(String predict, String name) throws Exception {
    Path copy = Slopes.copyTo(folder.resolve(name));
    Path yaml = copy.resolve("model.yaml");
    List<String> lines =
        Files.readAllLines(yaml).stream()
            .filter(line -> !line.startsWith("verify:"))
            .map(line -> line.startsWith("predict:") ? "predict: " + predict : line)
            .toList();
    Files.write(yaml, lines);
    return ModelRef.at(copy.toString());
  }

  private static PCollection<Scored> scored(
      TestPipeline pipeline, String step, Score<GenericRecord> score) {
    return pipeline
        .apply(step + ": rows", Create.of(ROW).withCoder(Slopes.CODER))
        .apply(step, score)
        .results()
        .apply(
            step + ": scores", MapElements.into(TypeDescriptor.of(Scored.class)).via(KV::getValue));
  }

  @Test
  void isFoundAndSampled(TestPipeline pipeline) throws Exception {
    ModelRef model = predicting("triangle(x, 4)", "width");
    PAssert.thatSingleton(scored(pipeline, "Score", Score.avro(model).withSamples()))
        .satisfies(
            score -> {
              double[] samples = score.samples(0);
              assertThat(samples).hasSize(1000).doesNotHaveDuplicates();
              assertThat(Arrays.stream(samples).allMatch(y -> y >= 2 && y < 6)).isTrue();
              // The sd of a mean of 1,000 is 0.026.
              assertThat(Arrays.stream(samples).average().orElseThrow()).isBetween(3.87, 4.13);
              return null;
            });
    pipeline.run();
  }

  @Test
  void givesTheSameNoiseToModelsOfOneNoiseId(TestPipeline pipeline) throws Exception {
    ModelRef one = predicting("triangle(x, 4)", "one");
    ModelRef other = predicting("triangle(x, high = x + 4)", "other");
    ModelDigest noiseId = one.model().digest();
    assertThat(other.model().digest()).isNotEqualTo(noiseId);
    PCollection<Scored> first = scored(pipeline, "Score", Score.avro(one).withSamples());
    PCollection<Scored> second =
        scored(pipeline, "Other", Score.avro(other).withNoiseId(noiseId).withSamples());
    PAssert.that(PCollectionList.of(first).and(second).apply(Flatten.pCollections()))
        .satisfies(
            scores -> {
              assertThat(
                      StreamSupport.stream(scores.spliterator(), false)
                          .map(score -> Arrays.toString(score.samples(0)))
                          .distinct())
                  .hasSize(1);
              return null;
            });
    pipeline.run();
  }
}
