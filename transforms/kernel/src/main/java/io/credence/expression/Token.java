package io.credence.expression;

import io.credence.problem.Excerpt;

/**
 * A piece of source text.
 *
 * @param kind what it is
 * @param text as it stands in the source, without the quotes of a text or name; empty at the end
 * @param offset where it begins, from 0
 */
record Token(Kind kind, String text, int offset) {

  enum Kind {
    NUMBER,
    NAME,
    /** A name in backquotes. */
    QUOTED_NAME,
    TEXT,
    /** One of {@code and or not}. */
    KEYWORD,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return (kind == Kind.SYMBOL || kind == Kind.KEYWORD) && text.equals(symbol);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "the text \"" + Excerpt.of(text) + "\"";
      default -> "'" + Excerpt.of(text) + "'";
    };
  }
}
