package io.credence.expression;

import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Not;
import io.credence.expression.Expression.Quoted;
import io.credence.expression.Expression.Vector;
import io.credence.expression.Expression.Whole;
import io.credence.problem.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads an expression by recursive descent. From loose to tight: {@code or}, {@code and}, {@code
 * not}, comparison (which does not chain), {@code + -}, {@code * /}, minus sign, {@code **}
 * (right-associative, as in Python), call and index.
 *
 * <pre>
 * any        := all { "or" all }
 * all        := inversion { "and" inversion }
 * inversion  := "not" inversion | comparison
 * comparison := sum [ ("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=") sum ]
 * sum        := product { ("+" | "-") product }
 * product    := unary { ("*" | "/") unary }
 * unary      := "-" unary | power
 * power      := primary [ "**" unary ]
 * primary    := number | text | name | name "[" indices "]" | name "(" arguments ")" | "[" list "]" | "(" any ")"
 * indices    := index { "," index }, where index := ":" | any
 * name       := an identifier, or any text in backquotes
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
    Expression expression = parser.any();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw unexpected("an operator or the end", rest);
    }
    return expression;
  }

  private static ExpressionException unexpected(String expected, Token found) {
    return new ExpressionException(
        "Expected " + expected + ", but found " + found + hint(found), found.offset());
  }

  /** What other languages write there, and what to write here. */
  private static String hint(Token found) {
    if (found.kind() == Token.Kind.NAME
        && (found.text().equals("if") || found.text().equals("else"))) {
      return ": for yes if condition else no, write where(condition, yes, no)";
    }
    if (COMPARISONS.contains(found.text())) {
      return ": comparisons do not chain; write a < b and b < c";
    }
    return found.is("=") ? ": to compare, write ==" : "";
  }

  private Expression any() throws ExpressionException {
    Expression left = all();
    while (peek().is("or")) {
      Token operator = take();
      left = new Binary(operator.text(), left, all(), operator.offset());
    }
    return left;
  }

  private Expression all() throws ExpressionException {
    Expression left = inversion();
    while (peek().is("and")) {
      Token operator = take();
      left = new Binary(operator.text(), left, inversion(), operator.offset());
    }
    return left;
  }

  private Expression inversion() throws ExpressionException {
    if (!peek().is("not")) {
      return comparison();
    }
    Token start = take();
    deeper(start);
    Expression result = new Not(inversion(), start.offset());
    depth--;
    return result;
  }

  private void deeper(Token start) throws ExpressionException {
    if (++depth > MAX_DEPTH) {
      throw new ExpressionException(
          "Nested more than " + MAX_DEPTH + " levels deep", start.offset());
    }
  }

  private Expression comparison() throws ExpressionException {
    Expression left = sum();
    if (peek().kind() == Token.Kind.SYMBOL && COMPARISONS.contains(peek().text())) {
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

  /** All recursion but that of {@code not} passes through here, so its depth is bounded here. */
  private Expression unary() throws ExpressionException {
    Token start = peek();
    deeper(start);
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
    if (token.kind() == Token.Kind.TEXT) {
      return new Quoted(token.text(), token.offset());
    }
    if (isName(token)) {
      return named(token);
    }
    if (token.is("(")) {
      Expression inner = any();
      expect(")");
      return inner;
    }
    if (token.is("[")) {
      return new Vector(list(), token.offset());
    }
    throw unexpected("a number, a name or '('", token);
  }

  private static double number(Token token) throws ExpressionException {
    double number = Double.parseDouble(token.text());
    if (Double.isInfinite(number)) {
      throw new ExpressionException(
          Excerpt.of(token.text()) + " is larger than the largest double", token.offset());
    }
    return number;
  }

  private Expression named(Token name) throws ExpressionException {
    if (name.kind() == Token.Kind.NAME && peek().is("(")) {
      take();
      return new Call(name.text(), arguments(), name.offset());
    }
    Name target = new Name(name.text(), name.offset());
    if (peek().is("[")) {
      take();
      return new Index(target, indices(), name.offset());
    }
    return target;
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.QUOTED_NAME;
  }

  private List<Expression> list() throws ExpressionException {
    List<Expression> elements = new ArrayList<>();
    do {
      elements.add(any());
    } while (takeIf(","));
    expect("]");
    return List.copyOf(elements);
  }

  private List<Expression> indices() throws ExpressionException {
    List<Expression> indices = new ArrayList<>();
    do {
      Token start = peek();
      indices.add(takeIf(":") ? new Whole(start.offset()) : any());
    } while (takeIf(","));
    expect("]");
    return List.copyOf(indices);
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
      return new Argument(null, any());
    }
    String name = take().text();
    expect("=");
    return new Argument(name, any());
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
      throw unexpected("'" + symbol + "'", token);
    }
  }
}
