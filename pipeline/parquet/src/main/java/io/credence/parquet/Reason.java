package io.credence.parquet;

import java.util.regex.Pattern;

/**
 * Says in one line what a library had to complain of. What it throws over a damaged file is often a
 * bare number or nothing, so exceptions of Java itself are named.
 */
final class Reason {

  private static final int LONGEST = 300;

  /** Thrift adds the object that it has not filled, in many words or by its address. */
  private static final Pattern OBJECT = Pattern.compile("! Struct: .*", Pattern.DOTALL);

  private Reason() {}

  static String of(Throwable failure) {
    String line = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String part = part(cause).replaceAll("\\s+", " ");
      if (!line.contains(part)) {
        line = line.isEmpty() ? part : line + ": " + part;
      }
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  private static String part(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    if (message == null) {
      return name;
    }
    String words = OBJECT.matcher(message).replaceAll("");
    return failure.getClass().getName().startsWith("java.lang.") ? name + ": " + words : words;
  }
}
