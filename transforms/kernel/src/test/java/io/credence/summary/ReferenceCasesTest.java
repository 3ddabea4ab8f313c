package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with NumPy and ArviZ by {@code ==}: no tolerance, only the sign of zero is free. */
class ReferenceCasesTest {

  static Stream<Arguments> finite() {
    return ReferenceCases.finite().map(ReferenceCasesTest::named);
  }

  static Stream<Arguments> notFinite() {
    return ReferenceCases.notFinite().map(ReferenceCasesTest::named);
  }

  private static Arguments named(JsonNode reference) {
    return Arguments.argumentSet(reference.get("id").textValue(), reference);
  }

  @ParameterizedTest
  @MethodSource("finite")
  void median(JsonNode reference) throws UnscorableException {
    Summary summary = summarize(reference, SummarySpec.defaults().withBins(0));

    assertThat(summary.n()).isEqualTo(reference.get("n").longValue());
    assertEqual(summary.median(), ReferenceCases.number(reference.get("median")));
  }

  @ParameterizedTest
  @MethodSource("finite")
  void highestDensityIntervals(JsonNode reference) throws UnscorableException {
    for (String table : List.of("hdi", "hdi_more")) {
      for (Map.Entry<String, JsonNode> row :
          ReferenceCases.fields(reference.path(table)).toList()) {
        double probability = Double.parseDouble(row.getKey());
        if (row.getValue().has("error")) { // ArviZ fails late on what a spec does not let in
          assertThatThrownBy(() -> SummarySpec.defaults().withHdi(probability))
              .isInstanceOf(IllegalArgumentException.class);
        } else {
          Summary summary =
              summarize(reference, SummarySpec.defaults().withBins(0).withHdi(probability));
          assertAllEqual(summary.hdi(), ReferenceCases.doubles(row.getValue()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("finite")
  void equalTailedIntervals(JsonNode reference) throws UnscorableException {
    for (Map.Entry<String, JsonNode> row : ReferenceCases.fields(reference.get("eti")).toList()) {
      Summary summary =
          summarize(
              reference,
              SummarySpec.defaults().withBins(0).withEti(Double.parseDouble(row.getKey())));
      assertAllEqual(summary.eti(), ReferenceCases.doubles(row.getValue()));
      double tail = (1 - Double.parseDouble(row.getKey())) / 2;
      SummarySpec ends = SummarySpec.defaults().withBins(0).withQuantiles(tail, 1 - tail);
      assertAllEqual(summarize(reference, ends).quantiles(), summary.eti());
    }
  }

  /** The number of bins that "auto" chose is taken from the case: choosing is not our business. */
  @ParameterizedTest
  @MethodSource("finite")
  void histograms(JsonNode reference) throws UnscorableException {
    for (Map.Entry<String, JsonNode> row : ReferenceCases.fields(reference.get("hist")).toList()) {
      JsonNode expected = row.getValue();
      if (!expected.has("error")) {
        int bins = expected.get("n_bins").intValue();
        Summary summary = summarize(reference, SummarySpec.defaults().withBins(bins));
        assertAllEqual(summary.binEdges(), ReferenceCases.doubles(expected.get("edges")));
        assertAllEqual(summary.density(), ReferenceCases.doubles(expected.get("density")));
      } else if (!row.getKey().equals("auto")) {
        SummarySpec spec = SummarySpec.defaults().withBins(Integer.parseInt(row.getKey()));
        assertUnscorable(reference, spec, DeadLetterCode.DEGENERATE_HISTOGRAM);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("notFinite")
  void notFiniteSamplesAreRefused(JsonNode reference) {
    SummarySpec spec = SummarySpec.defaults().withBins(0);
    if (reference.get("n").intValue() == 0) { // a fault of the program, not of a record
      assertThatThrownBy(() -> summarize(reference, spec))
          .isInstanceOf(IllegalArgumentException.class);
    } else {
      assertUnscorable(reference, spec, DeadLetterCode.NOT_FINITE_PREDICTION);
    }
  }

  @Test
  void spansOfTheIndexTable() {
    assertThat(ReferenceCases.spans())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(
                        HighestDensityInterval.span(
                            row.get(0).doubleValue(), row.get(1).intValue()))
                    .isEqualTo(row.get(2).intValue()));
  }

  private static Summary summarize(JsonNode reference, SummarySpec spec)
      throws UnscorableException {
    double[] samples = ReferenceCases.doubles(reference.get("x"));
    return Summarizer.of(spec).summarize(samples, samples.length);
  }

  private static void assertUnscorable(JsonNode reference, SummarySpec spec, DeadLetterCode code) {
    assertThatThrownBy(() -> summarize(reference, spec))
        .asInstanceOf(type(UnscorableException.class))
        .extracting(UnscorableException::code)
        .isEqualTo(code);
  }

  private static void assertAllEqual(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertEqual(actual[i], expected[i]);
    }
  }

  /** Primitive equality, so that 0.0 meets -0.0. */
  private static void assertEqual(double actual, double expected) {
    assertThat(actual == expected)
        .withFailMessage("expected %s, but was %s", expected, actual)
        .isTrue();
  }
}
