package io.credence.expression;

import java.util.List;

/** The tokens of an expression, one after another. */
final class TokenCursor {

  private final List<Token> tokens;
  private int next;

  /**
   * @param tokens of which the last one is the end
   */
  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The next one, which stays the next one. */
  Token peek() {
    return tokens.get(next);
  }

  /** The one behind the next one, which must not be the end. */
  Token peekBehind() {
    return tokens.get(next + 1);
  }

  /** The next one; the end stays the next one. */
  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  /** Whether this symbol is the next one, which it then no longer is. */
  boolean takeIf(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      next++;
    }
    return found;
  }

  /** Takes a symbol that must be the next one. */
  void expect(String symbol) throws ExpressionException {
    Token token = take();
    if (!token.is(symbol)) {
      throw unexpected("'" + symbol + "'", token);
    }
  }

  /** What is to be said of a token that does not belong where it stands. */
  static ExpressionException unexpected(String expected, Token found) {
    return new ExpressionException(
        "Expected " + expected + ", but found " + found + hint(found), found.offset());
  }

  /** What other languages write there, and what to write here. */
  private static String hint(Token found) {
    if (found.kind() == Token.Kind.NAME
        && (found.text().equals("if") || found.text().equals("else"))) {
      return ": for yes if condition else no, write where(condition, yes, no)";
    }
    if (Parser.COMPARISONS.contains(found.text())) {
      return ": comparisons do not chain; write a < b and b < c";
    }
    return found.is("=") ? ": to compare, write ==" : "";
  }
}
