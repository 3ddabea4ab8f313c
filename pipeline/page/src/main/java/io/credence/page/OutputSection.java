package io.credence.page;

import io.credence.evaluation.Figure;
import io.credence.page.drawing.Markup;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.OutputFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of one output. */
final class OutputSection {

  private static final int MOST_FIGURES = 100;

  private final OutputFacts output;
  private final String id;

  /**
   * A section.
   *
   * @param id unique on the page
   */
  OutputSection(OutputFacts output, String id) {
    this.output = output;
    this.id = id;
  }

  Markup markup() {
    Markup section = new Markup().open("section").open("h2").name(output.name()).close();
    section.element("p", Numbers.count(output.records()) + " labels", "class", "aside").line();
    pictures().forEach(picture -> section.add(picture.markup()));
    if (!output.figures().isEmpty()) {
      section.open("figure").element("h3", "All figures").add(figures()).close();
    }
    return section.close().line();
  }

  private List<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    if (!output.pit().isEmpty()) {
      pictures.add(PitHistogram.of(output, id + "-pit"));
      pictures.add(PitDifference.of(output, id + "-ecdf"));
      pictures.add(CoverageCurve.of(output, id + "-coverage"));
    }
    if (!output.examples().isEmpty()) {
      pictures.add(Fan.of(output, id + "-fan"));
    }
    List.of(
            ClassShares.of(output, id + "-shares"),
            Segments.of(output, id + "-segments"),
            Scores.crps(output, id + "-crps"),
            Differences.bounds(output, id + "-difference"),
            Differences.evidence(output, id + "-evidence"),
            CoverageLooks.of(output, id + "-looks"),
            output.pit().isEmpty()
                ? Scores.ofClasses(output, id + "-scores")
                : Optional.<Picture>empty())
        .forEach(picture -> picture.ifPresent(pictures::add));
    return pictures;
  }

  private Markup figures() {
    Table table =
        new Table(
            List.of("figure", "value", "95 % from", "to"), MOST_FIGURES, "in evaluation.json");
    for (Figure figure : output.figures()) {
      table.row(
          figure.name(),
          Numbers.of(figure.value()),
          Numbers.of(figure.lower()),
          Numbers.of(figure.upper()));
    }
    return table.folded("The numbers");
  }
}
