package io.credence.beam.store;

import java.util.regex.Pattern;

/** Makes a regular expression of a pattern of files. */
final class PatternTranslation {

  private static final String NAME = "[^/]+";
  private static final String PART = "[^/]*";

  private final String text;
  private final boolean brackets;
  private final String begin;
  private final StringBuilder expression = new StringBuilder();
  private int next;
  private int open;
  private boolean openAtBegin;

  /**
   * A translation.
   *
   * @param fixed how much of the text stands for itself
   * @param brackets whether brackets are wildcards
   * @param begin what the expression shall say where a name begins that a wildcard stands for
   */
  PatternTranslation(String text, int fixed, boolean brackets, String begin) {
    this.text = text;
    this.brackets = brackets;
    this.begin = begin;
    expression.append(Pattern.quote(text.substring(0, fixed)));
    next = fixed;
  }

  Pattern pattern() {
    boolean atBegin = next == 0 || text.charAt(next - 1) == '/';
    while (next < text.length()) {
      atBegin = add(text.charAt(next), atBegin);
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL);
  }

  /** Whether another name may begin behind this character. */
  private boolean add(char c, boolean atBegin) {
    switch (c) {
      case '*' -> {
        return addStars(atBegin);
      }
      case '?' -> addOne("[^/]", atBegin);
      case '[' -> {
        int end = brackets ? text.indexOf(']', next + 2) : -1;
        addOne(end < 0 ? "\\[" : set(text.substring(next + 1, end)), end >= 0 && atBegin);
        next = Math.max(next, end + 1);
      }
      case '{' -> {
        boolean isMeant = brackets && text.indexOf('}', next) > 0;
        open += isMeant ? 1 : 0;
        openAtBegin = isMeant && atBegin;
        addOne(isMeant ? "(?:" : "\\{", false);
        return isMeant && atBegin;
      }
      case ',' -> {
        addOne(open > 0 ? "|" : ",", false);
        return open > 0 && openAtBegin;
      }
      case '}' -> {
        addOne(open > 0 ? ")" : "\\}", false);
        open -= open > 0 ? 1 : 0;
      }
      default -> addOne(Pattern.quote(String.valueOf(c)), false);
    }
    return c == '/';
  }

  private void addOne(String translated, boolean atBegin) {
    expression.append(atBegin ? begin : "").append(translated);
    next++;
  }

  private boolean addStars(boolean atBegin) {
    int end = next;
    while (end < text.length() && text.charAt(end) == '*') {
      end++;
    }
    boolean folders = end - next > 1;
    boolean whole = folders && atBegin && end < text.length() && text.charAt(end) == '/';
    if (whole) {
      expression.append("(?:").append(begin).append(NAME).append("/)*");
      end++;
    } else {
      expression.append(atBegin ? begin : "").append(PART);
      if (folders) {
        expression.append("(?:/").append(begin).append(PART).append(")*");
      }
    }
    next = end;
    return whole;
  }

  /** One of some characters, or none of them; a slash is never among them. */
  private static String set(String characters) {
    boolean not = characters.startsWith("!") || characters.startsWith("^");
    StringBuilder set = new StringBuilder(not ? "[^/" : "[");
    for (char c : characters.substring(not ? 1 : 0).toCharArray()) {
      set.append(c == '-' || Character.isLetterOrDigit(c) ? "" : "\\").append(c);
    }
    return set.append(not ? "]" : "&&[^/]]").toString();
  }
}
