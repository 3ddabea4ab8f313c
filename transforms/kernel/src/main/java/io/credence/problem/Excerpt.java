package io.credence.problem;

/** The beginning of a text that comes from outside, for messages. */
public final class Excerpt {

  /** Enough to recognise it; a file that was named by mistake is not quoted in full. */
  private static final int MAX_LENGTH = 100;

  private Excerpt() {}

  /** The text, or its first 100 characters and an ellipsis. */
  public static String of(String text) {
    return of(text, MAX_LENGTH);
  }

  /** The text, or its first characters and an ellipsis. */
  public static String of(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    // Half a surrogate pair has no form in UTF-8, and so in no dead letter.
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }
}
