package io.credence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  private static final List<String> NAMES = List.of("alpha", "beta", "sigma", "posterior", "nu");

  @ParameterizedTest
  @CsvSource({
    "alpah, alpha",
    "bta, beta",
    "bteta, beta",
    "Beta, beta",
    "BETA, beta",
    "sigm, sigma",
    "postrior, posterior",
    "posteriors, posterior",
    "mu, nu"
  })
  void suggestsTheClosest(String misspelt, String meant) {
    assertThat(Suggestion.didYouMean(misspelt, NAMES)).isEqualTo(" (did you mean '%s'?)", meant);
  }

  @ParameterizedTest
  @CsvSource({"gamma_rays", "tau", "epsilon", "''"})
  void suggestsNothingFarFetched(String name) {
    assertThat(Suggestion.didYouMean(name, NAMES)).isEmpty();
  }

  @Test
  void suggestsTheFirstInTheAlphabetOfEquallyCloseOnes() {
    assertThat(Suggestion.didYouMean("x3", List.of("x2", "x1"))).contains("'x1'");
  }

  @Test
  void suggestsNothingWhereThereIsNothing() {
    assertThat(Suggestion.didYouMean("x", List.of())).isEmpty();
  }
}
