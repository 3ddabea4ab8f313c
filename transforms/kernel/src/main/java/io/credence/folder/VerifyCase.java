package io.credence.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A record with what the training tool predicted for it.
 *
 * @param line where it stands, from 1
 * @param features the record
 * @param figures what must come out, by output; under {@link #SOLE} where no output is named
 */
record VerifyCase(int line, JsonNode features, Map<String, List<Figure>> figures) {

  /** Stands for the name of the output of a model that has one. */
  static final String SOLE = "";

  /** How many figures it has. */
  int size() {
    return figures.values().stream().mapToInt(List::size).sum();
  }

  enum Kind {
    MEAN,
    SD,
    QUANTILE,
    /** The probability of a class. */
    CLASS
  }

  /**
   * A figure of the training tool.
   *
   * @param probability of a quantile; of no meaning for the other kinds
   * @param label of a class; empty for the other kinds
   * @param value the figure
   * @param mcse its Monte Carlo standard error
   */
  record Figure(Kind kind, double probability, String label, double value, double mcse) {

    @Override
    public String toString() {
      return switch (kind) {
        case QUANTILE -> "quantile " + probability;
        case CLASS -> "probability of '" + label + "'";
        case MEAN, SD -> kind.name().toLowerCase(Locale.ROOT);
      };
    }
  }
}
