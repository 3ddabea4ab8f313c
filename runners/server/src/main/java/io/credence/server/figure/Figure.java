package io.credence.server.figure;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.server.json.Json;
import io.credence.summary.Summary;
import io.credence.summary.SummarySpec;
import java.io.IOException;
import java.util.Locale;

/** What can be asked of the samples of a record. */
enum Figure {
  /** The median, which splits the probability in half. */
  POINT {
    @Override
    SummarySpec summary(FigureRequest request) {
      return SummarySpec.defaults().withBins(0);
    }

    @Override
    void write(Summary summary, JsonGenerator out) throws IOException {
      Json.number("y_pred", summary.median(), out);
    }
  },
  /** The highest-density interval: the narrowest that holds a probability. */
  INTERVAL {
    @Override
    SummarySpec summary(FigureRequest request) {
      return SummarySpec.defaults().withHdi(request.hdiProbability()).withBins(0);
    }

    @Override
    void write(Summary summary, JsonGenerator out) throws IOException {
      Json.number("y_pred_lower", summary.hdiLower(0), out);
      Json.number("y_pred_upper", summary.hdiUpper(0), out);
    }
  },
  /** The histogram, normalised to an area of 1. */
  DENSITY {
    @Override
    SummarySpec summary(FigureRequest request) {
      return SummarySpec.defaults().withBins(request.bins());
    }

    @Override
    void write(Summary summary, JsonGenerator out) throws IOException {
      Json.numbers("y_pred_bin_mids", mids(summary.binEdges()), out);
      Json.numbers("y_pred_density", summary.density(), out);
      Json.numbers("y_pred_bin_edges", summary.binEdges(), out);
    }
  };

  /** The last part of its path. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the samples are reduced to. */
  abstract SummarySpec summary(FigureRequest request);

  /** Writes the figures as fields of the object that is open. */
  abstract void write(Summary summary, JsonGenerator out) throws IOException;

  private static double[] mids(double[] edges) {
    double[] mids = new double[edges.length - 1];
    for (int i = 0; i < mids.length; i++) {
      mids[i] = 0.5 * (edges[i] + edges[i + 1]);
    }
    return mids;
  }
}
