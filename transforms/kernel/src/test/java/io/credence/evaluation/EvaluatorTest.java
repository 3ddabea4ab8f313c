package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.UnscorableException;
import io.credence.decision.Decision;
import io.credence.decision.Look;
import io.credence.decision.Preference;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import io.credence.predict.ModelFixture;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import io.credence.score.Scorer;
import io.credence.summary.SummarySpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static final PredictSpec DRAWS = PredictSpec.DEFAULT.withNumSamples(40);

  private static final EvaluationSpec SPEC =
      EvaluationSpec.DEFAULT.withPredict(DRAWS).withLabels(List.of("label"));

  private static Model model() {
    return ModelFixture.predicting("normal(x + b, 1)")
        .number("x")
        .parameter("b", -0.1, 0, 0, 0.1)
        .model();
  }

  private static Map<String, Object> record(Object... namesAndValues) {
    Map<String, Object> record = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      record.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return record;
  }

  private static List<Map<String, Object>> records(int n) {
    SplittableRandom random = new SplittableRandom(1);
    List<Map<String, Object>> records = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double x = NORMAL.inverseCumulativeProbability(random.nextDouble());
      Map<String, Object> record = record("x", x, "label", x + random.nextGaussian());
      if (i % 3 > 0) {
        record.put("shop", "s" + i % 3);
      }
      record.put("stretch", i / 20);
      records.add(record);
    }
    return records;
  }

  private static Evaluation evaluate(
      Model model,
      EvaluationSpec spec,
      @Nullable Model against,
      List<Map<String, Object>> records) {
    List<String> fields = Evaluator.fields(model, spec, against);
    Evaluator<Map<String, Object>> evaluator =
        Evaluator.of(model, spec, against, (record, field) -> record.get(fields.get(field)));
    Evaluation evaluation = Evaluation.empty();
    for (Map<String, Object> record : records) {
      if (record.get("stretch") instanceof Integer stretch) {
        evaluation.beginStretch(stretch);
      }
      try {
        evaluator.evaluate(record, Place.UNKNOWN, evaluation);
      } catch (UnscorableException e) {
        evaluation.deadLetter(e.code());
      }
    }
    return evaluation;
  }

  private static Evaluation evaluate(EvaluationSpec spec, List<Map<String, Object>> records) {
    return evaluate(model(), spec, null, records);
  }

  private static Evaluation copy(Evaluation evaluation) throws IOException {
    return Evaluation.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(evaluation))));
  }

  private static byte[] bytes(Evaluation evaluation) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    evaluation.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Property(tries = 10)
  void anyOrderAndAnySplitGivesTheSameBits(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 16) int splits) throws IOException {
    EvaluationSpec spec = SPEC.withBy(List.of("shop"));
    List<Map<String, Object>> records = records(300);
    Evaluation whole = evaluate(model(), spec, biased(), records);
    Collections.shuffle(records, new Random(seed));
    List<Evaluation> parts = new ArrayList<>();
    for (int i = 0; i < splits; i++) {
      List<Map<String, Object>> part = records.subList(i * 300 / splits, (i + 1) * 300 / splits);
      parts.add(copy(evaluate(model(), spec, biased(), part)));
    }
    Collections.shuffle(parts, new Random(seed));
    Evaluation merged = Evaluation.empty();
    parts.forEach(merged::add);
    assertThat(merged).isEqualTo(whole);
    assertThat(bytes(merged)).isEqualTo(bytes(whole));
  }

  private static Model biased() {
    return ModelFixture.predicting("normal(x + 1, 1)").number("x").digest(1).model();
  }

  /** The other model predicts 1 too much, which 200 labels are the least to say. */
  @Test
  void eachStretchEndsWithALookAtAllRecordsBefore() {
    Assessment assessment =
        Assessment.of(evaluate(model(), SPEC, biased(), records(300)), model().outputs(), SPEC);
    Decision decision = assessment.overall().get(0).decision();
    assertThat(decision.loss()).isEqualTo("crps");
    assertThat(decision.looks()).hasSize(15);
    assertThat(decision.preference()).isEqualTo(Preference.CHALLENGER_BETTER);
    assertThat(decision.decidedAfter()).hasValue(200);
    Look last = decision.looks().get(14);
    OutputAssessment overall = assessment.overall().get(0);
    assertThat(last.labels()).isEqualTo(300);
    assertThat(last.compared()).isEqualTo(300);
    assertThat(last.coverage())
        .isCloseTo(overall.figure("coverage_95").orElseThrow().value(), within(1e-9));
    assertThat(last.difference())
        .isEqualTo(overall.figure("crps_difference").orElseThrow().value());
    Assessment opposite =
        Assessment.of(evaluate(biased(), SPEC, model(), records(300)), model().outputs(), SPEC);
    assertThat(opposite.overall().get(0).decision().preference())
        .isEqualTo(Preference.CHAMPION_BETTER);
    // Its intervals cover fewer labels, which so few don't yet raise an alarm for.
    assertThat(opposite.overall().get(0).decision().looks().get(14).logCoverageEvidence())
        .isGreaterThan(5);
  }

  @Test
  void recordsWithoutAPlaceHaveNoLooks() {
    List<Map<String, Object>> records = records(300);
    records.forEach(record -> record.remove("stretch"));
    Assessment assessment =
        Assessment.of(evaluate(model(), SPEC, biased(), records), model().outputs(), SPEC);
    assertThat(assessment.overall().get(0).decision().looks()).isEmpty();
  }

  @Test
  void aRightModelIsCalibratedEverywhere() {
    EvaluationSpec spec = SPEC.withBy(List.of("shop"));
    Evaluation evaluation = evaluate(spec, records(900));
    Assessment assessment = Assessment.of(evaluation, model().outputs(), spec);
    OutputAssessment overall = assessment.overall().get(0);
    assertThat(overall.calibration().verdict()).isEqualTo(Verdict.CALIBRATED);
    assertThat(overall.records()).isEqualTo(900);
    assertThat(overall.figure("coverage_95").orElseThrow().value()).isBetween(0.93, 0.97);
    // A standard normal's, with labels and predictions of variance 1: 1 / sqrt(pi), sqrt(2 / pi).
    assertThat(overall.figure("crps").orElseThrow().value()).isBetween(0.52, 0.61);
    assertThat(overall.figure("mae").orElseThrow().value()).isBetween(0.75, 0.85);
    assertThat(assessment.segments())
        .extracting(each -> each.segment().values())
        .containsExactly(Collections.singletonList(null), List.of("s1"), List.of("s2"));
    assertThat(assessment.segments()).allMatch(each -> each.records() == 300);
    assertThat(evaluation.shown(0)).hasSize(Evaluation.MOST_EXAMPLES);
  }

  @Test
  void anotherModelIsComparedOnTheSameRecords() {
    Evaluation evaluation = evaluate(model(), SPEC, biased(), records(500));
    Assessment assessment = Assessment.of(evaluation, model().outputs(), SPEC);
    List<Figure> differences = assessment.overall().get(0).differences();
    assertThat(differences)
        .extracting(Figure::name)
        .containsExactly("log_score_difference", "crps_difference", "mae_difference");
    assertThat(differences).allMatch(figure -> figure.upper() < 0);
    Evaluation same = evaluate(model(), SPEC, model(), records(500));
    assertThat(Assessment.of(same, model().outputs(), SPEC).overall().get(0).differences())
        .allMatch(figure -> figure.value() == 0);
  }

  @Test
  void modelsOfOtherOutputsAreRefused() {
    Model other = ModelFixture.withOutputs().output("z", "normal()").model();
    assertThatThrownBy(() -> evaluate(model(), SPEC, other, List.of()))
        .hasMessageContaining("predict the same");
  }

  private static Model with(Feature feature, String predict) {
    return ModelFixture.predicting(predict).feature(feature).number("x").model();
  }

  /** Without a key, noise goes by the features, and both would not get the same. */
  @Test
  void modelsThatReadOtherFeaturesNeedAKey() {
    Model other = ModelFixture.predicting("normal(x + z, 1)").number("x").number("z").model();
    assertThatThrownBy(() -> evaluate(model(), SPEC, other, List.of()))
        .hasMessageContaining("one model has the features [x] and the other [x, z]")
        .hasMessageContaining("--keyField");
    EvaluationSpec keyed = SPEC.withPredict(DRAWS.withKeyField("id"));
    Evaluation evaluation =
        evaluate(
            model(), keyed, other, List.of(record("id", 1L, "x", 1.0, "z", 0.0, "label", 1.0)));
    assertThat(evaluation.count(RecordCount.EVALUATED)).isEqualTo(1);
    assertThat(evaluation.count(RecordCount.NOT_COMPARED)).isZero();
  }

  @Test
  void modelsThatReadAFeatureInOtherWaysNeedAKey() {
    Feature plain = Feature.named("z", FeatureType.DOUBLE).build();
    Feature whole = Feature.named("z", FeatureType.INT).range(0, 5).build();
    Feature defaulted = Feature.named("z", FeatureType.DOUBLE).defaultValue(1.0).build();
    assertThat(Comparison.problem(with(plain, "z + x"), with(whole, "z - x"), null)).isEmpty();
    assertThat(Comparison.problem(with(plain, "z + x"), with(defaulted, "z + x"), null))
        .hasValueSatisfying(problem -> assertThat(problem).contains("read 'z' in different ways"));
    assertThat(Comparison.problem(with(plain, "z + x"), with(defaulted, "z + x"), "id")).isEmpty();
  }

  @Test
  void theExactCrpsStandsBesideThatOfSamples() {
    EvaluationSpec spec = SPEC.withExactCrps(true);
    Evaluation evaluation = evaluate(model(), spec, null, records(300));
    OutputAssessment overall = Assessment.of(evaluation, model().outputs(), spec).overall().get(0);
    double fair = overall.figure("crps").orElseThrow().value();
    assertThat(overall.figure("crps_exact").orElseThrow().value())
        .isCloseTo(fair, within(0.01))
        .isNotEqualTo(fair);
    assertThatThrownBy(() -> spec.withExact(false)).hasMessageContaining("--exact=false");
  }

  @Test
  void recordsAreCounted() {
    Evaluation evaluation =
        evaluate(
            SPEC,
            List.of(
                record("x", 1.0, "label", 1.0),
                record("x", 1.0),
                record("x", 1.0, "label", Double.NaN),
                record("x", 1.0, "label", "late"),
                record("x", 1.0, "label", Double.POSITIVE_INFINITY),
                record("label", 1.0)));
    assertThat(evaluation.count(RecordCount.READ)).isEqualTo(6);
    assertThat(evaluation.count(RecordCount.EVALUATED)).isEqualTo(1);
    assertThat(evaluation.count(RecordCount.UNLABELLED)).isEqualTo(2);
    assertThat(evaluation.count(RecordCount.INVALID_LABEL)).isEqualTo(2);
    assertThat(evaluation.deadLetters()).hasSize(1);
    assertThat(evaluation.issues())
        .extracting(Issue::what)
        .contains("The label of y must be a finite number, but is late");
  }

  @Test
  void withoutTheMixtureRanksGiveThePit() {
    EvaluationSpec spec = SPEC.withExact(false);
    Assessment assessment = Assessment.of(evaluate(spec, records(900)), model().outputs(), spec);
    OutputAssessment overall = assessment.overall().get(0);
    assertThat(overall.calibration().verdict()).isEqualTo(Verdict.CALIBRATED);
    assertThat(overall.figure("log_score").orElseThrow().value()).isNaN();
    assertThat(overall.figure("coverage_95").orElseThrow().value()).isBetween(0.93, 0.97);
  }

  @Test
  void aLabelThatTheModelHoldsImpossibleMakesTheLogScoreInfinite() {
    Model counts = ModelFixture.predicting("poisson(2)").model();
    Evaluation evaluation =
        evaluate(counts, SPEC, null, List.of(record("label", -1L), record("label", 2L)));
    assertThat(figure(evaluation, counts, "log_score").value()).isInfinite();
    assertThat(figure(evaluation, counts, "crps").value()).isFinite();
  }

  private static Figure figure(Evaluation evaluation, Model model, String name) {
    return Assessment.of(evaluation, model.outputs(), SPEC)
        .overall()
        .get(0)
        .figure(name)
        .orElseThrow();
  }

  @Test
  void wholeNumbersAndClassesHaveLabelsOfTheirOwn() {
    Model counts = ModelFixture.predicting("bernoulli(0.5)").model();
    assertThat(
            evaluate(counts, SPEC, null, List.of(record("label", true), record("label", 0.5)))
                .issues())
        .extracting(Issue::what)
        .containsExactly("The label of y must be a whole number, but is 0.5");
    Model classes =
        ModelFixture.predicting("categorical([0.5, 0.5], labels = c)")
            .coordinate("c", "1", "b")
            .model();
    Evaluation evaluation =
        evaluate(
            classes,
            SPEC,
            null,
            List.of(record("label", 1L), record("label", "b"), record("label", 0L)));
    assertThat(evaluation.issues())
        .extracting(Issue::what)
        .containsExactly("The label of y must be one of the classes 1, b, but is 0");
    assertThat(figure(evaluation, classes, "brier").value()).isEqualTo(0.5);
    assertThat(figure(evaluation, classes, "share_b").value()).isEqualTo(0.5);
  }

  /** A record with all columns that it would be served with. */
  private static Map<String, Object> served(ScoreSpec spec, Map<String, Object> record)
      throws UnscorableException {
    Scorer scorer = Scorer.of(model(), spec);
    ScoreColumns columns = ScoreColumns.of(model(), spec);
    Scored scored = scorer.score((r, field) -> r.get(scorer.fields().get(field)), record);
    Map<String, Object> row = new HashMap<>(record);
    List<ScoredColumn> all = columns.columns();
    for (int i = 0; i < all.size(); i++) {
      Object value =
          switch (all.get(i).type()) {
            case DOUBLE -> columns.row(scored).doubleAt(i);
            case DOUBLE_LIST -> Arrays.stream(columns.row(scored).doublesAt(i)).boxed().toList();
            case LONG -> columns.row(scored).longAt(i);
            case STRING -> columns.row(scored).stringAt(i);
            case STRING_LIST -> columns.row(scored).stringsAt(i);
          };
      row.put(all.get(i).name(), value);
    }
    return row;
  }

  @Test
  void aServedScoreIsComparedToTheBit() throws Exception {
    ScoreSpec served = new ScoreSpec(DRAWS.withSeed(7), SummarySpec.defaults(), true);
    EvaluationSpec spec = SPEC.withServed(served);
    Map<String, Object> right = served(served, record("x", 1.0, "label", 1.5));
    assertThat(evaluate(spec, List.of(right)).count(RecordCount.EVALUATED)).isEqualTo(1);
    Map<String, Object> oneBit = new HashMap<>(right);
    oneBit.computeIfPresent("y_pred_sd", (name, sd) -> Math.nextUp((Double) sd));
    Map<String, Object> otherModel = new HashMap<>(right);
    otherModel.put("model_digest", "ff");
    Map<String, Object> otherRecord = new HashMap<>(right);
    otherRecord.put("x", 1.5);
    Evaluation evaluation = evaluate(spec, List.of(oneBit, right, otherModel, otherRecord));
    assertThat(evaluation.count(RecordCount.SCORE_MISMATCH)).isEqualTo(3);
    assertThat(evaluation.count(RecordCount.EVALUATED)).isEqualTo(1);
    assertThat(evaluation.issues())
        .extracting(Issue::what)
        .anyMatch(what -> what.startsWith("y_pred_sd is "))
        .anyMatch(what -> what.startsWith("model_digest is ff, but the model says "))
        .anyMatch(what -> what.startsWith("y_pred is "));
    // What scored otherwise in all is named as that, and not by the first figure that differs.
    Map<String, Object> allOther = served(served, record("x", 1.5, "label", 1.5));
    allOther.put("x", 1.0);
    allOther.put("n_samples", 7L);
    assertThat(issue(spec, allOther)).startsWith("n_samples is 7, but the model says ");
    allOther.put("model_digest", "ff");
    assertThat(issue(spec, allOther)).startsWith("model_digest is ff, but the model says ");
    // Figures are the same, whatever was served.
    Evaluation plain = evaluate(SPEC.withPredict(DRAWS.withSeed(7)), List.of(right));
    assertThat(evaluation.all()).isEqualTo(plain.all());
  }

  private static String issue(EvaluationSpec spec, Map<String, Object> record) throws Exception {
    return evaluate(spec, List.of(record)).issues().get(0).what();
  }

  @Test
  void tooManySegmentsAreRefused() {
    EvaluationSpec spec = SPEC.withBy(List.of("x"));
    assertThatThrownBy(() -> evaluate(spec, records(Evaluation.MOST_SEGMENTS + 1)))
        .hasMessageContaining("more than 10,000 segments");
  }

  /** Each class has sums of its own. */
  @Test
  void modelsOfManySumsHaveFewerSegments() {
    String[] labels = IntStream.range(0, 1500).mapToObj(i -> "c" + i).toArray(String[]::new);
    Model classes =
        ModelFixture.predicting("categorical(softmax(b), labels = c)")
            .vector("b", "c", new double[1500 * ModelFixture.DRAWS])
            .coordinate("c", labels)
            .number("x")
            .model();
    List<Map<String, Object>> records = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      records.add(record("x", (double) i, "label", "c1"));
    }
    assertThatThrownBy(() -> evaluate(classes, SPEC.withBy(List.of("x")), null, records))
        .hasMessageContaining("more than 88 segments of this model");
  }
}
