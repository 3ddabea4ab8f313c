package io.credence.page.facts;

import java.util.List;

/**
 * A label with its prediction.
 *
 * @param lower the lower end of the equal-tailed interval of each level
 */
public record ExampleFact(double label, double median, List<Double> lower, List<Double> upper) {

  public ExampleFact {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
  }
}
