package io.credence.page;

import io.credence.page.band.Envelope;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.OutputFacts;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Shares at equally spaced probabilities, which they should equal, and their envelope. */
final class CurveInEnvelope {

  private final double[] shares;
  private final Envelope envelope;

  private CurveInEnvelope(double[] shares, Envelope envelope) {
    this.shares = shares;
    this.envelope = envelope;
  }

  /**
   * Adds up shares of an output's labels; those of a right model add up as uniform numbers do.
   *
   * @param points how many sums there are
   * @param more what each of them has more than the one before
   */
  static CurveInEnvelope ofSums(OutputFacts output, int points, IntToDoubleFunction more) {
    double[] sums = new double[points];
    double sum = 0;
    for (int i = 0; i < points; i++) {
      sum += more.applyAsDouble(i);
      sums[i] = sum;
    }
    return new CurveInEnvelope(sums, Envelope.of(output.records(), points, Evidence.OUTSIDE));
  }

  int points() {
    return shares.length;
  }

  /** The probability at a position. */
  double at(int point) {
    return (point + 1.0) / (shares.length + 1);
  }

  double share(int point) {
    return shares[point];
  }

  double lower(int point) {
    return envelope.lower(point);
  }

  double upper(int point) {
    return envelope.upper(point);
  }

  /** Whether it is in the envelope everywhere. */
  boolean stays() {
    return IntStream.range(0, points()).allMatch(i -> envelope.holds(i, shares[i]));
  }

  /** Where a share is farthest from what it should be; the first of several. */
  int farthest() {
    int farthest = 0;
    for (int i = 1; i < points(); i++) {
      if (Math.abs(shares[i] - at(i)) > Math.abs(shares[farthest] - at(farthest))) {
        farthest = i;
      }
    }
    return farthest;
  }

  Table table(String probability, String share) {
    Table table = Table.whole(List.of(probability, share, "envelope from", "to", ""));
    for (int i = 0; i < points(); i++) {
      table.row(
          Numbers.percent(at(i)),
          Numbers.percent(shares[i]),
          Numbers.percent(lower(i)),
          Numbers.percent(upper(i)),
          envelope.holds(i, shares[i]) ? "" : "outside");
    }
    return table;
  }
}
