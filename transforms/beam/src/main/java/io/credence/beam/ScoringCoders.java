package io.credence.beam;

import io.credence.evaluation.Evaluation;
import io.credence.score.Scored;
import java.util.List;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Tells Beam the coders of what scoring yields, so that pipelines that map or group it need not
 * name them. Beam finds it as a service.
 */
public final class ScoringCoders implements CoderProviderRegistrar {

  @Override
  public List<CoderProvider> getCoderProviders() {
    return List.of(
        CoderProviders.forCoder(TypeDescriptor.of(Scored.class), ScoredCoder.of()),
        CoderProviders.forCoder(TypeDescriptor.of(Evaluation.class), EvaluationCoder.of()),
        CoderProviders.forCoder(TypeDescriptor.of(Samples.class), SamplesCoder.of()),
        CoderProviders.forCoder(TypeDescriptor.of(DeadLetter.class), DeadLetterCoder.of()));
  }
}
