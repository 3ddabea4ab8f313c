package io.credence.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The lines of {@code reference.tsv} of one kind, which {@code reference.py} says more of. */
final class Reference {

  private Reference() {}

  static List<String[]> lines(String kind) throws IOException {
    try (InputStream in = Reference.class.getResourceAsStream("reference.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .filter(fields -> fields[0].equals(kind))
          .toList();
    }
  }

  static double number(String field) {
    return Double.parseDouble(field);
  }

  static double[] numbers(String field) {
    return Arrays.stream(field.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  static double[][] rows(String field) {
    return Arrays.stream(field.split("\\|")).map(Reference::numbers).toArray(double[][]::new);
  }
}
