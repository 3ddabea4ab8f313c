package io.credence.problem;

/** The beginning of a text that comes from outside, for messages. */
public final class Excerpt {

  /** Enough to know it again; a file that was named by mistake is not told in full. */
  private static final int MAX_LENGTH = 100;

  private Excerpt() {}

  /** The text, or its first 100 characters and an ellipsis. */
  public static String of(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, pair ? MAX_LENGTH - 1 : MAX_LENGTH) + "…";
  }
}
