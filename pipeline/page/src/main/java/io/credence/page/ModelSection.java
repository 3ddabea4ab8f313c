package io.credence.page;

import io.credence.evaluation.Figure;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Markup;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.FeatureFact;
import io.credence.page.facts.ModelFacts;
import io.credence.page.facts.ParameterFact;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a model is, and whether its chains agree. */
final class ModelSection {

  private static final int MOST_FEATURES = 100;
  private static final int MOST_PARAMETERS = 200;
  private static final int MOST_DOTS = 25;
  private static final int MOST_OUTPUTS = 10;

  /** Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021): below it, chains agree. */
  private static final double HIGHEST_R_HAT = 1.01;

  /** The same: 100 for each of four chains. */
  private static final double LEAST_ESS = 400;

  private static final String ELSEWHERE = "in credence inspect --json=FILE";

  private final ModelFacts model;

  ModelSection(ModelFacts model) {
    this.model = model;
  }

  /**
   * The section.
   *
   * @param heading the element of its heading
   */
  Markup markup(String heading) {
    Markup section = new Markup().open("section").open(heading).text("The model ");
    section.name(model.model().toString()).close();
    section.open("p", "class", "aside").text("predicts ");
    int shown = Math.min(MOST_OUTPUTS, model.outputs().size());
    for (int i = 0; i < shown; i++) {
      section.text(i == 0 ? "" : ", ").name(model.outputs().get(i));
    }
    section.text(shown < model.outputs().size() ? ", …" : "");
    section.text(" from " + model.draws()).close();
    section.element("p", convergence(), "class", "reading");
    section.element("p", "Figures of the training tool: " + model.verification()).line();
    if (!diagnosed().isEmpty()) {
      section.add(rHat().markup()).add(ess().markup());
    }
    section.open("figure").element("h3", "Features").add(features()).close();
    section.open("figure").element("h3", "Parameters").add(parameters()).close();
    return section.close().line();
  }

  /** The elements that have diagnostics, of those that predictions depend on. */
  private List<ParameterFact> diagnosed() {
    return model.parameters().stream()
        .filter(each -> each.used() && Double.isFinite(each.rHat()) && Double.isFinite(each.ess()))
        .toList();
  }

  private String convergence() {
    List<ParameterFact> all = diagnosed();
    long apart = all.stream().filter(each -> each.rHat() > HIGHEST_R_HAT).count();
    long few = all.stream().filter(each -> each.ess() < LEAST_ESS).count();
    if (all.isEmpty()) {
      return "No parameter has R-hat and ESS: there are too few draws, or they do not vary.";
    }
    if (apart == 0 && few == 0) {
      return "The chains agree: all R-hat are at most 1.01, and all ESS at least 400.";
    }
    return "Of %s elements of parameters, %s have an R-hat above 1.01 and %s an ESS below 400."
        .formatted(Numbers.count(all.size()), Numbers.count(apart), Numbers.count(few));
  }

  private Picture rHat() {
    return picture(
        "R-hat, the highest first",
        "rhat",
        "R-hat",
        "Each dot is an element of a parameter that predictions depend on. The tick is 1.01, above"
            + " which the chains do not agree.",
        Comparator.comparingDouble(ParameterFact::rHat).reversed(),
        ParameterFact::rHat,
        HIGHEST_R_HAT,
        Double.NEGATIVE_INFINITY);
  }

  private Picture ess() {
    return picture(
        "ESS, the lowest first",
        "ess",
        "effective sample size of the bulk",
        "Each dot is as many independent draws as the chains are worth. The tick is 400, below"
            + " which R-hat and quantiles are not reliable.",
        Comparator.comparingDouble(ParameterFact::ess),
        ParameterFact::ess,
        LEAST_ESS,
        Double.POSITIVE_INFINITY);
  }

  /**
   * A picture of a diagnostic.
   *
   * @param good which values are as they should be: from the bound to this end
   */
  private Picture picture(
      String heading,
      String id,
      String axis,
      String key,
      Comparator<ParameterFact> order,
      ToDoubleFunction<ParameterFact> value,
      double bound,
      double good) {
    List<DotRow> rows =
        diagnosed().stream()
            .sorted(order.thenComparing(ParameterFact::name))
            .limit(MOST_DOTS)
            .map(each -> row(each.name(), value.applyAsDouble(each), bound, good))
            .toList();
    DotRow first = rows.get(0);
    String reading =
        "The first is "
            + Numbers.of(first.figure().value())
            + ", of "
            + Label.of(first.name())
            + ".";
    DotPlot plot = new DotPlot(rows);
    return new Picture(
        heading,
        reading,
        key,
        plot.chart("model-" + id, heading, reading, axis),
        plot.table("parameter"));
  }

  private static DotRow row(String name, double value, double bound, double good) {
    boolean isGood = good < bound ? value <= bound : value >= bound;
    double end = isGood ? Double.NaN : value;
    return new DotRow(name, new Figure(name, value, end, end), bound);
  }

  private Markup features() {
    Table table =
        new Table(
            List.of("feature", "type", "min", "max", "levels", "when absent"),
            MOST_FEATURES,
            ELSEWHERE);
    for (FeatureFact each : model.features()) {
      table.row(each.name(), each.type(), each.min(), each.max(), each.levels(), each.absent());
    }
    return table.unfolded();
  }

  private Markup parameters() {
    Table table =
        new Table(
            List.of("parameter", "used", "mean", "sd", "95 % HDI from", "to", "R-hat", "ESS"),
            MOST_PARAMETERS,
            ELSEWHERE);
    for (ParameterFact each : model.parameters()) {
      table.row(
          each.name(),
          each.used() ? "" : "no",
          Numbers.of(each.mean()),
          Numbers.of(each.sd()),
          Numbers.of(each.lower()),
          Numbers.of(each.upper()),
          Numbers.of(each.rHat()),
          Numbers.of(each.ess()));
    }
    return table.folded(
        model.parametersLeftOut() == 0
            ? "The numbers"
            : "The numbers; "
                + Numbers.count(model.parametersLeftOut())
                + " more elements of large parameters are left out");
  }
}
