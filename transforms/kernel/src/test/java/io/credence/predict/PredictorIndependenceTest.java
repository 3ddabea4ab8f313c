package io.credence.predict;

import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A record gives the same bits alone, among others, in any order, and from a predictor that was
 * never used before; also where other records before it could not be scored.
 */
class PredictorIndependenceTest {

  /** With let steps, a dot, unseen levels on two axes, and records that fail at every stage. */
  private static final Model MODEL =
      ModelFixture.predicting("student_t(nu, mu, spread)")
          .number("x")
          .ints("region", "0", "1")
          .texts("product", "a", "b")
          .parameter("nu", 3, 4, 5, 6)
          .parameter("sigma", 1, 2, 3, 4)
          .vector("beta", "region", 1, 2, 3, 4, 5, 6, 7, 8)
          .matrix("theta", 2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
          .let("mu", "base + dot(theta[region], [x, 2]) + theta[region, product]")
          .let("base", "beta[region] * log(x)")
          .let("spread", "sigma * x - 1")
          .unseen("region", "beta", "normal(0, 1)")
          .unseen("region", "theta[region, :]", "normal(0, sigma)")
          .unseen("region", "theta[region, product]", "normal(0, sigma)")
          .unseen("product", "theta", "normal(nu, 2)")
          .model();

  private static final PredictSpec SPEC = PredictSpec.DEFAULT.withNumSamples(10);

  @Property(tries = 300)
  void theRecordsBeforeDoNotMatter(@ForAll("records") List<Map<String, Object>> records) {
    Predictor used = Predictor.of(MODEL, SPEC);
    for (Map<String, Object> each : records) {
      assertThat(outcome(used, each)).isEqualTo(outcome(Predictor.of(MODEL, SPEC), each));
    }
  }

  @Provide
  Arbitrary<List<Map<String, Object>>> records() {
    Arbitrary<Object> x = Arbitraries.of(0.1, 2.0, 3.5, -1.0, Double.NaN, "text");
    Arbitrary<Object> region = Arbitraries.of(0, 1, 1.0, 2, 0.5);
    Arbitrary<Object> product = Arbitraries.of("a", "b", "zz", 1);
    return Combinators.combine(x, region, product)
        .as((a, b, c) -> record("x", a, "region", b, "product", c))
        .list()
        .ofMaxSize(12);
  }

  private static String outcome(Predictor predictor, Map<String, Object> record) {
    try {
      return Arrays.toString(Records.samples(predictor, record));
    } catch (UnscorableException e) {
      return e.code() + ": " + e.reason();
    }
  }
}
