package io.credence.server.scoring;

import com.fasterxml.jackson.core.JsonParser;
import io.credence.server.json.JsonValues;
import io.credence.server.refusal.Refusal;
import io.credence.summary.SummarySpec;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BiFunction;

/** A parameter that asks for figures of an output of numbers. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions hold no state.
enum SummaryParameter {
  HDI_PROBABILITY(SummarySpec::withHdi),
  ETI_PROBABILITY(SummarySpec::withEti),
  QUANTILES(SummarySpec::withQuantiles),
  EXCEED(SummarySpec::withExceedance),
  BINS((spec, bins) -> spec.withBins((int) bins[0]));

  /** Of one kind, far more than are of use. */
  private static final int MOST = 100;

  private final BiFunction<SummarySpec, double[], SummarySpec> change;

  SummaryParameter(BiFunction<SummarySpec, double[], SummarySpec> change) {
    this.change = change;
  }

  /** Its name in a request. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its numbers, each within its range. */
  double[] read(JsonParser parser, String field, RequestLimits limits) throws IOException, Refusal {
    return switch (this) {
      case BINS -> new double[] {JsonValues.whole(parser, field, 0, limits.bins())};
      case EXCEED -> JsonValues.numbers(parser, field, MOST, each -> true, "a finite number");
      case HDI_PROBABILITY, ETI_PROBABILITY, QUANTILES -> probabilities(parser, field);
    };
  }

  private double[] probabilities(JsonParser parser, String field) throws IOException, Refusal {
    double[] numbers =
        JsonValues.numbers(
            parser,
            field,
            MOST,
            each -> each > 0 && each < 1,
            "a number above 0 and below 1, or a list of such");
    if (this == HDI_PROBABILITY && numbers.length == 0) {
      throw Refusal.field(field, "an empty list", "at least one number above 0 and below 1");
    }
    return numbers;
  }

  /** Asks for the figures of these numbers, which are in range. */
  SummarySpec change(SummarySpec spec, double[] numbers) {
    return change.apply(spec, numbers);
  }
}
