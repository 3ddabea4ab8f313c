package io.credence.expression;

import static io.credence.expression.TestScope.dimension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.UnscorableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Element e of a parameter has the draws 100 e, 100 e + 1 and 100 e + 2. */
class VectorsTest {

  private static final double[] TWO = {0, 1, 2, 100, 101, 102};
  private static final double[] FOUR = {0, 1, 2, 100, 101, 102, 200, 201, 202, 300, 301, 302};

  private static TestScope scope() {
    return new TestScope()
        .number("x")
        .texts("g", "a", "b")
        .vector("v", 2)
        .number("i")
        .parameter("alpha", 1, 2, 3)
        .parameter("beta", List.of(dimension("media", 2, "tv", "radio")), TWO)
        .parameter(
            "w", List.of(dimension("media", 2, "tv", "radio"), dimension("g", 2, "a", "b")), FOUR)
        .constant("c", List.of(dimension("media", 2, "tv", "radio")), 3, 5)
        .constant("m", List.of(dimension("row", 2), dimension("column", 3)), 1, 2, 3, 4, 5, 6);
  }

  private static double[] evaluate(String source) throws Exception {
    Evaluation evaluation = Evaluation.of(scope(), source).number(0, 10).level(1, 1).number(3, 1);
    return evaluation.vector(2, 7, 8).column();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(beta)|100|102|104",
        "mean(beta)|50|51|52",
        "sum(beta * c)|500|508|516",
        "sum(beta + x)|120|122|124",
        "sum(-beta)|-100|-102|-104",
        "sum(exp(beta * 0))|2|2|2",
        "sum(where(beta > 50, beta, alpha))|101|103|105",
        "sum(max(beta, 50, alpha))|150|151|152",
        "dot(beta, [x, 1])|100|111|122",
        "dot(v, beta)|800|815|830",
        "dot(v, [1, 2])|23|23|23",
        "v[0] + v[-1]|15|15|15",
        "v[i]|8|8|8",
        "sum(w[:, g])|400|402|404",
        "sum(w[\"tv\"])|100|102|104",
        "w[\"radio\", g]|300|301|302",
        "beta[\"tv\"]|0|1|2",
        "beta[-1]|100|101|102",
        "sum(m)|21|21|21",
        "sum(sum(m, 0))|21|21|21",
        "sum(mean(m, \"row\") * [1, 10, 100])|487.5|487.5|487.5",
        "sum(matmul([1, 10], m) * [1, 100, 10000])|635241|635241|635241",
        "sum(matmul(c, w))|2800|2816|2832",
        "dot(softmax([0, 0]), [1, 3])|2|2|2",
        "dot(softmax(beta * 0 + [0, 1000]), [1, 3])|3|3|3",
        "interp(x, [0, 20], [1, 3])|2|2|2",
        "interp(x, [0, 20], beta)|50|51|52",
        "interp(alpha, [0, 2, 3], [0, 20, 0])|10|20|0",
        "interp(-1, [0, 20], [1, 3]) + interp(99, [0, 20], [1, 3])|4|4|4",
        "sum(bspline(x, [0, 0, 0, 0, 5, 20, 20, 20, 20], 3))|1|1|1",
        "g == \"b\"|1|1|1",
        "g != \"b\"|0|0|0",
        "x > 5 and not g == \"a\" or 0|1|1|1",
        "clip(x, 0, 7) + round(2.5) + log10(100) + pi * 0|11|11|11",
      })
  void evaluates(String source, double first, double second, double third) throws Exception {
    assertThat(evaluate(source)).containsExactly(first, second, third);
  }

  @Test
  void letStepsKeepTheirTypes() throws Exception {
    TestScope scope = scope().let("h", "beta * x").let("kind", "g").let("who", "v");
    Evaluation evaluation =
        Evaluation.of(scope, "h[0] + h[\"radio\"] + (kind == \"b\") + who[1] + sum(w[:, kind])");
    assertThat(evaluation.number(0, 10).level(1, 1).vector(2, 7, 8).column())
        .containsExactly(1409, 1431, 1453);
  }

  @Test
  void aLevelThatTheCodingLeavesOutIsZero() throws Exception {
    TestScope scope =
        new TestScope()
            .coded("eth", "black", "black", "hispanic", "white")
            .parameter("b", List.of(dimension("eth", 2, "white", "hispanic")), TWO)
            .constant("k", List.of(dimension("eth", 2, "white", "hispanic")), 4, 5)
            .parameter(
                "full", List.of(dimension("e", 3, "white", "hispanic", "black")), new double[9]);
    Evaluation evaluation = Evaluation.of(scope, "b[eth] + k[eth] + full[eth]");
    assertThat(evaluation.level(0, 0).column()).containsExactly(0, 0, 0);
    assertThat(evaluation.level(0, 1).column()).containsExactly(105, 106, 107);
    assertThat(evaluation.level(0, 2).column()).containsExactly(4, 5, 6);
  }

  @Test
  void bsplinesAreThoseOfSciPy() throws Exception {
    // BSpline.design_matrix([7], [0, 0, 0, 0, 5, 20, 20, 20, 20], 3) of SciPy 1.17.1.
    double[] expected = {
      0, 0.36616666666666664, 0.4694444444444444, 0.1620185185185185, 0.0023703703703703703
    };
    String basis = "bspline(x, [0, 0, 0, 0, 5, 20, 20, 20, 20], 3)";
    for (int k = 0; k < expected.length; k++) {
      TestScope each = new TestScope().number("x").let("b", basis);
      assertThat(Evaluation.of(each, "b[%s]".formatted(k)).number(0, 7).column()[0])
          .isCloseTo(expected[k], within(1e-15));
    }
    TestScope scope = new TestScope().number("x").let("b", basis);
    assertThat(Evaluation.of(scope, "b[-1]").number(0, 20).column()[0]).isEqualTo(1);
    Evaluation outside = Evaluation.of(scope, "sum(b)").number(0, 21);
    assertThatThrownBy(outside::column)
        .isInstanceOf(UnscorableException.class)
        .hasMessage("x of bspline must be from 0.0 to 20.0, which the knots span, but is 21.0");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.1, 0.1124629160182849",
    "0.9999, 0.84265927804875948",
    "1, 0.8427007929497149",
    "2, 0.9953222650189527",
    "-3, -0.9999779095030014",
    "6, 1",
    "1e-300, 1.1283791670955126e-300",
  })
  void erf(double x, double expected) throws Exception {
    assertThat(Evaluation.constant("erf(%s)".formatted(x)))
        .isCloseTo(expected, within(3e-16 * Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1.96, 0.9750021048517795",
    "-1.96, 0.024997895148220435",
    "-10, 7.61985302416052e-24",
    "-37, 5.725571222524577e-300",
    "40, 1",
  })
  void normalCdf(double x, double expected) throws Exception {
    assertThat(Evaluation.constant("normal_cdf(%s)".formatted(x)))
        .isCloseTo(expected, within(1e-14 * expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beta + m|Only arrays of the same shape can be combined element by element, but these are a vector"
            + " of 2 (media) and a matrix (row 2, column 3)",
        "sum(beta * [radio, tv])|Elements meet in order, but 'tv' stands at another position on the other"
            + " side: tv, radio and radio, tv",
        "g == \"cc\"|Feature 'g' has no level \"cc\", so it could never be equal; its levels are a, b",
        "g < \"b\"|A text can only be compared with a feature that has levels, as in eth == \"black\" or eth"
            + " != \"black\", but here the level of feature 'g' < the text \"b\"",
        "beta[\"print\"]|Dimension 'media' of beta has no label \"print\". Its labels are tv, radio",
        "m[\"a\", 0]|Dimension 'row' of m has no labels, so \"a\" names none of its positions 0 to 1",
        "matmul(beta, [1, 2, 3])|matmul goes along the last axis of its first argument and the first axis of"
            + " its second, which have 2 and 3 elements: these are a vector of 2 (media) and a vector of 3",
        "softmax(w)|softmax of a matrix (media 2, g 2) needs the axis along which it adds to 1, as in"
            + " softmax(x, \"g\")",
        "sum(m, 2)|The axis of sum must be from 0 to 1, or the name of one in quotes, but is 2",
        "bspline(x, alpha, 3)|The knots of bspline must be numbers of the model itself: literals, or"
            + " constants of constant_data",
        "interp(x, [1, 1], [1, 2])|The grid of interp must increase, but point 1 is 1.0 after 1.0",
        "1 + \"tv\"|A text can only be compared with a feature that has levels, as in eth == \"black\" or eth"
            + " != \"black\", but here a number + the text \"tv\"",
        "exp(\"tv\")|A number belongs here, but this is the text \"tv\". A text can be an index, as in"
            + " beta[\"tv\"], or be compared with a feature",
      })
  void refuses(String source, String message) {
    TestScope scope = scope().number("tv").number("radio");
    assertThatThrownBy(() -> Evaluation.of(scope, source)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "sigmoid, (it is called 'logistic' here)",
    "inv_logit, (it is called 'logistic' here)",
    "Phi, (it is called 'normal_cdf' here)",
    "ln, (it is called 'log' here)",
    "sqr, (did you mean 'sqrt'?)",
    "square, (write x ** 2)",
    "Normal, (did you mean 'normal'?)",
    "acos, ''",
    "half_norm, ''",
    "meen, (did you mean 'mean'?)",
  })
  void saysWhatAnUnknownFunctionIsCalledHere(String name, String remedy) {
    assertThatThrownBy(() -> Evaluation.of(scope(), name + "(x)"))
        .hasMessageStartingWith(
            "There is no function or distribution '%s'".formatted(name)
                + (remedy.isEmpty() ? ". Functions: abs, " : " " + remedy));
  }
}
