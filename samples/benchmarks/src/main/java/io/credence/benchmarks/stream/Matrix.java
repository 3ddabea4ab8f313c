package io.credence.benchmarks.stream;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to measure.
 *
 * @param only what the names of streams must contain; empty for all
 * @param seconds how long latencies are counted, at each rate
 * @param messages how many lie there when a stream of 1,000 samples starts; others get more, since
 *     they are faster
 */
record Matrix(String only, int seconds, int messages) {

  private static final Pattern OPTION = Pattern.compile("--(only|seconds|messages)=(.+)");
  private static final String USAGE =
      "run-stream.sh [--only=score-1000/1] [--seconds=15] [--messages=400000]";

  /** Without scoring, a message takes a small part of the time. */
  private static final int FASTER = 3;

  static Matrix parse(String[] options) {
    Matrix matrix = new Matrix("", 15, 400_000);
    for (String option : options) {
      Matcher matcher = OPTION.matcher(option);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(option + ": is no option; " + USAGE);
      }
      matrix = matrix.with(option, matcher.group(1), matcher.group(2));
    }
    if (matrix.cases().isEmpty()) {
      throw new IllegalArgumentException(
          "--only=%s: is in no name of %s"
              .formatted(matrix.only, StreamCase.all().stream().map(StreamCase::name).toList()));
    }
    return matrix;
  }

  private Matrix with(String option, String name, String value) {
    return switch (name) {
      case "seconds" -> new Matrix(only, atLeastOne(option, value), messages);
      case "messages" -> new Matrix(only, seconds, atLeastOne(option, value));
      default -> new Matrix(value, seconds, messages);
    };
  }

  private static int atLeastOne(String option, String value) {
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(option + ": must be a whole number, at least 1");
    }
    return Integer.parseInt(value);
  }

  List<StreamCase> cases() {
    return StreamCase.all().stream().filter(stream -> stream.name().contains(only)).toList();
  }

  /** The numbers of samples among them, of those that score. */
  List<Integer> samples() {
    return cases().stream().map(StreamCase::numSamples).filter(n -> n > 0).distinct().toList();
  }

  /** How many messages lie there when a stream starts. */
  long messages(StreamCase stream) {
    return stream.numSamples() == 1000 ? messages : (long) messages * FASTER;
  }
}
