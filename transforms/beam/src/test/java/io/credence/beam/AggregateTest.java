package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.aggregate.AggregateSpec;
import io.credence.aggregate.Aggregator;
import io.credence.aggregate.GroupKey;
import io.credence.aggregate.GroupReduction;
import io.credence.aggregate.GroupSums;
import io.credence.aggregate.GroupTotal;
import io.credence.aggregate.Groups;
import io.credence.aggregate.Statistic;
import io.credence.deadletter.UnscorableException;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.summary.SummarySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.CombineFnTester;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Totals in a pipeline of one's own, held against those of one thread that reads all records. */
class AggregateTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.standardMinutes(1);
  private static final ScoreSpec SCORE =
      new ScoreSpec(
          PredictSpec.DEFAULT.withNumSamples(20).withKeyField("id"),
          SummarySpec.defaults().withQuantiles(0.1),
          true);
  private static final AggregateSpec SPEC =
      new AggregateSpec(
          SCORE,
          List.of(List.of("category"), List.of()),
          List.of(Statistic.sum("y"), Statistic.mean("y")),
          null);

  @RegisterExtension final TestPipelineExtension junit = TestPipelineExtension.create();

  private final ModelRef model = Slopes.model();

  private static List<GenericRecord> all() {
    List<GenericRecord> rows = new ArrayList<>(Slopes.GOOD);
    rows.addAll(Slopes.BAD);
    return rows;
  }

  /** What one thread makes of records. */
  private Groups groups(List<GenericRecord> records) {
    RecordFormat<GenericRecord> format = RecordFormat.avro();
    Aggregator<GenericRecord> aggregator =
        Aggregator.of(model.model(), SPEC, format.reader(Aggregator.fields(model.model(), SPEC)));
    Groups groups = aggregator.groups();
    for (GenericRecord each : records) {
      try {
        aggregator.draw(each);
        aggregator.add(each, groups);
      } catch (UnscorableException e) {
        aggregator.addDeadLetter(each, groups);
      }
    }
    return groups;
  }

  private List<GroupTotal> totals(List<GenericRecord> records) {
    GroupReduction reduction = GroupReduction.of(model.model(), SPEC);
    List<GroupTotal> totals = new ArrayList<>();
    groups(records).take().forEach((key, sums) -> totals.add(reduction.reduce(key, sums)));
    return totals;
  }

  @Test
  void anyOrderGivesTheSameTotals(TestPipeline pipeline) {
    List<GenericRecord> shuffled = all();
    Collections.shuffle(shuffled, new Random(5));
    Totals totals =
        pipeline
            .apply(Create.of(shuffled).withCoder(Slopes.CODER))
            .apply(Aggregate.avro(model, SPEC));
    PAssert.that(totals.groups()).containsInAnyOrder(totals(all()));
    PAssert.that(totals.deadLetters()).containsInAnyOrder(Slopes.letters(model));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void eachWindowHasGroupsOfItsOwn(TestPipeline pipeline) {
    List<GenericRecord> early = Slopes.GOOD.subList(0, 4);
    List<GenericRecord> late = Slopes.GOOD.subList(4, 10);
    TestStream.Builder<GenericRecord> stream =
        TestStream.create(Slopes.CODER).advanceWatermarkTo(START);
    // Those of both minutes arrive mixed.
    for (int i = 0; i < late.size(); i++) {
      stream =
          stream.addElements(
              TimestampedValue.of(
                  late.get(i), START.plus(MINUTE).plus(Duration.standardSeconds(i))));
      if (i < early.size()) {
        stream =
            stream.addElements(
                TimestampedValue.of(early.get(i), START.plus(Duration.standardSeconds(i))));
      }
    }
    Totals totals =
        pipeline
            .apply(stream.advanceWatermarkToInfinity())
            .apply(Window.into(FixedWindows.of(MINUTE)))
            .apply(Aggregate.avro(model, SPEC));
    PAssert.that(totals.groups())
        .inWindow(new IntervalWindow(START, MINUTE))
        .containsInAnyOrder(totals(early));
    PAssert.that(totals.groups())
        .inWindow(new IntervalWindow(START.plus(MINUTE), MINUTE))
        .containsInAnyOrder(totals(late));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void partsMergeInAnyOrder() {
    List<GroupSums> parts = new ArrayList<>();
    for (GenericRecord each : Slopes.GOOD) {
      parts.add(groups(List.of(each)).take().get(new GroupKey(1, List.of())));
    }
    GroupSums whole = groups(Slopes.GOOD).take().get(new GroupKey(1, List.of()));
    CombineFnTester.testCombineFn(new MergeGroupSums(1, 20), parts, whole);
  }

  @Test
  void coarserTotalsAreThoseOfTheRecordsThemselves() {
    AggregateSpec alone = new AggregateSpec(SCORE, List.of(List.of()), SPEC.statistics(), null);
    RecordFormat<GenericRecord> format = RecordFormat.avro();
    Aggregator<GenericRecord> aggregator =
        Aggregator.of(model.model(), alone, format.reader(Aggregator.fields(model.model(), alone)));
    Groups groups = aggregator.groups();
    for (GenericRecord each : Slopes.GOOD) {
      try {
        aggregator.draw(each);
      } catch (UnscorableException e) {
        throw new AssertionError(e);
      }
      aggregator.add(each, groups);
    }
    assertThat(groups.take().get(new GroupKey(0, List.of())))
        .isEqualTo(groups(Slopes.GOOD).take().get(new GroupKey(1, List.of())));
  }

  @Test
  void codersKeepWhatTravels() throws Exception {
    for (GroupTotal total : totals(all())) {
      CoderProperties.coderDecodeEncodeEqual(GroupTotalCoder.of(), total);
      CoderProperties.coderDecodeEncodeEqual(GroupKeyCoder.of(), total.key());
    }
    List<GroupTotal> none = totals(List.of(Slopes.BAD.get(0)));
    assertThat(none)
        .extracting(GroupTotal::problem)
        .containsOnly("None of the records could be scored; the dead letters say why");
    CoderProperties.coderDecodeEncodeEqual(GroupTotalCoder.of(), none.get(0));
    GroupSums sums = groups(all()).take().get(new GroupKey(1, List.of()));
    CoderProperties.coderDecodeEncodeEqual(GroupSumsCoder.of(), sums);
    CoderProperties.coderDeterministic(
        GroupSumsCoder.of(), sums, groups(all()).take().get(new GroupKey(1, List.of())));
  }

  @Test
  void whatCanNotBeSummedIsRefusedAtOnce() {
    assertThatThrownBy(
            () ->
                Aggregate.avro(
                    model,
                    new AggregateSpec(
                        SCORE, List.of(List.of()), List.of(Statistic.sum("z")), null)))
        .hasMessage("The model has no output 'z'; it has: [y]");
    assertThatThrownBy(
            () ->
                new AggregateSpec(
                    ScoreSpec.DEFAULT, List.of(List.of()), List.of(Statistic.sum("y")), null))
        .hasMessageStartingWith("Records that are summed need a key each");
    assertThatThrownBy(
            () ->
                new AggregateSpec(
                    SCORE,
                    List.of(List.of("a", "b"), List.of("b", "a")),
                    List.of(Statistic.sum("y")),
                    null))
        .hasMessage("[a, b] is asked for twice");
  }
}
