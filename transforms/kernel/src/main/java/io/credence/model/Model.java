package io.credence.model;

import io.credence.posterior.ParameterDraws;
import io.credence.posterior.Posterior;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Bayesian model that was fitted elsewhere. Immutable, and safe for use by many threads.
 *
 * <p>Most models are expressions in model.yaml. What no expression can say implements this
 * interface, and is found by a {@link ModelFormat}. Credence reads the features of a record and
 * checks them, addresses the noise, and reduces, verifies and compares what comes of them; a model
 * turns features and noise into samples.
 */
public interface Model {

  ModelDescription description();

  /**
   * Makes what draws so many samples for a record.
   *
   * <p>Sample i should use the draw that {@link io.credence.draws.Thinning} assigns to it, which
   * {@link io.credence.posterior.ParameterDraws#columns} does, and share memory with other
   * samplers: each thread that scores has one of its own.
   *
   * @param numSamples at least 1
   */
  Sampler sampler(int numSamples);

  /**
   * Whether records may have a level of this feature that the model was not trained on, which its
   * samplers then see as {@link Inputs#UNSEEN}. Else such records are rejected.
   */
  default boolean acceptsUnseen(Feature feature) {
    return false;
  }

  /** Whether at least one feature may have levels that the model was not trained on. */
  default boolean acceptsUnseenLevels() {
    return features().stream().anyMatch(this::acceptsUnseen);
  }

  /** The names of the parameters that its samples depend on; all, where it does not know. */
  default Set<String> usedParameters() {
    return posterior().parameters().stream().map(ParameterDraws::name).collect(Collectors.toSet());
  }

  default String name() {
    return description().name();
  }

  default String version() {
    return description().version();
  }

  default ModelDigest digest() {
    return description().digest();
  }

  /** What it predicts: at least one, in the order of their columns. */
  default List<Output> outputs() {
    return description().outputs();
  }

  /** The name of its first output. */
  default String target() {
    return outputs().get(0).name();
  }

  /** What it needs of a record, in the order of their positions in {@link Inputs}. */
  default List<Feature> features() {
    return description().features();
  }

  default Posterior posterior() {
    return description().posterior();
  }
}
