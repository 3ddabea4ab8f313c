package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credence.model.Output;
import io.credence.score.Scored;
import io.credence.summary.SummarySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A model with a random step and two outputs, in a pipeline. */
class SeveralOutputsTest {

  private static final String OUTPUTS =
      """
      draw:
        z: normal(mu = slope * x, sigma = sigma)
      outputs:
        sales: exp(z)
        over: sales > 100
      """;

  @RegisterExtension final TestPipelineExtension junit = TestPipelineExtension.create();

  private final ModelRef model;

  SeveralOutputsTest(@TempDir Path folder) throws Exception {
    Path copy = Slopes.copyTo(folder.resolve("joint"));
    Path yaml = copy.resolve("model.yaml");
    String text = Files.readString(yaml);
    Files.writeString(
        yaml,
        text.replace("target: y\n", "")
            .replace("verify: verify.jsonl", "")
            .replaceFirst("predict:.*\n", OUTPUTS));
    model = ModelRef.at(copy.toString());
  }

  private PCollection<GenericRecord> rows(TestPipeline pipeline) {
    return pipeline.apply(Create.of(Slopes.GOOD).withCoder(Slopes.CODER));
  }

  @Test
  void areScoredTogether(TestPipeline pipeline) {
    assertThat(model.model().outputs())
        .containsExactly(Output.real("sales"), Output.integer("over"));
    SummarySpec tail = SummarySpec.defaults().withExceedance(100).withBins(0);
    PCollection<Scored> scores =
        rows(pipeline)
            .apply(Score.avro(model).withSummary("sales", tail).withSamples())
            .results()
            .apply(MapElements.into(TypeDescriptor.of(Scored.class)).via(KV::getValue));
    PAssert.that(scores)
        .satisfies(
            all -> {
              assertThat(all)
                  .hasSize(10)
                  .allSatisfy(
                      score -> {
                        // They are of the same random step: a share that is counted twice.
                        assertThat(score.summary(0).exceedance(0))
                            .isCloseTo(score.summary(1).mean(), within(1e-12));
                        for (int i = 0; i < score.samples(0).length; i++) {
                          assertThat(score.samples(0)[i] > 100 ? 1.0 : 0.0)
                              .isEqualTo(score.samples(1)[i]);
                        }
                      });
              return null;
            });
    pipeline.run();
  }

  @Test
  void samplesThatAreReducedLaterGiveTheScores(TestPipeline pipeline) {
    PCollection<GenericRecord> rows = rows(pipeline);
    PCollection<KV<GenericRecord, Scored>> atOnce = rows.apply(Score.avro(model)).results();
    PCollection<KV<GenericRecord, Scored>> inTwo =
        rows.apply(SamplePredictive.avro(model))
            .results()
            .apply(SummarizeSamples.avro(model, SummarySpec.defaults()))
            .results();
    PAssert.that(inTwo)
        .satisfies(
            all -> {
              assertThat(all).hasSize(10);
              return null;
            });
    PAssert.that(
            PCollectionList.of(atOnce)
                .and(inTwo)
                .apply(Flatten.pCollections())
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(each -> Slopes.id(each.getKey()) + " " + each.getValue()))
                .apply(Count.perElement()))
        .satisfies(
            counts -> {
              assertThat(counts)
                  .hasSize(10)
                  .allSatisfy(each -> assertThat(each.getValue()).isEqualTo(2));
              return null;
            });
    pipeline.run();
  }
}
