package io.credence.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.deadletter.UnscorableException;
import java.util.List;

/** Words by which bytes are refused, checked as a reader of them would. */
final class Refusal {

  /** An unknown function is answered with all that there are. */
  private static final int MOST = 4_000;

  private Refusal() {}

  /** A message is refused with the code and the reason of its dead letter. */
  static String of(UnscorableException refusal) {
    return checked(refusal.code() + ": " + refusal.reason());
  }

  /** A file is refused with a line that names it. */
  static String of(Exception refusal, String file) {
    String words = checked(refusal.getClass().getSimpleName() + ": " + refusal.getMessage());
    if (!words.contains(file)) {
      throw new AssertionError("a complaint that does not name " + file, refusal);
    }
    return words.replace(file, "FILE");
  }

  /** A model is refused with all of its problems, each in words of a length that can be read. */
  static String of(List<String> problems) {
    if (problems.isEmpty()) {
      throw new AssertionError("refused without a reason");
    }
    for (String problem : problems) {
      if (problem.length() > MOST) {
        throw new AssertionError("a problem of " + problem.length() + " characters: " + problem);
      }
    }
    return checked(String.join("; ", problems));
  }

  private static String checked(String words) {
    if (!UTF_8.newEncoder().canEncode(words)) {
      throw new AssertionError("words without a form in UTF-8: " + words);
    }
    return words;
  }
}
