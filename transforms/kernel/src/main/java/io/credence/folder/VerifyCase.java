package io.credence.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A record with what the training tool predicted for it.
 *
 * @param line where it stands, from 1
 * @param features the record
 * @param figures what must come out
 */
record VerifyCase(int line, JsonNode features, List<Figure> figures) {

  enum Kind {
    MEAN,
    SD,
    QUANTILE
  }

  /**
   * A figure of the training tool.
   *
   * @param probability of a quantile; of no meaning for the other kinds
   * @param value the figure
   * @param mcse its Monte Carlo standard error
   */
  record Figure(Kind kind, double probability, double value, double mcse) {

    @Override
    public String toString() {
      return kind == Kind.QUANTILE
          ? "quantile " + probability
          : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
