package io.credence.folder;

import io.credence.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the model's files to the list {@code SHA256SUMS}, as {@code sha256sum} writes it, when
 * the folder has one. So a change of a single byte is noticed before anything is scored.
 */
final class Checksums {

  static final String FILE = "SHA256SUMS";

  private static final int MAX_BYTES = 1 << 20;
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

  private Checksums() {}

  static void check(FolderFiles files, Problems log) throws IOException {
    byte[] content = files.readIfPresent(FILE, MAX_BYTES, log, 0);
    if (content == null) {
      return;
    }
    Map<String, String> expected = parse(new String(content, StandardCharsets.UTF_8), log);
    files
        .digests()
        .forEach(
            (name, actual) -> {
              String wanted = expected.get(name);
              if (wanted == null) {
                log.add("It does not list '%s', which is part of the model".formatted(name));
              } else if (!wanted.equalsIgnoreCase(actual)) {
                log.add(
                    "'%s' was changed: its SHA-256 is %s, but %s is listed"
                        .formatted(name, actual, wanted));
              }
            });
  }

  private static Map<String, String> parse(String text, Problems log) {
    Map<String, String> expected = new HashMap<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        expected.put(matcher.group(2), matcher.group(1));
      } else if (!line.isEmpty()) {
        log.add(i + 1, "Not a line of sha256sum: 64 hexadecimal digits, two spaces, a file name");
      }
    }
    return expected;
  }
}
