package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.evaluation.Assessment;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.EvaluationSpec;
import io.credence.evaluation.RecordCount;
import io.credence.predict.PredictSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Evaluation in a pipeline of one's own. Labels are the ids, which are far from predictions. */
class EvaluateTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.standardMinutes(1);
  private static final EvaluationSpec SPEC =
      EvaluationSpec.DEFAULT
          .withPredict(PredictSpec.DEFAULT.withNumSamples(20))
          .withBy(List.of("category"))
          .withLabels(List.of("id"));

  @RegisterExtension final TestPipelineExtension junit = TestPipelineExtension.create();

  private final ModelRef model = Slopes.model();

  private static List<GenericRecord> all() {
    List<GenericRecord> rows = new ArrayList<>(Slopes.GOOD);
    rows.addAll(Slopes.BAD);
    return rows;
  }

  private static List<Evaluation> list(Iterable<Evaluation> evaluations) {
    return StreamSupport.stream(evaluations.spliterator(), false).toList();
  }

  @Test
  void allRecordsAreCountedAndAssessed(TestPipeline pipeline) {
    PCollection<Evaluation> evaluation =
        pipeline
            .apply(Create.of(all()).withCoder(Slopes.CODER))
            .apply(Evaluate.avro(model, SPEC).against(model));
    ModelRef evaluated = model;
    PAssert.thatSingleton(evaluation)
        .satisfies(
            each -> {
              assertThat(each.count(RecordCount.READ)).isEqualTo(13);
              assertThat(each.count(RecordCount.EVALUATED)).isEqualTo(10);
              assertThat(each.deadLetters())
                  .containsEntry(DeadLetterCode.MISSING_FEATURE, 1L)
                  .containsEntry(DeadLetterCode.NOT_FINITE, 1L)
                  .containsEntry(DeadLetterCode.OUT_OF_RANGE, 1L);
              Assessment assessment = Assessment.of(each, evaluated.model().outputs(), SPEC);
              assertThat(assessment.overall().get(0).calibration().verdict())
                  .isEqualTo(Verdict.INSUFFICIENT);
              assertThat(assessment.overall().get(0).differences())
                  .isNotEmpty()
                  .allMatch(difference -> difference.value() == 0);
              assertThat(assessment.segments()).hasSize(4);
              return null;
            });
    pipeline.run();
  }

  @Test
  void theOrderOfRecordsHasNoInfluenceOnABit(TestPipeline pipeline) {
    PCollectionList<Evaluation> orders = PCollectionList.empty(pipeline);
    for (int seed = 0; seed < 4; seed++) {
      List<GenericRecord> rows = all();
      Collections.shuffle(rows, new Random(seed));
      orders =
          orders.and(
              pipeline
                  .apply("Order " + seed, Create.of(rows).withCoder(Slopes.CODER))
                  .apply("Evaluate " + seed, Evaluate.avro(model, SPEC)));
    }
    PAssert.that(orders.apply(Flatten.pCollections()))
        .satisfies(
            evaluations -> {
              List<Evaluation> each = list(evaluations);
              assertThat(each).hasSize(4).allMatch(each.get(0)::equals);
              byte[] bytes = bytes(each.get(0));
              assertThat(each).allSatisfy(other -> assertThat(bytes(other)).isEqualTo(bytes));
              return null;
            });
    pipeline.run();
  }

  private static byte[] bytes(Evaluation evaluation) {
    try {
      return CoderUtils.encodeToByteArray(EvaluationCoder.of(), evaluation);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A window without records has no evaluation. */
  @Test
  void eachWindowHasItsOwn(TestPipeline pipeline) {
    TestStream<GenericRecord> arrivals =
        TestStream.create(Slopes.CODER)
            .advanceWatermarkTo(START)
            // One of the third minute overtakes those of the first; the second has none.
            .addElements(at(130, 0), at(10, 1), at(20, 2))
            .advanceWatermarkTo(START.plus(MINUTE))
            .addElements(at(150, 3))
            .advanceWatermarkToInfinity();
    PCollection<Evaluation> evaluations =
        pipeline
            .apply(arrivals)
            .apply(Window.into(FixedWindows.of(MINUTE)))
            .apply(Evaluate.avro(model, SPEC));
    assertEvaluated(evaluations, 0, 1);
    assertEvaluated(evaluations, 1, 0);
    assertEvaluated(evaluations, 2, 1);
    pipeline.run();
  }

  private static TimestampedValue<GenericRecord> at(int second, int row) {
    return TimestampedValue.of(Slopes.GOOD.get(row), START.plus(Duration.standardSeconds(second)));
  }

  private static void assertEvaluated(PCollection<Evaluation> evaluations, int minute, int panes) {
    PAssert.that(evaluations)
        .inWindow(new IntervalWindow(START.plus(MINUTE.multipliedBy(minute)), MINUTE))
        .satisfies(
            each -> {
              assertThat(list(each)).hasSize(panes);
              assertThat(list(each)).allMatch(one -> one.count(RecordCount.EVALUATED) == 2);
              return null;
            });
  }

  @Test
  void recordsMustHoldLabels() {
    assertThatThrownBy(() -> Evaluate.avro(model, SPEC.withLabels(List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Records must hold labels, but no field of them is named");
  }
}
