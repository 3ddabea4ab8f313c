package io.credence.page;

import io.credence.decision.Decision;
import io.credence.decision.Watch;
import io.credence.evaluation.Calibration;
import io.credence.evaluation.Calibration.Deviation;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.evaluation.Figure;
import io.credence.page.facts.CountFact;
import io.credence.page.facts.EvaluationFacts;
import io.credence.page.facts.ExampleFact;
import io.credence.page.facts.FeatureFact;
import io.credence.page.facts.GateFact;
import io.credence.page.facts.ModelFacts;
import io.credence.page.facts.ModelId;
import io.credence.page.facts.OutputFacts;
import io.credence.page.facts.ParameterFact;
import io.credence.page.facts.SegmentFacts;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Evaluations and models that are made up. */
final class Samples {

  static final Calibration RIGHT = new Calibration(Verdict.CALIBRATED, List.of());
  static final Calibration WRONG =
      new Calibration(Verdict.MISCALIBRATED, List.of(Deviation.TOO_NARROW, Deviation.TOO_LOW));
  static final List<Double> LEVELS = List.of(0.5, 0.95);

  static final Decision NO_LOOKS = new Decision("brier", List.of());

  private Samples() {}

  /** Looks at 10,000 records, 100 at a time. */
  static Decision decision(double difference, double coverage) {
    Watch watch = new Watch(1, true);
    for (int n = 100; n <= 10_000; n += 100) {
      watch.look(n, n * coverage, n, difference, 1);
    }
    return new Decision("crps", watch.looks());
  }

  static List<Double> uniform() {
    return Collections.nCopies(OutputFacts.BINS, 0.01);
  }

  /** A PIT whose density is given up to a factor. */
  static List<Double> pit(IntToDoubleFunction density) {
    double sum = IntStream.range(0, OutputFacts.BINS).mapToDouble(density).sum();
    return IntStream.range(0, OutputFacts.BINS)
        .mapToObj(bin -> density.applyAsDouble(bin) / sum)
        .toList();
  }

  static Figure figure(String name, double value) {
    return new Figure(name, value, value - 0.01, value + 0.01);
  }

  static List<Figure> figures() {
    return List.of(
        figure("coverage_50", 0.47),
        figure("coverage_95", 0.93),
        figure("crps", 8.2),
        figure("expected_crps", 7.9),
        new Figure("log_score", Double.NaN, Double.NaN, Double.NaN));
  }

  static List<ExampleFact> examples(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new ExampleFact(
                    i % 20 == 0 ? i + 9.0 : i,
                    i + 0.5,
                    List.of(i - 1.0, i - 3.0),
                    List.of(i + 1.0, i + 3.0)))
        .toList();
  }

  static SegmentFacts segment(String name, Calibration calibration, double distance) {
    return new SegmentFacts(
        name,
        500,
        calibration,
        List.of(
            figure("coverage_95", 0.95 - distance),
            figure("crps", 8),
            figure("expected_crps", 8),
            figure("pit_distance", distance)));
  }

  static OutputFacts output(String name, Calibration calibration, List<Double> pit) {
    return new OutputFacts(
        name,
        2_000,
        calibration,
        LEVELS,
        figures(),
        pit,
        examples(200),
        List.of(segment("shop=a", RIGHT, 0.01), segment("shop=b", WRONG, 0.1)),
        decision(-0.1, 0.94));
  }

  static OutputFacts classes(String name, int count) {
    List<Figure> figures =
        IntStream.range(0, count)
            .boxed()
            .flatMap(
                i ->
                    List.of(
                        figure("share_" + name + i, 0.5), figure("expected_share_" + name + i, 0.4))
                        .stream())
            .toList();
    return new OutputFacts(
        name, 300, RIGHT, LEVELS, figures, List.of(), List.of(), List.of(), NO_LOOKS);
  }

  static EvaluationFacts evaluation(String name, List<OutputFacts> outputs) {
    return new EvaluationFacts(
        new ModelId(name, "1.0.0", "ab".repeat(32)),
        new ModelId(name, "0.9.0", "cd".repeat(32)),
        2_000,
        List.of(new CountFact("read", 2_000)),
        List.of(new GateFact(name, "coverage_95", "at least 0.9", 0.93, true)),
        List.of(name + ": row 7 differs"),
        outputs);
  }

  static ModelFacts model(String name, int features, int parameters) {
    return new ModelFacts(
        new ModelId(name, "1.0.0", "ab".repeat(32)),
        Collections.nCopies(Math.max(1, features / 10), name),
        "4 chains of 500",
        "yes, all 8 figures of the training tool",
        IntStream.range(0, features)
            .mapToObj(i -> new FeatureFact(name + i, "string", "0", "1", name, name))
            .toList(),
        IntStream.range(0, parameters)
            .mapToObj(
                i -> new ParameterFact(name + i, true, i, 1, i - 2, i + 2, 1 + i / 1e4, 2_000 - i))
            .toList(),
        3);
  }
}
