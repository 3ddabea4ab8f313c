package io.credence.rollout;

import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.problem.Suggestion;
import io.credence.rollout.Rollout.Mode;
import io.credence.yaml.YamlMap;
import io.credence.yaml.YamlRoot;
import io.credence.yaml.YamlValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rollout.yaml, strictly: what it does not know it reports. */
public final class RolloutYaml {

  /** Far more than such a file has. */
  public static final int MAX_BYTES = 1 << 16;

  private static final String BUDGET = "budget_ms";
  private static final List<String> KEYS =
      List.of("champion", "challenger", "mode", "share", "salt", BUDGET);

  private static final Pattern SALT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,99}");

  /** An hour for a record: beyond it nothing is a budget. */
  private static final double MAX_BUDGET = 3_600_000;

  private final YamlMap root;
  private final Problems log;

  private RolloutYaml(YamlMap root, Problems log) {
    this.root = root;
    this.log = log;
  }

  /**
   * Reads a file.
   *
   * @param log receives a line for each fault
   * @return null when there is one
   */
  public static @Nullable Rollout read(byte[] content, Problems log) {
    YamlMap root = YamlRoot.of(content, "rollout", "mode: shadow", UnaryOperator.identity(), log);
    return root == null ? null : new RolloutYaml(root, log).read();
  }

  private @Nullable Rollout read() {
    int before = log.count();
    root.allowOnly(KEYS);
    String champion = text("champion", "champion: registry:models/sales@champion");
    String challenger = text("challenger", "challenger: registry:models/sales@1.1.0");
    Mode mode = root.require("mode", "mode: shadow").flatMap(RolloutYaml::mode).orElse(null);
    KeyShare share = mode == null || mode == Mode.SHADOW ? noShare(mode) : share(mode);
    Duration budget = budget(mode);
    return log.count() > before || mode == null
        ? null
        : new Rollout(champion, challenger, mode, share, budget);
  }

  private String text(String key, String example) {
    return root.require(key, example).flatMap(YamlValue::text).orElse("");
  }

  private static Optional<Mode> mode(YamlValue value) {
    Optional<String> text = value.text();
    Optional<Mode> mode =
        Arrays.stream(Mode.values())
            .filter(each -> each.toString().equals(text.orElse("")))
            .findFirst();
    if (text.isPresent() && mode.isEmpty()) {
      List<String> known = Arrays.stream(Mode.values()).map(Mode::toString).toList();
      value.report(
          "must be shadow, canary or ab, but is '%s'%s"
              .formatted(Excerpt.of(text.get()), Suggestion.didYouMean(text.get(), known)));
    }
    return mode;
  }

  private @Nullable KeyShare noShare(@Nullable Mode mode) {
    if (mode != null) {
      for (String key : List.of("share", "salt")) {
        root.get(key)
            .ifPresent(
                value ->
                    value.report(
                        "is for canary and ab; a shadow scores every record, so remove it"));
      }
    }
    return null;
  }

  private @Nullable KeyShare share(Mode mode) {
    Optional<YamlValue> value = root.require("share", "share: 0.05");
    Optional<Double> share = value.flatMap(YamlValue::number);
    String salt = salt();
    if (share.isEmpty() || salt.isEmpty()) {
      return null;
    }
    double number = share.get();
    boolean isPart = mode == Mode.AB ? number > 0 && number < 1 : number >= 0 && number <= 1;
    if (!isPart) {
      value
          .get()
          .report(
              "must be %s, but is %s"
                  .formatted(
                      mode == Mode.AB
                          ? "between 0 and 1, both excluded, so that there are two groups"
                          : "from 0 to 1",
                      number));
      return null;
    }
    return new KeyShare(salt, number);
  }

  /** Of its own for each rollout: with one salt, the same keys would always be the first. */
  private String salt() {
    Optional<YamlValue> value = root.require("salt", "salt: sales-2026-12");
    Optional<String> salt = value.flatMap(YamlValue::text);
    if (salt.isPresent() && !SALT.matcher(salt.get()).matches()) {
      value
          .get()
          .report(
              "must consist of letters, digits and . _ + -, at most 100, but is '%s'"
                  .formatted(Excerpt.of(salt.get())));
      return "";
    }
    return salt.orElse("");
  }

  private Duration budget(@Nullable Mode mode) {
    Optional<YamlValue> value = root.get(BUDGET);
    if (value.isPresent() && mode != null && mode != Mode.SHADOW) {
      value
          .get()
          .report(
              "is for a shadow; with %s, the challenger answers itself, so remove it"
                  .formatted(mode));
      return Rollout.DEFAULT_BUDGET;
    }
    Optional<Double> millis = value.flatMap(YamlValue::number);
    if (millis.isPresent() && !(millis.get() > 0 && millis.get() <= MAX_BUDGET)) {
      value
          .get()
          .report(
              "must be above 0 and at most 3600000 milliseconds, but is %s"
                  .formatted(millis.get()));
      return Rollout.DEFAULT_BUDGET;
    }
    return millis
        .map(each -> Duration.ofNanos(Math.max(1, Math.round(each * 1e6))))
        .orElse(Rollout.DEFAULT_BUDGET);
  }
}
