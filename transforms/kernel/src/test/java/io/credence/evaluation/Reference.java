package io.credence.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The lines of {@code reference.tsv}, or of the file that {@code -Dcredence.reference} names, of
 * one kind. {@code reference.py} says more of them.
 */
public final class Reference {

  private Reference() {}

  /** Their fields, of which the first is the kind. */
  public static List<String[]> lines(String kind) throws IOException {
    String file = System.getProperty("credence.reference");
    try (InputStream in =
        file == null
            ? Reference.class.getResourceAsStream("reference.tsv")
            : Files.newInputStream(Path.of(file))) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .filter(fields -> fields[0].equals(kind))
          .toList();
    }
  }

  public static double number(String field) {
    return Double.parseDouble(field);
  }

  public static double[] numbers(String field) {
    return Arrays.stream(field.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  public static double[][] rows(String field) {
    return Arrays.stream(field.split("\\|")).map(Reference::numbers).toArray(double[][]::new);
  }
}
