package io.credence.page.facts;

import java.util.List;

/**
 * A model.
 *
 * @param outputs what it predicts, in words, such as "program (classes: a, b)"
 * @param draws in words, such as "4 chains of 500"
 * @param verification in words: whether it yields the figures of the training tool
 * @param parametersLeftOut how many elements of parameters are not among {@code parameters}
 */
public record ModelFacts(
    ModelId model,
    List<String> outputs,
    String draws,
    String verification,
    List<FeatureFact> features,
    List<ParameterFact> parameters,
    int parametersLeftOut) {

  public ModelFacts {
    outputs = List.copyOf(outputs);
    features = List.copyOf(features);
    parameters = List.copyOf(parameters);
  }
}
