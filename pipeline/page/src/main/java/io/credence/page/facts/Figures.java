package io.credence.page.facts;

import io.credence.evaluation.Figure;
import java.util.List;
import java.util.Optional;

/** Figures by their names. */
final class Figures {

  private Figures() {}

  /** The figure of a name that has a value. */
  static Optional<Figure> named(String name, List<Figure> figures) {
    return figures.stream()
        .filter(each -> each.name().equals(name) && Double.isFinite(each.value()))
        .findFirst();
  }
}
