package io.credence.expression;

import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads an expression by recursive descent. From loose to tight: comparison (which does not chain),
 * {@code + -}, {@code * /}, minus sign, {@code **} (right-associative, as in Python), call and
 * index.
 *
 * <pre>
 * comparison := sum [ ("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=") sum ]
 * sum        := product { ("+" | "-") product }
 * product    := unary { ("*" | "/") unary }
 * unary      := "-" unary | power
 * power      := primary [ "**" unary ]
 * primary    := number | name | name "[" list "]" | name "(" arguments ")" | "[" list "]" | "(" comparison ")"
 * </pre>
 */
public final class Parser {

  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

  /**
   * Deeper nesting than any sensible model; without a limit, hostile input could exhaust the stack.
   */
  private static final int MAX_DEPTH = 200;

  /** Bounds the depth of a tree that grows to the left, such as {@code a + b + c + …}. */
  private static final int MAX_LENGTH = 4000;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Parses a whole expression.
   *
   * @throws ExpressionException at the first fault
   */
  public static Expression parse(String source) throws ExpressionException {
    if (source.length() > MAX_LENGTH) {
      throw new ExpressionException(
          "Longer than " + MAX_LENGTH + " characters; split it into let steps", MAX_LENGTH);
    }
    Parser parser = new Parser(Lexer.tokens(source));
    Expression expression = parser.comparison();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw new ExpressionException(
          "Expected an operator or the end, but found " + rest, rest.offset());
    }
    return expression;
  }

  private Expression comparison() throws ExpressionException {
    Expression left = sum();
    if (COMPARISONS.contains(peek().text())) {
      Token operator = take();
      left = new Binary(operator.text(), left, sum(), operator.offset());
    }
    return left;
  }

  private Expression sum() throws ExpressionException {
    Expression left = product();
    while (peek().is("+") || peek().is("-")) {
      Token operator = take();
      left = new Binary(operator.text(), left, product(), operator.offset());
    }
    return left;
  }

  private Expression product() throws ExpressionException {
    Expression left = unary();
    while (peek().is("*") || peek().is("/")) {
      Token operator = take();
      left = new Binary(operator.text(), left, unary(), operator.offset());
    }
    return left;
  }

  /** All recursion passes through here, so this is where its depth is bounded. */
  private Expression unary() throws ExpressionException {
    Token start = peek();
    if (++depth > MAX_DEPTH) {
      throw new ExpressionException(
          "Nested more than " + MAX_DEPTH + " levels deep", start.offset());
    }
    Expression result = takeIf("-") ? new Negation(unary(), start.offset()) : power();
    depth--;
    return result;
  }

  private Expression power() throws ExpressionException {
    Expression base = primary();
    if (!peek().is("**")) {
      return base;
    }
    Token operator = take();
    return new Binary(operator.text(), base, unary(), operator.offset());
  }

  private Expression primary() throws ExpressionException {
    Token token = take();
    if (token.kind() == Token.Kind.NUMBER) {
      return new Literal(number(token), token.offset());
    }
    if (token.kind() == Token.Kind.NAME) {
      return named(token);
    }
    if (token.is("(")) {
      Expression inner = comparison();
      expect(")");
      return inner;
    }
    if (token.is("[")) {
      return new Vector(list("]"), token.offset());
    }
    throw new ExpressionException(
        "Expected a number, a name or '(', but found " + token, token.offset());
  }

  private static double number(Token token) throws ExpressionException {
    double number = Double.parseDouble(token.text());
    if (Double.isInfinite(number)) {
      throw new ExpressionException(
          token.text() + " is larger than the largest double", token.offset());
    }
    return number;
  }

  private Expression named(Token name) throws ExpressionException {
    if (peek().is("(")) {
      take();
      return new Call(name.text(), arguments(), name.offset());
    }
    Name target = new Name(name.text(), name.offset());
    if (peek().is("[")) {
      take();
      return new Index(target, list("]"), name.offset());
    }
    return target;
  }

  private List<Expression> list(String end) throws ExpressionException {
    List<Expression> elements = new ArrayList<>();
    do {
      elements.add(comparison());
    } while (takeIf(","));
    expect(end);
    return List.copyOf(elements);
  }

  private List<Argument> arguments() throws ExpressionException {
    List<Argument> arguments = new ArrayList<>();
    if (takeIf(")")) {
      return List.of();
    }
    do {
      arguments.add(argument());
    } while (takeIf(","));
    expect(")");
    return List.copyOf(arguments);
  }

  private Argument argument() throws ExpressionException {
    boolean named = peek().kind() == Token.Kind.NAME && tokens.get(next + 1).is("=");
    if (!named) {
      return new Argument(null, comparison());
    }
    String name = take().text();
    expect("=");
    return new Argument(name, comparison());
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private boolean takeIf(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      next++;
    }
    return found;
  }

  private void expect(String symbol) throws ExpressionException {
    Token token = take();
    if (!token.is(symbol)) {
      throw new ExpressionException(
          "Expected '" + symbol + "', but found " + token, token.offset());
    }
  }
}
