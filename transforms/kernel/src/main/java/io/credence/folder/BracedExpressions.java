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

  private BracedExpressions() {}

  /**
   * Splits the text of a YAML mapping in braces.
   *
   * @return the entries in their order; names may occur twice
   */
  static List<Entry> split(String braced) {
    List<Entry> entries = new ArrayList<>();
    String content = withoutComments(braced).strip();
    int depth = 0;
    int start = content.indexOf('{') + 1;
    for (int i = start; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean last = i == content.length() - 1;
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      }
      if (last || (c == ',' && depth == 0)) {
        add(entries, content.substring(start, i));
        start = i + 1;
      }
    }
    return entries;
  }

  /** No name and no expression holds a number sign. */
  private static String withoutComments(String braced) {
    return braced.replaceAll("#[^\n]*", "");
  }

  private static void add(List<Entry> entries, String entry) {
    int colon = colon(entry);
    if (colon >= 0) {
      String name = unquoted(entry.substring(0, colon));
      entries.add(new Entry(name, unquoted(entry.substring(colon + 1))));
    } else if (!entry.isBlank()) {
      entries.add(new Entry(unquoted(entry), ""));
    }
  }

  /** The first one outside of brackets, where a colon is an index. */
  private static int colon(String entry) {
    int depth = 0;
    for (int i = 0; i < entry.length(); i++) {
      char c = entry.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == ':' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String unquoted(String written) {
    String text = written.strip();
    boolean quoted =
        text.length() >= 2
            && text.charAt(0) == text.charAt(text.length() - 1)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
