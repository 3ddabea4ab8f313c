package io.credence.cli.report;

import io.credence.cli.report.ModelReport.FeatureEntry;
import io.credence.cli.report.ModelReport.OutputEntry;
import io.credence.cli.report.ModelReport.ParameterEntry;
import io.credence.page.facts.FeatureFact;
import io.credence.page.facts.ModelFacts;
import io.credence.page.facts.ModelId;
import io.credence.page.facts.ParameterFact;
import java.util.List;

/** What a page shows of a model. */
public final class ModelPage {

  private ModelPage() {}

  /** The facts of a model. */
  public static ModelFacts of(ModelReport report) {
    ModelName model = report.model();
    return new ModelFacts(
        new ModelId(model.name(), model.version(), model.digest()),
        report.outputs().stream().map(OutputEntry::inShort).toList(),
        report.draws(),
        report.verification(),
        report.features().stream().map(ModelPage::feature).toList(),
        report.parameters().stream().map(ModelPage::parameter).toList(),
        report.elementsLeftOut());
  }

  private static FeatureFact feature(FeatureEntry feature) {
    List<String> cells = feature.cells();
    return new FeatureFact(
        cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
  }

  private static ParameterFact parameter(ParameterEntry each) {
    return new ParameterFact(
        each.name(),
        each.used(),
        each.mean(),
        each.sd(),
        each.hdiLower(),
        each.hdiUpper(),
        each.rHat(),
        each.essBulk());
  }
}
