package io.credence.posterior;

import java.util.List;

/**
 * The labels of a dimension, in the order of its index: label i names element i. Labels are text:
 * integers such as {@code 0}, floating-point numbers in the shortest form that identifies them such
 * as {@code 0.1}, booleans as {@code true} and {@code false}, strings as they are. Points in time
 * keep the number that the file stores.
 *
 * @param name the dimension's name
 * @param labels its labels; copied
 */
public record Coordinate(String name, List<String> labels) {

  public Coordinate {
    labels = List.copyOf(labels);
  }
}
