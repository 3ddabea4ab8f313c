package io.credence.cli.report;

import io.credence.evaluation.Figure;
import io.credence.jobs.evaluation.EvaluatedSegment;
import io.credence.jobs.evaluation.EvaluationDocument;
import io.credence.jobs.evaluation.EvaluationDocument.ExampleEntry;
import io.credence.jobs.evaluation.EvaluationDocument.FigureEntry;
import io.credence.jobs.evaluation.EvaluationDocument.ModelEntry;
import io.credence.jobs.evaluation.EvaluationDocument.OutputEntry;
import io.credence.page.facts.CountFact;
import io.credence.page.facts.EvaluationFacts;
import io.credence.page.facts.ExampleFact;
import io.credence.page.facts.GateFact;
import io.credence.page.facts.ModelId;
import io.credence.page.facts.OutputFacts;
import io.credence.page.facts.SegmentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a page shows of an evaluation. */
public final class EvaluationPage {

  private final EvaluationDocument document;
  private final List<EvaluatedSegment> segments;

  private EvaluationPage(EvaluationDocument document, List<EvaluatedSegment> segments) {
    this.document = document;
    this.segments = segments;
  }

  /**
   * The facts of an evaluation.
   *
   * @throws IllegalArgumentException when the document is not as {@code credence evaluate} writes
   *     it
   */
  public static EvaluationFacts of(EvaluationDocument document, List<EvaluatedSegment> segments) {
    return new EvaluationPage(document, segments).facts();
  }

  private EvaluationFacts facts() {
    ModelEntry against = document.against();
    return new EvaluationFacts(
        model(document.model()),
        against == null ? null : model(against),
        count("evaluated"),
        counts(),
        document.gates().stream()
            .map(
                gate ->
                    new GateFact(
                        gate.output(),
                        gate.figure(),
                        EvaluationReport.rule(gate),
                        number(gate.value()),
                        gate.met()))
            .toList(),
        document.issues().stream().map(EvaluationReport::issue).toList(),
        document.outputs().stream().map(this::output).toList());
  }

  private static ModelId model(ModelEntry model) {
    return new ModelId(model.name(), model.version(), model.digest());
  }

  private long count(String kind) {
    return document.records().get(kind) instanceof Number count ? count.longValue() : 0;
  }

  private List<CountFact> counts() {
    List<CountFact> counts = new ArrayList<>();
    document
        .records()
        .forEach(
            (kind, count) -> {
              if (count instanceof Number number) {
                counts.add(new CountFact(kind.replace('_', ' '), number.longValue()));
              } else if (count instanceof Map<?, ?> codes) {
                codes.forEach((code, n) -> counts.add(deadLetters(code, n)));
              }
            });
    return counts;
  }

  private static CountFact deadLetters(Object code, Object n) {
    return new CountFact("dead letters: " + code, n instanceof Number all ? all.longValue() : 0);
  }

  private OutputFacts output(OutputEntry output) {
    return new OutputFacts(
        output.name(),
        output.records(),
        output.calibration(),
        document.request().levels(),
        figures(Stream.concat(output.figures().stream(), output.differences().stream())),
        output.pit(),
        output.examples().stream().map(EvaluationPage::example).toList(),
        segments.stream()
            .filter(each -> each.output().equals(output.name()))
            .map(EvaluationPage::segment)
            .toList(),
        output.decision().decision());
  }

  private static ExampleFact example(ExampleEntry example) {
    return new ExampleFact(example.label(), example.median(), example.lower(), example.upper());
  }

  private static SegmentFacts segment(EvaluatedSegment segment) {
    return new SegmentFacts(
        segment.segment(),
        segment.records(),
        segment.calibration(),
        figures(segment.figures().stream()));
  }

  private static List<Figure> figures(Stream<FigureEntry> figures) {
    return figures
        .map(
            each ->
                new Figure(
                    each.name(), number(each.value()), number(each.lower()), number(each.upper())))
        .toList();
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
