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

  static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

  /**
   * Deeper nesting than any sensible model; without a limit, hostile input could exhaust the stack.
   */
  private static final int MAX_DEPTH = 200;

  /** Bounds the depth of a tree that grows to the left, such as {@code a + b + c + …}. */
  private static final int MAX_LENGTH = 4000;

  private final TokenCursor tokens;
  private int depth;

  private Parser(TokenCursor tokens) {
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
    Parser parser = new Parser(new TokenCursor(Lexer.tokens(source)));
    Expression expression = parser.any();
    Token rest = parser.tokens.peek();
    if (rest.kind() != Token.Kind.END) {
      throw TokenCursor.unexpected("an operator or the end", rest);
    }
    return expression;
  }

  private Expression any() throws ExpressionException {
    Expression left = all();
    while (tokens.peek().is("or")) {
      Token operator = tokens.take();
      left = new Binary(operator.text(), left, all(), operator.offset());
    }
    return left;
  }

  private Expression all() throws ExpressionException {
    Expression left = inversion();
    while (tokens.peek().is("and")) {
      Token operator = tokens.take();
      left = new Binary(operator.text(), left, inversion(), operator.offset());
    }
    return left;
  }

  private Expression inversion() throws ExpressionException {
    if (!tokens.peek().is("not")) {
      return comparison();
    }
    Token start = tokens.take();
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
    if (tokens.peek().kind() == Token.Kind.SYMBOL && COMPARISONS.contains(tokens.peek().text())) {
      Token operator = tokens.take();
      left = new Binary(operator.text(), left, sum(), operator.offset());
    }
    return left;
  }

  private Expression sum() throws ExpressionException {
    Expression left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token operator = tokens.take();
      left = new Binary(operator.text(), left, product(), operator.offset());
    }
    return left;
  }

  private Expression product() throws ExpressionException {
    Expression left = unary();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      Token operator = tokens.take();
      left = new Binary(operator.text(), left, unary(), operator.offset());
    }
    return left;
  }

  /** All recursion but that of {@code not} passes through here, so its depth is bounded here. */
  private Expression unary() throws ExpressionException {
    Token start = tokens.peek();
    deeper(start);
    Expression result = tokens.takeIf("-") ? new Negation(unary(), start.offset()) : power();
    depth--;
    return result;
  }

  private Expression power() throws ExpressionException {
    Expression base = primary();
    if (!tokens.peek().is("**")) {
      return base;
    }
    Token operator = tokens.take();
    return new Binary(operator.text(), base, unary(), operator.offset());
  }

  private Expression primary() throws ExpressionException {
    Token token = tokens.take();
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
      tokens.expect(")");
      return inner;
    }
    if (token.is("[")) {
      return new Vector(list(), token.offset());
    }
    throw TokenCursor.unexpected("a number, a name or '('", token);
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
    if (name.kind() == Token.Kind.NAME && tokens.peek().is("(")) {
      tokens.take();
      return new Call(name.text(), arguments(), name.offset());
    }
    Name target = new Name(name.text(), name.offset());
    if (tokens.peek().is("[")) {
      tokens.take();
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
    } while (tokens.takeIf(","));
    tokens.expect("]");
    return List.copyOf(elements);
  }

  private List<Expression> indices() throws ExpressionException {
    List<Expression> indices = new ArrayList<>();
    do {
      Token start = tokens.peek();
      indices.add(tokens.takeIf(":") ? new Whole(start.offset()) : any());
    } while (tokens.takeIf(","));
    tokens.expect("]");
    return List.copyOf(indices);
  }

  private List<Argument> arguments() throws ExpressionException {
    List<Argument> arguments = new ArrayList<>();
    if (tokens.takeIf(")")) {
      return List.of();
    }
    do {
      arguments.add(argument());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return List.copyOf(arguments);
  }

  private Argument argument() throws ExpressionException {
    boolean named = tokens.peek().kind() == Token.Kind.NAME && tokens.peekBehind().is("=");
    if (!named) {
      return new Argument(null, any());
    }
    String name = tokens.take().text();
    tokens.expect("=");
    return new Argument(name, any());
  }
}
