package io.credence.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

  /** Python 3 groups the same way, by ast.unparse of the fully parenthesised form. */
  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, (1.0 + (2.0 * 3.0))",
    "1 - 2 - 3, ((1.0 - 2.0) - 3.0)",
    "8 / 4 / 2, ((8.0 / 4.0) / 2.0)",
    "8 / 4 * 2, ((8.0 / 4.0) * 2.0)",
    "2 ** 3 ** 2, (2.0 ** (3.0 ** 2.0))",
    "-2 ** 2, (-(2.0 ** 2.0))",
    "2 ** -1, (2.0 ** (-1.0))",
    "2 ** -3 ** 2, (2.0 ** (-(3.0 ** 2.0)))",
    "-a * b, ((-a) * b)",
    "a * -b, (a * (-b))",
    "--a, (-(-a))",
    "a - -b, (a - (-b))",
    "a + b < c * d, ((a + b) < (c * d))",
    "(a < b) == (c >= d), ((a < b) == (c >= d))",
    "(1 + 2) * 3, ((1.0 + 2.0) * 3.0)",
    "beta[i] ** 2, (beta[i] ** 2.0)",
    "exp(a) ** 2, (exp(a) ** 2.0)",
    "-beta[i], (-beta[i])",
  })
  void groups(String source, String grouped) throws Exception {
    assertThat(Printer.grouped(Parser.parse(source))).isEqualTo(grouped);
  }

  @ParameterizedTest
  @CsvSource({
    "'theta[region, 2]', 'theta[region, 2.0]'",
    "'beta[i + 1]', 'beta[(i + 1.0)]'",
    "'dot(beta, [x, 1])', 'dot(beta, [x, 1.0])'",
    "'normal(mu = a, sigma = 1)', 'normal(mu = a, sigma = 1.0)'",
    "'normal(a, sigma = s == 1)', 'normal(a, sigma = (s == 1.0))'",
    "'f()', 'f()'",
    "'σ * β_1', '(σ * β_1)'",
    "'a\n  +\tb', '(a + b)'",
  })
  void reads(String source, String grouped) throws Exception {
    assertThat(Printer.grouped(Parser.parse(source))).isEqualTo(grouped);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "007, 7",
    "1., 1",
    ".5, 0.5",
    "1e3, 1000",
    "1.5E-3, 0.0015",
    "2e+2, 200",
    "1e-400, 0"
  })
  void readsNumbers(String source, double value) throws Exception {
    assertThat(Parser.parse(source)).isEqualTo(new Expression.Literal(value, 0));
  }

  @Test
  void nodesKnowWhereTheyStand() throws Exception {
    Expression.Binary sum = (Expression.Binary) Parser.parse("  ab + f(cd)");
    assertThat(sum.offset()).isEqualTo(5);
    assertThat(sum.left().offset()).isEqualTo(2);
    assertThat(sum.right().offset()).isEqualTo(7);
    assertThat(((Expression.Call) sum.right()).arguments().get(0).value().offset()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"|0|Expected a number, a name or '(', but found the end",
        "a +|3|Expected a number, a name or '(', but found the end",
        "a + * b|4|Expected a number, a name or '(', but found '*'",
        "(a + b|6|Expected ')', but found the end",
        "a + b)|5|Expected an operator or the end, but found ')'",
        "a b|2|Expected an operator or the end, but found 'b'",
        "2x|1|Expected an operator or the end, but found 'x'",
        "1.2.3|3|Expected an operator or the end, but found '.3'",
        "a < b < c|6|Expected an operator or the end, but found '<': comparisons do not chain;"
            + " write a < b and b < c",
        "f(a < b < c)|8|Expected ')', but found '<': comparisons do not chain; write a < b and b < c",
        "a if b else c|2|Expected an operator or the end, but found 'if': for yes if condition else"
            + " no, write where(condition, yes, no)",
        "(a if b else c)|3|Expected ')', but found 'if': for yes if condition else no, write"
            + " where(condition, yes, no)",
        "[a = 1]|3|Expected ']', but found '=': to compare, write ==",
        "a @ b|2|'@' has no meaning in an expression: write matmul(a, b), or dot(a, b) of two vectors",
        "a ? b : c|2|'?' has no meaning in an expression: write where(condition, yes, no)",
        "beta[|5|Expected a number, a name or '(', but found the end",
        "beta[]|5|Expected a number, a name or '(', but found ']'",
        "beta[1, ]|8|Expected a number, a name or '(', but found ']'",
        "beta[1)|6|Expected ']', but found ')'",
        "f(a,)|4|Expected a number, a name or '(', but found ')'",
        "normal(mu = )|12|Expected a number, a name or '(', but found ')'",
        "mu = 3|3|Expected an operator or the end, but found '=': to compare, write ==",
        "+a|0|Expected a number, a name or '(', but found '+'",
        "f(a)(b)|4|Expected an operator or the end, but found '('",
        "[a][0]|3|Expected an operator or the end, but found '['",
        "a ^ b|2|'^' has no meaning in an expression: a power is x ** 2",
        "a $ b|2|'$' has no meaning in an expression",
        "a 🛫 b|2|'🛫' has no meaning in an expression",
        "a ! b|2|'!' has no meaning in an expression: write not",
        "beta.x|4|'.' has no meaning in an expression: write a function by its name alone, such as"
            + " normal(mu, sigma) or exp(x)",
        "1e400|0|1e400 is larger than the largest double",
      })
  void saysWhatIsWrongAndWhere(String source, int offset, String message) {
    assertFault(source, offset, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "f(", "b[", "[", "2**", "1<(", "f(x=", "-("})
  void refusesHostileDepth(String opening) {
    String source = opening.repeat(1000);
    assertThatThrownBy(() -> Parser.parse(source))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("Nested more than 200 levels deep");
  }

  @Test
  void acceptsSensibleDepth() throws Exception {
    String source = "(".repeat(100) + "x" + ")".repeat(100);
    assertThat(Parser.parse(source)).isEqualTo(new Expression.Name("x", 100));
  }

  @Test
  void refusesHostileLength() {
    assertFault(
        "1+".repeat(2000) + "1", 4000, "Longer than 4000 characters; split it into let steps");
  }

  @Test
  void acceptsTheGreatestLength() throws Exception {
    assertThat(Parser.parse("1" + " ".repeat(3999))).isEqualTo(new Expression.Literal(1, 0));
  }

  private static void assertFault(String source, int offset, String message) {
    assertThatThrownBy(() -> Parser.parse(source))
        .isInstanceOfSatisfying(
            ExpressionException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(message);
              assertThat(e.offset()).isEqualTo(offset);
              assertThat(e.step()).isNull();
            });
  }
}
