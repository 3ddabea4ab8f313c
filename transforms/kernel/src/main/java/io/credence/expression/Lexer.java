package io.credence.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts source text into tokens. */
final class Lexer {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern QUOTED_NAME = Pattern.compile("`([^`\\p{Cc}]+)`");
  private static final Pattern TEXT = Pattern.compile("\"([^\"\\p{Cc}]*)\"|'([^'\\p{Cc}]*)'");
  private static final Pattern SYMBOL = Pattern.compile("\\*\\*|[<>=!]=|[-+*/<>=()\\[\\],:]");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "not");

  /** What other languages write, and what to write here. */
  private static final Map<String, String> HINTS =
      Map.ofEntries(
          Map.entry("^", "a power is x ** 2"),
          Map.entry("%", "the rest of a division is x - y * floor(x / y)"),
          Map.entry("@", "write matmul(a, b), or dot(a, b) of two vectors"),
          Map.entry("?", "write where(condition, yes, no)"),
          Map.entry("~", "there are no formulas: write predict: normal(mu, sigma)"),
          Map.entry("&", "write and"),
          Map.entry("|", "write or; a name that contains | needs backquotes, as in `1|shop`"),
          Map.entry("!", "write not"),
          Map.entry(".", "write a function by its name alone, such as normal(mu, sigma) or exp(x)"),
          Map.entry("`", "a name in backquotes must end with one"),
          Map.entry("\"", "a text in quotes must end with one"),
          Map.entry("'", "a text in quotes must end with one"));

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
    if (at(NUMBER)) {
      return token(Token.Kind.NUMBER, matcher.group(), start);
    }
    if (at(NAME)) {
      String name = matcher.group();
      return token(KEYWORDS.contains(name) ? Token.Kind.KEYWORD : Token.Kind.NAME, name, start);
    }
    if (at(QUOTED_NAME)) {
      return token(Token.Kind.QUOTED_NAME, matcher.group(1), start);
    }
    if (at(TEXT)) {
      String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      return token(Token.Kind.TEXT, text, start);
    }
    if (at(SYMBOL)) {
      return token(Token.Kind.SYMBOL, matcher.group(), start);
    }
    String found = source.substring(start, source.offsetByCodePoints(start, 1));
    String hint = HINTS.get(found);
    throw new ExpressionException(
        "'%s' has no meaning in an expression%s".formatted(found, hint == null ? "" : ": " + hint),
        start);
  }

  private Token token(Token.Kind kind, String text, int start) {
    position = matcher.end();
    return new Token(kind, text, start);
  }

  private boolean at(Pattern pattern) {
    return matcher.usePattern(pattern).region(position, source.length()).lookingAt();
  }
}
