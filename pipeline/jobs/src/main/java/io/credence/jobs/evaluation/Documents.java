package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.ModelRef;
import io.credence.evaluation.Assessment;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.EvaluationSpec;
import io.credence.evaluation.Example;
import io.credence.evaluation.Figure;
import io.credence.evaluation.Gate;
import io.credence.evaluation.Issue;
import io.credence.evaluation.OutputAssessment;
import io.credence.evaluation.RecordCount;
import io.credence.jobs.evaluation.EvaluationDocument.ExampleEntry;
import io.credence.jobs.evaluation.EvaluationDocument.FigureEntry;
import io.credence.jobs.evaluation.EvaluationDocument.GateEntry;
import io.credence.jobs.evaluation.EvaluationDocument.IssueEntry;
import io.credence.jobs.evaluation.EvaluationDocument.ModelEntry;
import io.credence.jobs.evaluation.EvaluationDocument.OutputEntry;
import io.credence.jobs.evaluation.EvaluationDocument.RequestEntry;
import io.credence.jobs.output.SoftwareVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the document of an evaluation. */
final class Documents {

  /** What must not be, whatever the gates say: the figures are not of all that was served. */
  private static final List<RecordCount> FAULTS =
      List.of(
          RecordCount.SCORE_MISMATCH,
          RecordCount.ROW_MISMATCH,
          RecordCount.PREDICTED_TWICE,
          RecordCount.LABELLED_TWICE);

  /** From the best to the worst: too few records are worse than a good verdict. */
  private static final List<Verdict> SEVERITY =
      List.of(
          Verdict.CALIBRATED,
          Verdict.NEARLY_CALIBRATED,
          Verdict.INSUFFICIENT,
          Verdict.MISCALIBRATED);

  private final Evaluating evaluating;
  private final Evaluation evaluation;
  private final Assessment assessment;
  private final @Nullable String labelKey;

  private Documents(
      Evaluating evaluating,
      @Nullable String labelKey,
      Evaluation evaluation,
      Assessment assessment) {
    this.evaluating = evaluating;
    this.labelKey = labelKey;
    this.evaluation = evaluation;
    this.assessment = assessment;
  }

  /**
   * The document of an evaluation.
   *
   * @param labelKey by which labels were found; null when the records held them
   */
  static EvaluationDocument of(
      Evaluating evaluating,
      @Nullable String labelKey,
      Evaluation evaluation,
      Assessment assessment) {
    return new Documents(evaluating, labelKey, evaluation, assessment).document();
  }

  private EvaluationDocument document() {
    ModelRef against = evaluating.against();
    List<GateEntry> gates = evaluating.model().gates().stream().map(this::gate).toList();
    boolean passed =
        gates.stream().allMatch(GateEntry::met)
            && FAULTS.stream().allMatch(fault -> evaluation.count(fault) == 0);
    return new EvaluationDocument(
        EvaluationDocument.FORMAT,
        SoftwareVersion.get(),
        model(evaluating.model()),
        against == null ? null : model(against),
        request(evaluating.spec()),
        records(),
        evaluation.issues().stream().map(Documents::issue).toList(),
        Words.word(worst()),
        passed,
        outputs(),
        segments(),
        gates);
  }

  private static ModelEntry model(ModelRef model) {
    return new ModelEntry(model.name(), model.version(), model.digest().hex());
  }

  private RequestEntry request(EvaluationSpec spec) {
    return new RequestEntry(
        spec.predict().numSamples(),
        spec.predict().seed(),
        spec.predict().keyField(),
        spec.levels(),
        spec.hdiLevels(),
        spec.exact(),
        spec.by(),
        labelKey,
        spec.served() != null);
  }

  private Map<String, Object> records() {
    Map<String, Object> records = new LinkedHashMap<>();
    for (RecordCount kind : RecordCount.values()) {
      records.put(Words.word(kind), evaluation.count(kind));
    }
    Map<String, Long> letters = new TreeMap<>();
    evaluation.deadLetters().forEach((code, n) -> letters.put(code.name(), n));
    records.put("dead_letters", letters);
    return records;
  }

  private static IssueEntry issue(Issue issue) {
    return new IssueEntry(
        Words.word(issue.kind()),
        issue.place().file().isEmpty() ? null : issue.place().file(),
        issue.place().row() < 0 ? null : issue.place().row(),
        issue.what());
  }

  /** What the worst output is. */
  private Verdict worst() {
    return assessment.overall().stream()
        .map(each -> each.calibration().verdict())
        .max(Comparator.comparing(SEVERITY::indexOf))
        .orElse(Verdict.INSUFFICIENT);
  }

  private List<OutputEntry> outputs() {
    List<OutputEntry> outputs = new ArrayList<>();
    for (int i = 0; i < assessment.overall().size(); i++) {
      OutputAssessment each = assessment.overall().get(i);
      outputs.add(
          new OutputEntry(
              each.output().name(),
              Words.word(each.output().kind()),
              each.records(),
              Words.word(each.calibration().verdict()),
              each.calibration().deviations().stream().map(Words::word).toList(),
              each.figures().stream().map(Documents::figure).toList(),
              each.differences().stream().map(Documents::figure).toList(),
              each.pit(),
              evaluation.shown(i).stream().map(this::example).toList(),
              DecisionEntries.of(each.decision(), evaluating.against() != null)));
    }
    return outputs;
  }

  private static FigureEntry figure(Figure figure) {
    return new FigureEntry(
        figure.name(), finite(figure.value()), finite(figure.lower()), finite(figure.upper()));
  }

  /** JSON and readers of tables have null where there is no number. */
  static @Nullable Double finite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE ? value : null;
  }

  private ExampleEntry example(Example example) {
    int levels = evaluating.spec().levels().size();
    return new ExampleEntry(
        example.label(),
        example.median(),
        IntStream.range(0, levels).mapToObj(example::lower).toList(),
        IntStream.range(0, levels).mapToObj(example::upper).toList());
  }

  private Map<String, Long> segments() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Verdict verdict :
        List.of(
            Verdict.CALIBRATED,
            Verdict.NEARLY_CALIBRATED,
            Verdict.MISCALIBRATED,
            Verdict.INSUFFICIENT)) {
      counts.put(
          Words.word(verdict),
          assessment.segments().stream()
              .filter(each -> each.calibration().verdict() == verdict)
              .count());
    }
    return counts;
  }

  /** A good figure of too few labels says nothing, so it meets no gate. */
  private GateEntry gate(Gate gate) {
    OutputAssessment output =
        assessment.overall().stream()
            .filter(each -> each.output().name().equals(gate.output()))
            .findFirst()
            .orElseThrow();
    double value = output.figure(gate.figure()).map(Figure::value).orElse(Double.NaN);
    boolean met =
        output.calibration().verdict() != Verdict.INSUFFICIENT
            && output.sufficient(gate.figure()).filter(each -> gate.isMetBy(value)).isPresent();
    return new GateEntry(gate.output(), gate.figure(), gate.min(), gate.max(), finite(value), met);
  }
}
