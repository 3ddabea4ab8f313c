package io.credence.server.page;

import io.credence.score.ScoreSpec;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import io.credence.summary.SummarySpec;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a person asks of a record, beside the record.
 *
 * @param samples how many are drawn
 * @param probability of the interval
 * @param bins of the histogram
 */
record FormParameters(int samples, double probability, int bins) {

  static final String SAMPLES = "n_samples";
  static final String PROBABILITY = "hdi_probability";
  static final String BINS = "bins";

  /** More are narrower than a point of the picture. */
  private static final int MOST_BINS = 500;

  private static final int BINS_AT_FIRST = 30;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{0,3}\\.?[0-9]{1,20}");

  /** What the form holds at first. */
  static FormParameters atFirst(ServedModel model, RequestLimits limits) {
    return new FormParameters(model.numSamples(), 0.95, Math.min(BINS_AT_FIRST, limits.bins()));
  }

  /**
   * Reads those of a form; one that it does not have is as at first.
   *
   * @param faults receives each fault by the name of its field
   */
  static FormParameters read(
      Map<String, String> form,
      ServedModel model,
      RequestLimits limits,
      Map<String, String> faults) {
    FormParameters first = atFirst(model, limits);
    return new FormParameters(
        whole(SAMPLES, form, first.samples, limits.samples(), faults),
        probability(form, first.probability, faults),
        whole(BINS, form, first.bins, Math.min(MOST_BINS, limits.bins()), faults));
  }

  private static int whole(
      String name, Map<String, String> form, int first, int most, Map<String, String> faults) {
    String text = form.getOrDefault(name, Integer.toString(first)).strip();
    int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      fault(name, text, "a whole number from 1 to " + most, faults);
      return first;
    }
    return number;
  }

  private static double probability(
      Map<String, String> form, double first, Map<String, String> faults) {
    String text = form.getOrDefault(PROBABILITY, Double.toString(first)).strip();
    double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : 0;
    if (number <= 0 || number >= 1) {
      fault(PROBABILITY, text, "a number above 0 and below 1", faults);
      return first;
    }
    return number;
  }

  private static void fault(String name, String text, String expected, Map<String, String> faults) {
    String shown = text.isEmpty() ? "empty" : text;
    faults.put(name, Refusal.field(name, shown, expected).reason());
  }

  ScoreSpec spec(ServedModel model) {
    SummarySpec summary = SummarySpec.defaults().withHdi(probability).withBins(bins);
    return new ScoreSpec(model.predict(samples), summary, false);
  }
}
