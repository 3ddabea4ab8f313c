package io.credence.page.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation.
 *
 * @param model which was evaluated
 * @param against which it was compared with; null for none
 * @param evaluated how many records have a label and a prediction
 * @param counts how many records there were of each kind
 * @param gates what must hold
 * @param issues the first records that should not be as they are, a line each
 * @param outputs at least one
 */
public record EvaluationFacts(
    ModelId model,
    @Nullable ModelId against,
    long evaluated,
    List<CountFact> counts,
    List<GateFact> gates,
    List<String> issues,
    List<OutputFacts> outputs) {

  public EvaluationFacts {
    counts = List.copyOf(counts);
    gates = List.copyOf(gates);
    issues = List.copyOf(issues);
    outputs = List.copyOf(outputs);
  }
}
