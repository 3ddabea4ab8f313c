package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.predict.FieldReader;
import io.credence.score.Scored;
import io.credence.summary.SummarySpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scoring as a transform, on the DirectRunner with all of its checks. */
class ScoreTest {

  @RegisterExtension final TestPipelineExtension junit = TestPipelineExtension.create();

  private final ModelRef model = Slopes.model();

  private static List<GenericRecord> shuffledRows() {
    List<GenericRecord> all = new ArrayList<>(Slopes.GOOD);
    all.addAll(Slopes.BAD);
    Collections.reverse(all);
    return all;
  }

  private static PCollection<GenericRecord> rows(TestPipeline pipeline) {
    return pipeline.apply(Create.of(shuffledRows()).withCoder(Slopes.CODER));
  }

  private static PCollection<KV<Long, Scored>> byId(
      PCollection<KV<GenericRecord, Scored>> results, String name) {
    return results.apply(
        name,
        MapElements.into(
                TypeDescriptors.kvs(TypeDescriptors.longs(), TypeDescriptor.of(Scored.class)))
            .via(result -> KV.of(Slopes.id(result.getKey()), result.getValue())));
  }

  private static PCollection<KV<Long, Iterable<Scored>>> pairs(
      PCollection<KV<GenericRecord, Scored>> one, PCollection<KV<GenericRecord, Scored>> other) {
    return PCollectionList.of(byId(one, "One by id"))
        .and(byId(other, "Other by id"))
        .apply(Flatten.pCollections())
        .apply(GroupByKey.create());
  }

  private static <T> Stream<T> stream(Iterable<T> values) {
    return StreamSupport.stream(values.spliterator(), false);
  }

  /** Messages of a topic, which know their offset. */
  private static final class Messages implements RecordFormat<GenericRecord> {

    private static final long serialVersionUID = 1;

    private final RecordFormat<GenericRecord> avro = RecordFormat.avro();

    @Override
    public FieldReader<GenericRecord> reader(List<String> names) {
      return avro.reader(names);
    }

    @Override
    public void writeJson(GenericRecord record, JsonGenerator out) throws IOException {
      avro.writeJson(record, out);
    }

    @Override
    public RecordSource source(GenericRecord record) {
      return new RecordSource(null, null, "slopes", 0, Slopes.id(record), null);
    }
  }

  @Test
  void deadLettersSayWhereARecordCameFromWhenItsFormatTells(TestPipeline pipeline) {
    PCollection<Long> offsets =
        rows(pipeline)
            .apply(Score.of(model, new Messages()))
            .deadLetters()
            .apply(MapElements.into(TypeDescriptors.longs()).via(ScoreTest::offset));
    PAssert.that(offsets).containsInAnyOrder(Slopes.BAD.stream().map(Slopes::id).toList());
    pipeline.run();
  }

  private static long offset(DeadLetter letter) {
    return Objects.requireNonNull(Objects.requireNonNull(letter.source()).offset());
  }

  @Test
  void samplingAndSummarizingIsScoringToTheBit(TestPipeline pipeline) {
    SummarySpec summary = SummarySpec.defaults().withHdi(0.9, 0.5).withEti(0.89).withBins(7);
    PCollection<GenericRecord> rows = rows(pipeline);
    Outcome<GenericRecord, Scored> atOnce =
        rows.apply(
            Score.avro(model)
                .withSummary(summary)
                .withNumSamples(1_500)
                .withSeed(3)
                .withKeyField("id"));
    Outcome<GenericRecord, Samples> drawn =
        rows.apply(
            SamplePredictive.avro(model).withSeed(3).withKeyField("id").withNumSamples(1_500));
    Outcome<GenericRecord, Scored> inSteps =
        drawn.results().apply(SummarizeSamples.avro(model, summary));
    PAssert.that(pairs(atOnce.results(), inSteps.results()))
        .satisfies(
            pairs -> {
              assertThat(stream(pairs)).hasSize(Slopes.GOOD.size());
              for (KV<Long, Iterable<Scored>> pair : pairs) {
                List<Scored> scores = stream(pair.getValue()).toList();
                assertThat(scores).hasSize(2);
                assertThat(scores.get(0)).isEqualTo(scores.get(1));
              }
              return null;
            });
    PAssert.that(drawn.deadLetters()).containsInAnyOrder(Slopes.letters(model));
    PAssert.that(atOnce.deadLetters()).containsInAnyOrder(Slopes.letters(model));
    PAssert.that(inSteps.deadLetters()).empty();
    pipeline.run();
  }

