package io.credence.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.deadletter.UnscorableException;

/** Words by which bytes are refused, checked as a reader of them would. */
final class Refusal {

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

  private static String checked(String words) {
    if (!UTF_8.newEncoder().canEncode(words)) {
      throw new AssertionError("words without a form in UTF-8: " + words);
    }
    return words;
  }
}
