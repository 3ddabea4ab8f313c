package io.credence.jobs.late;

import io.credence.beam.Evaluating;
import io.credence.jobs.evaluation.EvaluationFiles;

/**
 * Figures in a folder: those since the start as an evaluation of files has them, and beside them a
 * document for each window.
 *
 * @param files those since the start
 */
public record FiguresFolder(EvaluationFiles files) implements FiguresSink {

  @Override
  public String place() {
    return files.folder();
  }

  @Override
  public FiguresWriter open(Evaluating evaluating, LateTerms terms) {
    return figures -> {
      if (figures.areSinceStart()) {
        files.update(evaluating, terms.key(), figures.evaluation());
      } else {
        files.replace(figures.name(terms.window()), figures.json(evaluating, terms));
      }
    };
  }
}
