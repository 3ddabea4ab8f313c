package io.credence.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts source text into tokens. */
final class Lexer {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern SYMBOL = Pattern.compile("\\*\\*|[<>=!]=|[-+*/<>=()\\[\\],]");

  private final String source;
  private final Matcher matcher;
  private int position;

  private Lexer(String source) {
    this.source = source;
    this.matcher = SPACE.matcher(source);
  }

  /** The tokens of the source, ended by one of kind END. */
  static List<Token> tokens(String source) throws ExpressionException {
    return new Lexer(source).all();
  }

  private List<Token> all() throws ExpressionException {
    List<Token> tokens = new ArrayList<>();
    while (true) {
      if (at(SPACE)) {
        position = matcher.end();
      }
      if (position == source.length()) {
        tokens.add(new Token(Token.Kind.END, "", position));
        return tokens;
      }
      tokens.add(next());
    }
  }

  private Token next() throws ExpressionException {
    int start = position;
    Token.Kind kind;
    if (at(NUMBER)) {
      kind = Token.Kind.NUMBER;
    } else if (at(NAME)) {
      kind = Token.Kind.NAME;
    } else if (at(SYMBOL)) {
      kind = Token.Kind.SYMBOL;
    } else {
      String found = source.substring(start, source.offsetByCodePoints(start, 1));
      throw new ExpressionException("'" + found + "' has no meaning in an expression", start);
    }
    position = matcher.end();
    return new Token(kind, matcher.group(), start);
  }

  private boolean at(Pattern pattern) {
    return matcher.usePattern(pattern).region(position, source.length()).lookingAt();
  }
}
