package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.ModelFixture;
import io.credence.predict.PredictSpec;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A label of whose place in the prediction nothing is known in double precision. */
class UncomparableLabelTest {

  private static final String TRUNCATED = "truncated(normal(x, 1), lower = 0)";

  /** Of a normal distribution around -60, the part above 0 is 0 in double precision. */
  private static final Map<String, Object> FAR = Map.of("x", -60.0, "y", 0.01, "z", 1.0);

  private static EvaluationSpec spec(String... labels) {
    return EvaluationSpec.DEFAULT
        .withPredict(PredictSpec.DEFAULT.withNumSamples(20))
        .withLabels(List.of(labels));
  }

  private static Evaluation evaluate(
      Model model, EvaluationSpec spec, @Nullable Model against, Evaluation into)
      throws UnscorableException {
    List<String> fields = Evaluator.fields(model, spec, against);
    Evaluator.<Map<String, Object>>of(
            model, spec, against, (each, field) -> each.get(fields.get(field)))
        .evaluate(FAR, Place.UNKNOWN, into);
    return into;
  }

  private static void assertRefused(ThrowingCallable evaluation) {
    assertThatThrownBy(evaluation)
        .isInstanceOf(UnscorableException.class)
        .hasMessageContaining("must be a number, but is NaN at the label 0.01")
        .extracting(e -> ((UnscorableException) e).code())
        .isEqualTo(DeadLetterCode.NOT_FINITE_PREDICTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {TRUNCATED, "truncated(lognormal(x, 1), lower = 1)"})
  void isUnscorable(String source) {
    Model model = ModelFixture.predicting(source).number("x").model();
    assertRefused(() -> evaluate(model, spec("y"), null, Evaluation.empty()));
  }

  /** Nothing of the record is added, also of an output whose label is all right. */
  @Test
  void addsNothing() {
    Model model =
        ModelFixture.withOutputs()
            .number("x")
            .output("first", "normal(x, 1)")
            .output("second", TRUNCATED)
            .model();
    Evaluation evaluation = Evaluation.empty();
    assertRefused(() -> evaluate(model, spec("z", "y"), null, evaluation));
    Evaluation nothing = Evaluation.empty();
    nothing.count(RecordCount.READ, 1);
    assertThat(evaluation).isEqualTo(nothing);
  }

  /** The model itself is evaluated all the same. */
  @Test
  void ofTheOtherModelIsNotCompared() throws UnscorableException {
    Model model = ModelFixture.predicting("normal(x, 100)").number("x").model();
    Model other = ModelFixture.predicting(TRUNCATED).number("x").digest(1).model();
    Evaluation evaluation = evaluate(model, spec("y"), other, Evaluation.empty());
    assertThat(evaluation.count(RecordCount.EVALUATED)).isEqualTo(1);
    assertThat(evaluation.count(RecordCount.NOT_COMPARED)).isEqualTo(1);
  }
}
