package io.credence.cli.command;

import io.credence.cli.options.SummaryOptions;
import io.credence.summary.SummarySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An option that asks for figures of numbers, of all outputs or of one. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions hold no state.
enum SummaryOption {
  HDI("--hdiProbability", SummaryOptions::getHdiProbability, SummarySpec::withHdi),
  ETI("--etiProbability", SummaryOptions::getEtiProbability, SummarySpec::withEti),
  QUANTILES("--quantiles", SummaryOptions::getQuantiles, SummarySpec::withQuantiles),
  EXCEED("--exceed", SummaryOptions::getExceed, SummarySpec::withExceedance),
  BINS("--bins", SummaryOptions::getBins, SummaryOption::withBins);

  private final String option;
  private final Function<SummaryOptions, List<String>> values;
  private final BiFunction<SummarySpec, double[], SummarySpec> change;

  SummaryOption(
      String option,
      Function<SummaryOptions, List<String>> values,
      BiFunction<SummarySpec, double[], SummarySpec> change) {
    this.option = option;
    this.values = values;
    this.change = change;
  }

  /** As it is typed, without a value. */
  String option() {
    return option;
  }

  List<String> values(SummaryOptions options) {
    return values.apply(options);
  }

  /**
   * Changes what a summary holds.
   *
   * @throws IllegalArgumentException when a number is out of range
   */
  SummarySpec change(SummarySpec spec, List<Double> numbers) {
    return change.apply(spec, numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** What a manifest says of all of them. */
  static Map<String, Object> recorded(SummaryOptions options) {
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("hdiProbability", OutputNumbers.recorded(options.getHdiProbability()));
    recorded.put("etiProbability", OutputNumbers.recorded(options.getEtiProbability()));
    if (!options.getQuantiles().isEmpty()) {
      recorded.put("quantiles", OutputNumbers.recorded(options.getQuantiles()));
    }
    recorded.put("exceed", OutputNumbers.recorded(options.getExceed()));
    recorded.put("bins", recordedBins(options));
    recorded.put("emitSamples", options.getEmitSamples());
    return recorded;
  }

  /** As one whole number where no output has a number of its own. */
  private static Object recordedBins(SummaryOptions options) {
    List<String> bins = options.getBins();
    return bins.size() == 1 && OutputNumbers.of(bins).named().isEmpty()
        ? Integer.valueOf(bins.get(0).strip())
        : bins;
  }

  private static SummarySpec withBins(SummarySpec spec, double[] bins) {
    if (bins.length > 1) {
      throw new IllegalArgumentException(
          "A histogram has one number of bins, but %s were given".formatted(bins.length));
    }
    return spec.withBins((int) bins[0]);
  }
}
