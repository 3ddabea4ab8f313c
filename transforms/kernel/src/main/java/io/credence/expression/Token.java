package io.credence.expression;

/**
 * A piece of source text.
 *
 * @param kind what it is
 * @param text as it stands in the source; empty at the end
 * @param offset where it begins, from 0
 */
record Token(Kind kind, String text, int offset) {

  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
