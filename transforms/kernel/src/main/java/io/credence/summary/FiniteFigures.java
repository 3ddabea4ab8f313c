package io.credence.summary;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;

/** Refuses summaries with figures that double precision cannot hold. */
final class FiniteFigures {

  private final Summary summary;

  private FiniteFigures(Summary summary) {
    this.summary = summary;
  }

  static void require(Summary summary) throws UnscorableException {
    FiniteFigures figures = new FiniteFigures(summary);
    figures.require("median", summary.median());
    figures.require("mean", summary.mean());
    if (summary.n() > 1) {
      figures.require("standard deviation", summary.sd());
    }
    figures.require("highest-density interval", summary.hdi());
    figures.require("equal-tailed interval", summary.eti());
    figures.require("quantile", summary.quantiles());
    figures.require("density", summary.density());
  }

  private void require(String figure, double... values) throws UnscorableException {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new UnscorableException(
            DeadLetterCode.NOT_FINITE_PREDICTION,
            "The %s must be finite, but is %s in double precision; the samples are about %s"
                .formatted(figure, value, summary.hdiLower(0)),
            null);
      }
    }
  }
}
