package io.credence.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.problem.Problems;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several commands share of their options holds for each of them. */
class OptionEntryTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        ScoreOptions.class,
        AggregateOptions.class,
        EvaluateOptions.class,
        ReplayOptions.class,
        VerifyOptions.class,
        ModelOptions.class
      })
  void eachOptionHasAPlaceOfItsOwnInTheHelp(Class<? extends PipelineOptions> type) {
    assertThat(OptionEntry.of(type))
        .extracting(entry -> entry.explained().order())
        .doesNotHaveDuplicates();
    assertThat(OptionEntry.of(type)).extracting(OptionEntry::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(classes = {ScoreOptions.class, EvaluateOptions.class})
  void aNumberIsInDigitsFromZeroToNine(Class<? extends PipelineOptions> type) {
    Problems problems = new Problems();
    Arguments.parse(type, List.of("--numSamples=９", "--seed=９", "--maxPageBytes=９"), problems);
    assertThat(problems).hasSize(3);
    assertThat(problems).anyMatch(line -> line.equals("--seed=９: must be any 64-bit integer"));
  }

  @Test
  void aCommandMayNarrowWhatAnotherTakes() {
    assertThat(range(ScoreOptions.class)).isEqualTo("from 1 to 10,000,000");
    assertThat(range(EvaluateOptions.class)).isEqualTo("from 2 to 10,000,000");
  }

  private static String range(Class<? extends PipelineOptions> type) {
    return OptionEntry.named(type, "numSamples").orElseThrow().explained().range();
  }
}
