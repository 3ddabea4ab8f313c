package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.ModelFixture;
import io.credence.predict.PredictSpec;
import io.credence.sum.ExactSum;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is taken off again leaves no trace. */
class RevisedEvaluationTest {

  private static final EvaluationSpec SPEC =
      EvaluationSpec.DEFAULT
          .withPredict(PredictSpec.DEFAULT.withNumSamples(20))
          .withLabels(List.of("label"))
          .withBy(List.of("shop"));

  private static Model model(double shift) {
    return ModelFixture.predicting("normal(x + b, 1)")
        .number("x")
        .parameter("b", shift - 0.1, shift, shift, shift + 0.1)
        .digest((int) shift)
        .model();
  }

  private static Evaluation of(Map<String, Object> record) {
    Evaluation one = Evaluation.revisable();
    List<String> fields = Evaluator.fields(model(0), SPEC, model(1));
    try {
      Evaluator.<Map<String, Object>>of(
              model(0), SPEC, model(1), (each, field) -> each.get(fields.get(field)))
          .evaluate(record, Place.UNKNOWN, one);
    } catch (UnscorableException e) {
      one.deadLetter(e.code());
    }
    return one;
  }

  /**
   * Huge and tiny ones, one that can't be scored, one without a label, one with none that can be.
   */
  private static List<Evaluation> records() {
    List<Evaluation> records = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      double scale = Math.scalb(1.0, 20 * (i - 10));
      records.add(
          of(
              Map.of(
                  "x",
                  scale * random.nextGaussian(),
                  "label",
                  random.nextGaussian(),
                  "shop",
                  i % 3)));
    }
    records.add(of(Map.of("label", 1.0, "shop", 7)));
    records.add(of(Map.of("x", 1.0, "shop", 8)));
    return records;
  }

  @Property(tries = 20)
  void inAnyOrderOnlyWhatIsLeftCounts(@ForAll long seed) throws IOException {
    List<Evaluation> records = records();
    Evaluation left = Evaluation.revisable();
    records.subList(0, 10).forEach(left::add);
    List<Runnable> steps = new ArrayList<>();
    Evaluation revised = Evaluation.revisable();
    records.forEach(each -> steps.add(() -> revised.add(each)));
    records.subList(10, records.size()).forEach(each -> steps.add(() -> revised.subtract(each)));
    Collections.shuffle(steps, new Random(seed));
    steps.forEach(Runnable::run);
    assertThat(revised).isEqualTo(left);
    assertThat(bytes(revised)).isEqualTo(bytes(left));
  }

  @Test
  void whenAllIsTakenOffNothingIsThere() throws IOException {
    Evaluation revised = Evaluation.revisable();
    records().forEach(revised::subtract);
    records().forEach(revised::add);
    assertThat(bytes(revised)).isEqualTo(bytes(Evaluation.revisable()));
  }

  private static byte[] bytes(Evaluation evaluation) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    evaluation.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void itShowsNoExamples() {
    Evaluation revised = Evaluation.revisable();
    records().forEach(revised::add);
    assertThat(revised.shown(0)).isEmpty();
  }

  @Property(tries = 100)
  void aSumForgetsWhatIsSubtracted(@ForAll List<Double> values, @ForAll List<Double> others) {
    ExactSum sum = sum(values);
    sum.add(sum(others));
    sum.subtract(sum(values));
    assertThat(sum).isEqualTo(sum(others));
    sum.subtract(sum(others));
    assertThat(sum.isZero()).isTrue();
  }

  private static ExactSum sum(List<Double> values) {
    ExactSum sum = new ExactSum();
    values.stream().filter(Double::isFinite).forEach(sum::add);
    return sum;
  }
}
