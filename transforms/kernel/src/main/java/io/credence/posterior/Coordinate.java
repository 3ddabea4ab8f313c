package io.credence.posterior;

import java.util.List;

/**
 * The labels of a dimension, in the order of its index: label i names element i. Labels are text:
 * integers such as {@code 0}, floating-point numbers in the shortest form that identifies them such
 * as {@code 0.1}, booleans as {@code true} and {@code false}, strings as they are. Dates are {@code
 * 2024-03-01}, or {@code 2024-03-01T12:30:00} where one of a coordinate is not at midnight;
 * durations are numbers of seconds.
 *
 * @param name its own name; that of the dimension where these are the labels to index it by
 * @param dimension the dimension's name
 * @param labels its labels; copied
 */
public record Coordinate(String name, String dimension, List<String> labels) {

  public Coordinate {
    labels = List.copyOf(labels);
  }

  /** The labels that a dimension is indexed by. */
  public Coordinate(String dimension, List<String> labels) {
    this(dimension, dimension, labels);
  }

  /** Whether the dimension is indexed by these labels, rather than described by them. */
  public boolean isIndex() {
    return name.equals(dimension);
  }
}
