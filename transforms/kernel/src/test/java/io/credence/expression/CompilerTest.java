package io.credence.expression;

import static io.credence.expression.TestScope.dimension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerTest {

  private static TestScope scope() {
    // Element e of a parameter has the draws 100 e + 0, 1, 2; so values show where they came from.
    return new TestScope()
        .number("x")
        .levels("category", "10", "20", "30")
        .texts("carrier", "AA", "BB")
        .number("i")
        .parameter("alpha", 1, 2, 3)
        .parameter("sigma", List.of(dimension("sigma_dim_0", 1)), 4, 5, 6)
        .parameter("beta", List.of(dimension("category", 3)), 0, 1, 2, 100, 101, 102, 200, 201, 202)
        .parameter("gamma", List.of(dimension("carrier", 2, "BB", "AA")), 0, 1, 2, 100, 101, 102)
        .parameter(
            "theta",
            List.of(dimension("carrier", 2, "AA", "BB"), dimension("coef", 2)),
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
        .constant("x_mean", List.of(), 7)
        .constant("exposure", List.of(dimension("category", 3)), 0.5, 0.25, 0.125);
  }

  @Test
  void scalarParametersHaveOneValuePerDraw() throws Exception {
    assertThat(Evaluation.of(scope(), "alpha").column()).containsExactly(1, 2, 3);
  }

  @Test
  void parametersWithTrailingDimensionsOfLengthOneAreScalars() throws Exception {
    assertThat(Evaluation.of(scope(), "sigma").column()).containsExactly(4, 5, 6);
  }

  @Test
  void suchParametersMayBeIndexedToo() throws Exception {
    assertThat(Evaluation.of(scope(), "sigma[0]").column()).containsExactly(4, 5, 6);
  }

  @Test
  void featuresAndConstantsAreTheSameForAllDraws() throws Exception {
    assertThat(Evaluation.of(scope(), "x - x_mean").number(0, 10).column())
        .containsExactly(3, 3, 3);
  }

  @Test
  void featuresBroadcastAgainstParameters() throws Exception {
    assertThat(Evaluation.of(scope(), "alpha * x + 1").number(0, 10).column())
        .containsExactly(11, 21, 31);
    assertThat(Evaluation.of(scope(), "x - alpha").number(0, 10).column()).containsExactly(9, 8, 7);
  }

  @Test
  void whereChoosesDrawByDraw() throws Exception {
    assertThat(Evaluation.of(scope(), "where(alpha > 1, alpha, -x)").number(0, 10).column())
        .containsExactly(-10, 2, 3);
  }

  @Test
  void levelsIndexInTheirOrderWhereThereAreNoLabels() throws Exception {
    assertThat(Evaluation.of(scope(), "beta[category]").level(1, 2).column())
        .containsExactly(200, 201, 202);
  }

  @Test
  void labelsDecideWhereTheDimensionHasThem() throws Exception {
    // AA is the model's first level, and the second position of gamma.
    assertThat(Evaluation.of(scope(), "gamma[carrier]").level(2, 0).column())
        .containsExactly(100, 101, 102);
  }

  @Test
  void aLevelStaysALevelUnderAnotherName() throws Exception {
    TestScope scope = scope().let("kind", "category").let("sort", "kind");
    assertThat(Evaluation.of(scope, "beta[sort]").number(1, 20).level(1, 1).column())
        .containsExactly(100, 101, 102);
  }

  @Test
  void aModelMayHaveFewerLevelsThanTheDimensionHasLabels() throws Exception {
    TestScope scope =
        new TestScope()
            .texts("c", "b")
            .parameter("beta", List.of(dimension("c", 2, "a", "b")), 0, 1, 2, 100, 101, 102);
    assertThat(Evaluation.of(scope, "beta[c]").level(0, 0).column()).containsExactly(100, 101, 102);
  }

  @Test
  void fixedNumbersIndex() throws Exception {
    assertThat(Evaluation.of(scope(), "beta[1]").column()).containsExactly(100, 101, 102);
    assertThat(Evaluation.of(scope(), "beta[3 - 1]").column()).containsExactly(200, 201, 202);
  }

  @Test
  void numbersOfTheRecordIndex() throws Exception {
    Evaluation evaluation = Evaluation.of(scope(), "beta[i - 1]");
    assertThat(evaluation.number(3, 1).column()).containsExactly(0, 1, 2);
    assertThat(evaluation.number(3, 3).column()).containsExactly(200, 201, 202);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 3, 0.5, Double.NaN, 1e18})
  void anIndexThatIsNoPositionMakesTheRecordUnscorable(double index) throws Exception {
    Evaluation evaluation = Evaluation.of(scope(), "beta[i]").number(3, index);
    assertThatThrownBy(evaluation::column)
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> assertThat(e.code()).isEqualTo(DeadLetterCode.OUT_OF_RANGE))
        .hasMessage("The index of beta must be a whole number from 0 to 2, but is " + index);
  }

  @Test
  void twoDimensionsAreRowMajor() throws Exception {
    assertThat(Evaluation.of(scope(), "theta[carrier, 1]").level(2, 1).column())
        .containsExactly(300, 301, 302);
    assertThat(Evaluation.of(scope(), "theta[carrier, i]").level(2, 1).number(3, 0).column())
        .containsExactly(200, 201, 202);
    assertThat(Evaluation.of(scope(), "theta[0, 1]").column()).containsExactly(100, 101, 102);
  }

  @Test
  void constantsAreIndexedLikeParameters() throws Exception {
    assertThat(Evaluation.of(scope(), "exposure[category]").level(1, 1).column())
        .containsExactly(0.25, 0.25, 0.25);
  }

  @Test
  void levelsThatAreNumbersServeInArithmetic() throws Exception {
    assertThat(Evaluation.of(scope(), "category / 10").number(1, 20).column())
        .containsExactly(2, 2, 2);
  }

  @Test
  void dotMultipliesVectors() throws Exception {
    // theta[AA] = (0…, 100…), so draw d gives d * 2 + (100 + d) * 10.
    assertThat(
            Evaluation.of(scope(), "dot(theta[carrier], [2, x])")
                .level(2, 0)
                .number(0, 10)
                .column())
        .containsExactly(1000, 1012, 1024);
    assertThat(Evaluation.of(scope(), "dot(beta, exposure)").column())
        .containsExactly(50, 50.875, 51.75);
    assertThat(Evaluation.of(scope(), "dot([x, 1], [alpha, 2])").number(0, 10).column())
        .containsExactly(12, 22, 32);
  }

  @Test
  void letStepsAreEvaluatedOncePerRecord() throws Exception {
    TestScope scope = scope().let("c", "b * 2").let("b", "a + alpha").let("a", "x + 1");
    Evaluation evaluation = Evaluation.of(scope, "c + c + b + a");
    assertThat(evaluation.compiler().steps()).hasSize(3);
    assertThat(evaluation.number(0, 1).column()).containsExactly(17, 22, 27);
    assertThat(evaluation.number(0, 0).column()).containsExactly(11, 16, 21);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha * 2 + exp(sigma)",
        "dot(beta, exposure) - x_mean",
        "where(alpha > 1, alpha, x_mean)",
        "-theta[1, 0]",
        "max(alpha, 2)",
        "c * 3",
        "1 + 2",
      })
  void whatDependsOnParametersAloneIsEvaluatedOnce(String source) throws Exception {
    Evaluation evaluation = Evaluation.of(scope().let("c", "alpha + 1"), source);
    assertThat(evaluation.operand().fixed()).isTrue();
    assertThat(evaluation.compiler().steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "alpha * 2 + exp(sigma), alpha * (2 + z) + exp(sigma + z)",
    "'dot(beta, exposure) - x_mean', 'dot(beta, [exposure[0] + z, exposure[1], exposure[2]]) -"
        + " x_mean'",
    "'where(alpha > 1, alpha, x_mean)', 'where(alpha > 1 + z, alpha + z, x_mean)'",
    "'-matrix[1, 0]', '-matrix[1 + z, z] '",
    "'beta[2] ** 0.5', 'beta[2 + z] ** (0.5 + z)'",
    "c * 3 / alpha, (c + z) * (3 + z) / (alpha - z)",
  })
  void foldingDoesNotChangeABit(String fixed, String varying) throws Exception {
    // z is a feature with value 0, which the compiler cannot know.
    TestScope scope = scope().let("c", "log1p(alpha)").number("z");
    scope.parameter(
        "matrix", List.of(dimension("row", 2), dimension("column", 1)), 1, 2, 3, 4, 5, 6);
    Evaluation unfolded = Evaluation.of(scope, varying).number(4, 0);
    assertThat(unfolded.operand().fixed()).isFalse();
    assertThat(Evaluation.of(scope, fixed).column()).containsExactly(unfolded.column());
  }

  @Test
  void foldedResultsAreNotOverwritten() throws Exception {
    // Both products are fixed, and each needs memory of its own.
    assertThat(Evaluation.of(scope(), "(alpha * 2) * x + (alpha * 3)").number(0, 10).column())
        .containsExactly(23, 46, 69);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alpah|0|There is no feature, parameter, constant or let step 'alpah' (did you mean"
            + " 'alpha'?)",
        "x + zzzzz|4|There is no feature, parameter, constant or let step 'zzzzz'",
        "1 + betta[0]|4|There is no feature, parameter, constant or let step 'betta' (did you mean"
            + " 'beta'?)",
        "exp(x, 1)|0|exp takes 1 argument, but found 2: exp(x)",
        "exp()|0|exp takes 1 argument, but found 0: exp(x)",
        "min(x)|0|min takes at least 2 arguments, but found 1: min(a, b, …)",
        "where(x, 1)|0|where takes 3 arguments, but found 2: where(condition, yes, no)",
        "dot(beta)|0|dot takes 2 arguments, but found 1: dot(a, b)",
        "exp(x = 1)|8|exp takes no argument by name, but found x = …",
        "beta|0|A number belongs here, but this is a vector of 3 (category). Choose an element, as"
            + " in beta[0], or reduce it: sum, mean or dot make a number of it",
        "1 + exp(beta * x)|2|A number belongs here, but this is a vector of 3 (category). Choose an"
            + " element, as in beta[0], or reduce it: sum, mean or dot make a number of it",
        "theta[carrier]|0|A number belongs here, but this is a vector of 2 (coef). Choose an"
            + " element, as in beta[0], or reduce it: sum, mean or dot make a number of it",
        "beta[0, 1]|0|beta has 1 dimension (category 3), but 2 indices are given",
        "alpha[0]|0|alpha has no dimensions, but 1 index is given",
        "beta[3]|5|The index of beta must be a whole number from 0 to 2, or from -3 to -1 to count"
            + " from the end, but is 3",
        "beta[-4]|5|The index of beta must be a whole number from 0 to 2, or from -3 to -1 to count"
            + " from the end, but is -4",
        "beta[alpha]|5|An index must not depend on a parameter of the model",
        "x[0]|0|'x' is a number and can't be indexed",
        "carrier + 1|0|A number belongs here, but this is the level of feature 'carrier'. It can"
            + " index a parameter, as in beta[carrier], or be compared, as in carrier == \"AA\"",
        "[x, 1]|0|A number belongs here, but this is a vector of 2. Choose an element, as in"
            + " beta[0], or reduce it: sum, mean or dot make a number of it",
        "dot(beta, [1, 2])|0|The arguments of dot must be equally long, but have 3 and 2 elements",
        "beta[carrier]|5|Feature 'carrier' has 2 levels, but dimension 'category' of beta has 3"
            + " positions",
        "gamma[category]|6|Feature 'category' has levels that are no labels of dimension 'carrier'"
            + " of gamma: 10, 20, 30. Its labels are BB, AA",
      })
  void saysWhatIsWrongAndWhere(String source, int offset, String message) {
    assertThatThrownBy(() -> Evaluation.of(scope(), source))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.offset()).isEqualTo(offset))
        .hasMessage(message);
  }

  @Test
  void aFaultInALetStepIsToldOfTheStep() throws Exception {
    TestScope scope = scope().let("outer", "inner * 2").let("inner", "x + alpah");
    assertThatThrownBy(() -> Evaluation.of(scope, "1 + outer"))
        .isInstanceOfSatisfying(
            ExpressionException.class,
            e -> {
              assertThat(e.step()).isEqualTo("inner");
              assertThat(e.offset()).isEqualTo(4);
            });
  }

  @Test
  void aCycleIsToldWithTheUseThatBeginsIt() throws Exception {
    TestScope scope = scope().let("a", "1 + 2 * b").let("b", "c").let("c", "x - a");
    assertThatThrownBy(() -> Evaluation.of(scope, "a"))
        .hasMessage("The let steps form a cycle: a -> b -> c -> a")
        .isInstanceOfSatisfying(
            ExpressionException.class,
            e -> {
              assertThat(e.step()).isEqualTo("a");
              assertThat(e.offset()).isEqualTo(8);
            });
  }

  @Test
  void aStepThatUsesItselfIsACycle() throws Exception {
    TestScope scope = scope().let("a", "1 + a");
    assertThatThrownBy(() -> Evaluation.of(scope, "a"))
        .hasMessage("The let steps form a cycle: a -> a")
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.offset()).isEqualTo(4));
  }

  @Test
  void refusesHostileChainsOfLetSteps() throws Exception {
    TestScope scope = scope().let("a0", "x");
    for (int i = 1; i <= 50_000; i++) {
      scope.let("a" + i, "a" + (i - 1));
    }
    assertThatThrownBy(() -> Evaluation.of(scope, "a50000"))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("Let steps use each other more than 200 levels deep");
  }

  @Test
  void longLetStepsMayUseEachOther() throws Exception {
    TestScope scope = scope().let("a0", "x");
    for (int i = 1; i < 199; i++) {
      scope.let("a" + i, "a" + (i - 1) + "+x".repeat(1900));
    }
    double[] column = Evaluation.of(scope, "a198").number(0, 1).column();
    assertThat(column).containsOnly(1 + 198 * 1900);
  }

  @Test
  void refusesNestedLetStepsThatUseEachOther() throws Exception {
    TestScope scope = nestedSteps(3);
    assertThatThrownBy(() -> Evaluation.of(scope, "a3"))
        .isInstanceOf(ExpressionException.class)
        .hasMessage(
            "With the let steps that use this one, operations are nested more than 500 levels"
                + " deep; make fewer nested steps use each other");
  }

  /** Somewhat less than threads have by default, because a caller has taken some. */
  @Test
  void theDeepestThatIsAcceptedNeedsNoLargeStack() throws Exception {
    TestScope scope = nestedSteps(2);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          compile(scope, "x" + "+alpha".repeat(650));
          compile(scope, "exp(".repeat(95) + "a2" + ")".repeat(95));
        };
    Thread thread = new Thread(null, work, "small stack", 900 << 10);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure).hasNullValue();
  }

  private static TestScope nestedSteps(int count) throws ExpressionException {
    TestScope scope = scope().let("a0", "x");
    for (int i = 1; i <= count; i++) {
      scope.let("a" + i, "exp(".repeat(199) + "a" + (i - 1) + ")".repeat(199));
    }
    return scope;
  }

  private static void compile(TestScope scope, String source) {
    try {
      Evaluation.of(scope, source).column();
    } catch (ExpressionException | UnscorableException e) {
      throw new AssertionError(e);
    }
  }
}
