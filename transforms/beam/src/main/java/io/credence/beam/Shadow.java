package io.credence.beam;

import io.credence.rollout.Challenger;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredBy;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A challenger in the shadow of the model that serves. It scores each record that has a score, with
 * the same key and the noise of the champion, so that what differs is the models. Nothing that it
 * does touches the champion's results. Immutable.
 */
public final class Shadow implements Serializable {

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

  private final ModelRef challenger;
  private final ScoredBy scorer;
  private final Duration budget;

  private Shadow(ModelRef challenger, ScoredBy scorer, Duration budget) {
    this.challenger = challenger;
    this.scorer = scorer;
    this.budget = budget;
  }

  /**
   * A shadow.
   *
   * @param budget how long the challenger may take for a record, on average
   */
  public static Shadow of(ModelRef challenger, Duration budget) {
    return new Shadow(challenger, ScoredBy.of(challenger.model()), budget);
  }

  /** The model that is compared. */
  public ModelRef challenger() {
    return challenger;
  }

  /** What its columns say of it, also where it can't be loaded. */
  public ScoredBy scorer() {
    return scorer;
  }

  /** The same with {@linkplain ModelRef#bare a bare reference}, for steps that only name it. */
  public Shadow bare() {
    return new Shadow(challenger.bare(), scorer, budget);
  }

  /** How long the challenger may take for a record, on average. */
  public Duration budget() {
    return budget;
  }

  /** How the challenger scores where the champion scores so: alike, and with its noise. */
  private static ScoreSpec borrowing(ModelRef champion, ScoreSpec spec) {
    return new ScoreSpec(
        spec.predict()
            .withNoiseId(Objects.requireNonNullElse(spec.predict().noiseId(), champion.digest())),
        spec.summary(),
        spec.byOutput(),
        false);
  }

  /** Opens it, for one thread. */
  Challenger open(ModelRef champion, ScoreSpec spec) {
    return new Challenger(
        challenger::model, borrowing(champion, spec), budget, System::nanoTime, this::unloadable);
  }

  private void unloadable(Throwable cause) {
    LOG.warn(
        "The challenger {} can't be loaded here, and its records count as {}: {}",
        challenger,
        Challenger.FAILED,
        cause.toString().replaceAll("\\s*\\R\\s*", " "));
  }
}
