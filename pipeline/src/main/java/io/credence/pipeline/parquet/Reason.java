package io.credence.pipeline.parquet;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Says in one line what a library had to complain of. What it throws over a damaged file is often a
 * bare number or nothing, so exceptions of Java itself are named.
 */
final class Reason {

  private static final int LONGEST = 300;

  private Reason() {}

  static String of(Throwable failure) {
    Set<String> parts = new LinkedHashSet<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      parts.add(part(cause));
    }
    String line = String.join(": ", parts).replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  private static String part(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    if (message == null) {
      return name;
    }
    return failure.getClass().getName().startsWith("java.lang.") ? name + ": " + message : message;
  }
}
