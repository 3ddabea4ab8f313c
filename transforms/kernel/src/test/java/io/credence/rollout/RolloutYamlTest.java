package io.credence.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.problem.Problems;
import io.credence.rollout.Rollout.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutYamlTest {

  private static final String MODELS = "champion: a\nchallenger: registry:b/c@1.1.0\n";

  private final Problems problems = new Problems("rollout.yaml");

  private Rollout read(String text) {
    Rollout read = RolloutYaml.read(text.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(problems).isEmpty();
    return Objects.requireNonNull(read);
  }

  @Test
  void aShadowNeedsNoMoreThanItsModels() {
    assertThat(read(MODELS + "mode: shadow"))
        .isEqualTo(
            new Rollout("a", "registry:b/c@1.1.0", Mode.SHADOW, null, Duration.ofMillis(10)));
    assertThat(read(MODELS + "mode: shadow\nbudget_ms: 0.25").budget())
        .isEqualTo(Duration.ofNanos(250_000));
  }

  @Test
  void aCanaryAndAnAbTestHaveAShareOfKeys() {
    for (Mode mode : new Mode[] {Mode.CANARY, Mode.AB}) {
      assertThat(read(MODELS + "mode: " + mode + "\nshare: 0.05\nsalt: sales-2026").share())
          .isEqualTo(new KeyShare("sales-2026", 0.05));
    }
    assertThat(read(MODELS + "mode: canary\nshare: 1\nsalt: s").share())
        .isEqualTo(new KeyShare("s", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode: shaddow|3: mode must be shadow, canary or ab, but is 'shaddow' (did you mean 'shadow'?)",
        "mode: [shadow]|3: mode must be a text, but is a list",
        "mod: shadow|3: The rollout has no 'mod' (did you mean 'mode'?); there are: champion, challenger, mode, share, salt, budget_ms",
        "budget_ms: 5|1: The rollout needs 'mode', for example mode: shadow",
        "mode: shadow;share: 0.1|4: share is for canary and ab; a shadow scores every record, so remove it",
        "mode: shadow;salt: s|4: salt is for canary and ab; a shadow scores every record, so remove it",
        "mode: shadow;budget_ms: 0|4: budget_ms must be above 0 and at most 3600000 milliseconds, but is 0.0",
        "mode: shadow;budget_ms: .nan|4: budget_ms must be a decimal number that a double can hold, but is '.nan'",
        "mode: canary;salt: s|1: The rollout needs 'share', for example share: 0.05",
        "mode: canary;share: 0.1|1: The rollout needs 'salt', for example salt: sales-2026-12",
        "mode: canary;share: 5;salt: s|4: share must be from 0 to 1, but is 5.0",
        "mode: canary;share: 5%;salt: s|4: share must be a decimal number that a double can hold, but is '5%'",
        "mode: canary;share: 0.1;salt: a b|5: salt must consist of letters, digits and . _ + -, at most 100, but is 'a b'",
        "mode: canary;share: 0.1;salt: s;budget_ms: 1|6: budget_ms is for a shadow; with canary, the challenger answers itself, so remove it",
        "mode: ab;share: 1;salt: s|4: share must be between 0 and 1, both excluded, so that there are two groups, but is 1.0",
        "mode: ab;mode: ab|4: The rollout has 'mode' twice",
      })
  void whatIsWrongIsSaidWithItsLine(String lines, String complaint) {
    String text = MODELS + lines.replace(';', '\n');
    assertThat(RolloutYaml.read(text.getBytes(StandardCharsets.UTF_8), problems)).isNull();
    assertThat(problems).contains("rollout.yaml:" + complaint);
  }

  @Test
  void allFaultsAreSaidTogether() {
    assertThat(RolloutYaml.read("mode: x\nshare: 1".getBytes(StandardCharsets.UTF_8), problems))
        .isNull();
    assertThat(problems).hasSize(3);
  }

  @Test
  void whatIsNoMappingIsNoRollout() {
    for (String text : new String[] {"", "- a", "shadow"}) {
      Problems log = new Problems("r.yaml");
      assertThat(RolloutYaml.read(text.getBytes(StandardCharsets.UTF_8), log)).isNull();
      assertThat(log)
          .containsExactly("r.yaml:1: A rollout has keys and values, such as mode: shadow");
    }
  }
}
