package io.credence.beam;

import io.credence.aggregate.GroupKey;
import io.credence.aggregate.GroupSums;
import io.credence.aggregate.GroupTotal;
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
        CoderProviders.forCoder(TypeDescriptor.of(GroupKey.class), GroupKeyCoder.of()),
        CoderProviders.forCoder(TypeDescriptor.of(GroupSums.class), GroupSumsCoder.of()),
        CoderProviders.forCoder(TypeDescriptor.of(GroupTotal.class), GroupTotalCoder.of()),
        CoderProviders.forCoder(TypeDescriptor.of(Samples.class), SamplesCoder.of()),
        CoderProviders.forCoder(TypeDescriptor.of(DeadLetter.class), DeadLetterCoder.of()));
  }
}
