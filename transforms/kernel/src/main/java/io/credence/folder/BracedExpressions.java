package io.credence.folder;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes {@code {name: expression, …}} apart where YAML would not: a comma within parentheses or
 * brackets belongs to the expression. An expression may also stand in quotes, as YAML would want
 * it.
 */
final class BracedExpressions {

  /** An entry; its source is empty where there is no colon. */
  record Entry(String name, String source) {}

  private static final String QUOTES = "\"'`";

  private BracedExpressions() {}

  /**
   * Splits the text of a YAML mapping in braces.
   *
   * @return the entries in their order; names may occur twice
   */
  static List<Entry> split(String braced) {
    List<Entry> entries = new ArrayList<>();
    String content = withoutComments(braced).strip();
    int start = content.indexOf('{') + 1;
    String inner = content.substring(start, Math.max(start, content.length() - 1));
    int from = 0;
    for (int comma : outside(inner, ',')) {
      add(entries, inner.substring(from, comma));
      from = comma + 1;
    }
    add(entries, inner.substring(from));
    return entries;
  }

  /** Where a character stands outside of brackets and quotes. */
  private static List<Integer> outside(String text, char wanted) {
    List<Integer> found = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += c == '\\' && quote == '"' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (QUOTES.indexOf(c) >= 0) {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == wanted && depth == 0) {
        found.add(i);
      }
    }
    return found;
  }

  /** As to YAML, a number sign begins one at the beginning of a line or after a space. */
  private static String withoutComments(String braced) {
    return braced.replaceAll("(?m)(^|[ \\t])#[^\n]*", "$1");
  }

  private static void add(List<Entry> entries, String entry) {
    List<Integer> colons = outside(entry, ':');
    if (!colons.isEmpty()) {
      String name = unquoted(entry.substring(0, colons.get(0)));
      entries.add(new Entry(name, unquoted(entry.substring(colons.get(0) + 1))));
    } else if (!entry.isBlank()) {
      entries.add(new Entry(unquoted(entry), ""));
    }
  }

  /** What quotes hold, as YAML reads it. */
  private static String unquoted(String written) {
    String text = written.strip();
    char quote = text.length() < 2 ? 0 : text.charAt(0);
    boolean whole = (quote == '"' || quote == '\'') && end(text, quote) == text.length() - 1;
    if (!whole) {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    return quote == '"' ? inner.replaceAll("\\\\([\"\\\\/])", "$1") : inner.replace("''", "'");
  }

  /** Where the quote that begins a text ends: not at an escaped or a doubled one. */
  private static int end(String text, char quote) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = quote == '\'' && text.startsWith("''", i);
      if ((c == '\\' && quote == '"') || doubled) {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return -1;
  }
}
