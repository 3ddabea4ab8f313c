package io.credence.folder;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes {@code {name: expression, …}} apart where YAML would not: a comma within parentheses or
 * brackets belongs to the expression.
 */
final class BracedExpressions {

  private BracedExpressions() {}

  /**
   * Splits the text of a YAML mapping in braces.
   *
   * @return expressions by name, in their order
   */
  static Map<String, String> split(String braced) {
    Map<String, String> expressions = new LinkedHashMap<>();
    String content = braced.strip();
    int depth = 0;
    int start = 1;
    for (int i = 1; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean last = i == content.length() - 1;
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      }
      if (last || (c == ',' && depth == 0)) {
        put(expressions, content.substring(start, i));
        start = i + 1;
      }
    }
    return expressions;
  }

  private static void put(Map<String, String> expressions, String entry) {
    int colon = entry.indexOf(':');
    if (colon >= 0) {
      expressions.put(entry.substring(0, colon).strip(), entry.substring(colon + 1).strip());
    } else if (!entry.isBlank()) {
      expressions.put(entry.strip(), "");
    }
  }
}
