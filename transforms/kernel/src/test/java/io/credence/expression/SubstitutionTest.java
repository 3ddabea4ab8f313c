package io.credence.expression;

import static io.credence.expression.TestScope.dimension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.model.Inputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in for indexed parameters when a level is unseen. */
class SubstitutionTest {

  private static final int REGION = 0;
  private static final int PRODUCT = 1;

  private static TestScope scope() {
    return new TestScope()
        .texts("region", "n", "s")
        .texts("product", "a", "b")
        .number("x")
        .parameter("beta", List.of(dimension("region", 2)), 0, 1, 2, 100, 101, 102)
        .parameter(
            "theta",
            List.of(dimension("region", 2), dimension("product", 2)),
            0,
            1,
            2,
            100,
            101,
            102,
            200,
            201,
            202,
            300,
            301,
            302)
        .constant("size", List.of(dimension("region", 2)), 10, 20);
  }

  @Test
  void standsInForAnUnseenLevelOnly() throws Exception {
    Evaluation evaluation =
        Evaluation.of(scope().policy("region", "beta"), "beta[region]").substitute(0, 7, 8, 9);
    assertThat(evaluation.level(REGION, Inputs.UNSEEN).column()).containsExactly(7, 8, 9);
    assertThat(evaluation.level(REGION, 1).column()).containsExactly(100, 101, 102);
  }

  @Test
  void theSameUseTwiceGetsTheSame() throws Exception {
    Evaluation evaluation =
        Evaluation.of(scope().policy("region", "beta"), "beta[region] - beta[region]");
    assertThat(evaluation.compiler().substitutions()).hasSize(1);
  }

  @Test
  void eachCoefficientOfADotGetsItsOwn() throws Exception {
    Evaluation evaluation =
        Evaluation.of(scope().policy("region", "theta"), "dot(theta[region], [1, 1000])")
            .level(REGION, Inputs.UNSEEN)
            .substitute(0, 1, 2, 3)
            .substitute(1, 4, 5, 6);
    assertThat(evaluation.column()).containsExactly(4001, 5002, 6003);
  }

  @Test
  void fixedIndicesOfDifferentCoefficientsGetTheirOwn() throws Exception {
    Evaluation evaluation =
        Evaluation.of(
                scope().policy("region", "theta"), "theta[region, 0] + 1000 * theta[region, 1]")
            .level(REGION, Inputs.UNSEEN)
            .substitute(0, 1, 2, 3)
            .substitute(1, 4, 5, 6);
    assertThat(evaluation.column()).containsExactly(4001, 5002, 6003);
  }

  @Test
  void aCoefficientIsTheSameInADotAndByItself() throws Exception {
    Evaluation evaluation =
        Evaluation.of(
            scope().policy("region", "theta"), "dot(theta[region], [1, x]) + theta[region, 1]");
    assertThat(evaluation.compiler().substitutions()).hasSize(2);
  }

  @Test
  void eachOfTwoFeaturesHasItsOwn() throws Exception {
    TestScope scope = scope().policy("region", "theta").policy("product", "theta");
    Evaluation evaluation =
        Evaluation.of(scope, "theta[region, product]")
            .substitute(0, 1, 2, 3)
            .substitute(1, 4, 5, 6);
    assertThat(evaluation.level(REGION, 1).level(PRODUCT, Inputs.UNSEEN).column())
        .containsExactly(4, 5, 6);
    assertThat(evaluation.level(REGION, Inputs.UNSEEN).level(PRODUCT, 1).column())
        .containsExactly(1, 2, 3);
    // Where both are unseen, the first index decides.
    assertThat(evaluation.level(REGION, Inputs.UNSEEN).level(PRODUCT, Inputs.UNSEEN).column())
        .containsExactly(1, 2, 3);
    assertThat(evaluation.level(REGION, 1).level(PRODUCT, 1).column())
        .containsExactly(300, 301, 302);
  }

  @Test
  void constantsCanBeSubstitutedDrawByDraw() throws Exception {
    Evaluation evaluation =
        Evaluation.of(scope().policy("region", "size"), "size[region]").substitute(0, 7, 8, 9);
    assertThat(evaluation.level(REGION, Inputs.UNSEEN).column()).containsExactly(7, 8, 9);
    assertThat(evaluation.level(REGION, 1).column()).containsExactly(20, 20, 20);
  }

  @Test
  void everyTensorIndexedByTheFeatureNeedsOne() {
    TestScope scope = scope().policy("region", "beta");
    assertThatThrownBy(() -> Evaluation.of(scope, "beta[region] * size[region]"))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.offset()).isEqualTo(20))
        .hasMessage(
            "size is indexed by 'region', whose unseen levels are not rejected: unseen.region must"
                + " say what size is then");
  }

  @Test
  void featuresWithoutAPolicyNeedNone() throws Exception {
    assertThat(Evaluation.of(scope(), "beta[region]").compiler().substitutions()).isEmpty();
  }
}
