package io.credence.folder;

import io.credence.folder.VerifyCase.Figure;
import io.credence.folder.VerifyCase.Kind;
import io.credence.model.Output;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.problem.Suggestion;
import java.util.List;
import java.util.Optional;

/** Which figures of a verify file are of which output of a model. */
final class VerifyNames {

  private static final int MAX_LISTED = 300;

  private VerifyNames() {}

  /** The figures of an output. */
  static List<Figure> figures(List<Output> outputs, Output output, VerifyCase verifyCase) {
    List<Figure> named = verifyCase.figures().getOrDefault(output.name(), List.of());
    return named.isEmpty() && outputs.size() == 1
        ? verifyCase.figures().getOrDefault(VerifyCase.SOLE, List.of())
        : named;
  }

  /** Reports names that the model does not have, and figures that an output can't have. */
  static void check(List<Output> outputs, VerifyCase verifyCase, Problems log) {
    List<String> names = outputs.stream().map(Output::name).toList();
    verifyCase
        .figures()
        .forEach(
            (name, figures) -> {
              boolean sole = name.equals(VerifyCase.SOLE);
              int position = sole ? 0 : names.indexOf(name);
              if (sole && outputs.size() > 1) {
                log.add(
                    verifyCase.line(),
                    "The model has the outputs %s, and must be given the figures of each: \"outputs\": {\"%s\": {…}}"
                        .formatted(listed(names), names.get(0)));
              } else if (position < 0) {
                log.add(
                    verifyCase.line(),
                    "The model has no output '%s'%s; it has: %s"
                        .formatted(
                            Excerpt.of(name), Suggestion.didYouMean(name, names), listed(names)));
              } else {
                figures.stream()
                    .map(figure -> fault(figure, outputs.get(position)))
                    .flatMap(Optional::stream)
                    .forEach(fault -> log.add(verifyCase.line(), fault));
              }
            });
  }

  private static String listed(List<String> names) {
    return Excerpt.of(String.join(", ", names), MAX_LISTED);
  }

  private static Optional<String> fault(Figure figure, Output output) {
    if ((figure.kind() == Kind.CLASS) != output.hasClasses()) {
      return Optional.of(
          output.hasClasses()
              ? "The output %s has classes, and so probabilities, and no %s"
                  .formatted(output.name(), figure)
              : "The output %s has numbers, and so no probabilities of classes"
                  .formatted(output.name()));
    }
    if (output.hasClasses() && !output.classes().contains(figure.label())) {
      return Optional.of(
          "The output %s has no class '%s'%s"
              .formatted(
                  output.name(),
                  Excerpt.of(figure.label()),
                  Suggestion.didYouMean(figure.label(), output.classes())));
    }
    return Optional.empty();
  }
}
