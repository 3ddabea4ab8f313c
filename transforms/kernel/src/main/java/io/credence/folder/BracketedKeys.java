package io.credence.folder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts quotes around keys such as {@code [ab[county, 0], ab[county, 1]]}, which YAML could not
 * read: to it, a bracket begins a list. No other part of a model has a list as a key.
 */
final class BracketedKeys {

  private static final Pattern KEY =
      Pattern.compile("^([ \\t]+)(\\[[^\\n#{}]*])(?=[ \\t]*:(?:[ \\t]|$))", Pattern.MULTILINE);

  private BracketedKeys() {}

  static String quoted(String yaml) {
    return KEY.matcher(yaml)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + "'" + found.group(2).replace("'", "''") + "'"));
  }
}