  @Test
  void emittedSamplesAreThoseThatWereReduced(TestPipeline pipeline) {
    PCollection<GenericRecord> rows = rows(pipeline);
    PCollection<KV<GenericRecord, Scored>> results =
        rows.apply(Score.avro(model).withNumSamples(101).withSamples()).results();
    PAssert.that(results)
        .satisfies(
            scores -> {
              scores.forEach(
                  score -> {
                    double[] samples = score.getValue().samples(0).clone();
                    java.util.Arrays.sort(samples);
                    assertThat(samples).hasSize(101);
                    assertThat(samples[50]).isEqualTo(score.getValue().summary().median());
                  });
              return null;
            });
    pipeline.run();
  }

  @Test
  void everyRecordIsInOneOfTheTwoOutputsOnce(TestPipeline pipeline) {
    Outcome<GenericRecord, Scored> outcome = rows(pipeline).apply(Score.avro(model));
    PAssert.that(
            byId(outcome.results(), "Ids")
                .apply(MapElements.into(TypeDescriptors.longs()).via(KV::getKey)))
        .containsInAnyOrder(LongStream.range(0, 10).boxed().toList());
    PAssert.that(outcome.deadLetters()).containsInAnyOrder(Slopes.letters(model));
    Collection<MetricResult<Long>> counters =
        (Collection<MetricResult<Long>>)
            pipeline
                .run()
                .metrics()
                .queryMetrics(
                    MetricsFilter.builder()
                        .addNameFilter(MetricNameFilter.inNamespace(ScoringMetrics.NAMESPACE))
                        .build())
                .getCounters();
    assertThat(counters)
        .extracting(counter -> counter.getName().getName() + "=" + counter.getCommitted())
        .contains(
            "records_scored=10",
            "dead_letters_MISSING_FEATURE=1",
            "dead_letters_OUT_OF_RANGE=1",
            "dead_letters_NOT_FINITE=1");
  }

  @Test
  void unseenLevelsAreNamed(TestPipeline pipeline) {
    PAssert.that(byId(rows(pipeline).apply(Score.avro(model)).results(), "Ids"))
        .satisfies(
            scores -> {
              assertThat(stream(scores).filter(s -> !s.getValue().unseenLevels().isEmpty()))
                  .singleElement()
                  .satisfies(s -> assertThat(s.getKey()).isEqualTo(9))
                  .satisfies(
                      s -> assertThat(s.getValue().unseenLevels()).containsExactly("category=77"));
              return null;
            });
    pipeline.run();
  }

  @Test
  void withGivesACopy() {
    Score<GenericRecord> score = Score.avro(model);
    assertThat(score.withNumSamples(5)).isNotSameAs(score);
    assertThat(numSamples(score)).isEqualTo(1_000L);
    assertThat(numSamples(score.withNumSamples(5))).isEqualTo(5L);
    assertThat(numSamples(score.withNumSamples(5).withSeed(1).withKeyField("id").withSamples()))
        .isEqualTo(5L);
  }

  private static Object numSamples(Score<GenericRecord> score) {
    return DisplayData.from(score).asMap().entrySet().stream()
        .filter(item -> item.getKey().getKey().equals("numSamples"))
        .map(item -> item.getValue().getValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aParameterIsCheckedWhereItIsSet() {
    assertThatThrownBy(() -> Score.avro(model).withNumSamples(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> SamplePredictive.avro(model).withNumSamples(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
