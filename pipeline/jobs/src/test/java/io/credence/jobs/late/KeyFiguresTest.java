package io.credence.jobs.late;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.EvaluationCoder;
import io.credence.beam.ScoringMetrics;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.RecordCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;

/** What keys add to figures follows from what came for them, and not from when it came. */
class KeyFiguresTest {

  private final KeyFigures figures =
      new KeyFigures(
          LateStream.EVALUATING.open(
              (prediction, field) -> prediction.values().get(field),
              new ScoringMetrics(LateStream.EVALUATING.model(), 1)));

  private static KV<String, Arrival> prediction(String key, double x, int second) {
    List<Object> values = new ArrayList<>();
    for (String field : LateStream.EVALUATING.fields()) {
      values.add(field.equals("x") ? (Object) x : field.equals("id") ? key : (Object) 1);
    }
    return KV.of(key, new Prediction(1_000L * second, values));
  }

  private static KV<String, Arrival> label(String key, double y, int second) {
    return KV.of(key, new Label(1_000L * second, 0, second, List.of(y)));
  }

  private Map<Long, Evaluation> figures(List<KV<String, Arrival>> arrivals) throws IOException {
    Map<String, Known> known = new HashMap<>();
    Sums sums = new Sums(LateStream.TERMS.window());
    for (KV<String, Arrival> each : arrivals) {
      Known before = known.getOrDefault(each.getKey(), Known.NOTHING);
      known.put(each.getKey(), figures.arrive(each.getKey(), before, each.getValue(), sums));
    }
    known.values().forEach(each -> KeyFigures.expire(each, sums));
    Map<Long, Evaluation> all = new TreeMap<>();
    sums.flush(all::put);
    return all;
  }

  private Evaluation sinceStart(List<KV<String, Arrival>> arrivals) throws IOException {
    return Objects.requireNonNull(figures(arrivals).get(Sums.SINCE_START));
  }

  private static Map<Long, String> bytes(Map<Long, Evaluation> figures) throws Exception {
    Map<Long, String> bytes = new TreeMap<>();
    for (Map.Entry<Long, Evaluation> each : figures.entrySet()) {
      bytes.put(each.getKey(), CoderUtils.encodeToBase64(EvaluationCoder.of(), each.getValue()));
    }
    return bytes;
  }

  @Test
  void ofThousandOrdersEachGivesTheSameBits() throws Exception {
    List<KV<String, Arrival>> arrivals =
        new ArrayList<>(
            List.of(
                // Revised back and forth.
                prediction("a", 0.1, 1),
                label("a", 0.3, 2),
                label("a", 0.4, 3),
                label("a", 0.3, 4),
                // All of it twice, the label with an older time.
                prediction("b", 0.2, 1),
                prediction("b", 0.2, 1),
                label("b", 0.5, 6),
                label("b", 0.5, 5),
                // Two that differ, of which one comes twice.
                prediction("c", 0.3, 2),
                prediction("c", 0.4, 2),
                prediction("c", 0.3, 2),
                label("c", 0.6, 2),
                // The same ones at other times, in other windows.
                prediction("g", 0.7, 1),
                prediction("g", 0.7, 700),
                prediction("g", 0.7, 1000),
                label("g", 0.7, 2),
                prediction("h", 0.7, 1300),
                prediction("h", 0.8, 2),
                prediction("h", 0.8, 1600),
                label("h", 0.7, 2),
                prediction("i", 0.7, 400),
                prediction("i", 0.7, 1),
                // In other windows.
                prediction("d", 0.5, 400),
                label("d", 0.7, 1),
                prediction("e", 0.6, 401),
                label("f", 0.8, 1),
                label("f", 0.9, 2)));
    Map<Long, Evaluation> expected = figures(arrivals);
    Evaluation all = Objects.requireNonNull(expected.get(Sums.SINCE_START));
    assertThat(all.count(RecordCount.EVALUATED)).isEqualTo(4);
    assertThat(all.count(RecordCount.UNLABELLED)).isEqualTo(2);
    assertThat(all.count(RecordCount.PREDICTED_TWICE)).isEqualTo(4);
    assertThat(all.count(RecordCount.PREDICTION_REPEATED)).isEqualTo(6);
    assertThat(all.count(RecordCount.LABEL_REPEATED)).isEqualTo(2);
    assertThat(all.count(RecordCount.LABEL_REVISED)).isEqualTo(2);
    assertThat(all.count(RecordCount.NOT_PREDICTED)).isEqualTo(1);
    assertThat(expected).hasSize(7);
    Map<Long, String> bytes = bytes(expected);
    for (int seed = 0; seed < 1_000; seed++) {
      Collections.shuffle(arrivals, new Random(seed));
      assertThat(bytes(figures(arrivals))).as("seed %s", seed).isEqualTo(bytes);
    }
  }

  /** Redelivered with another timestamp: the older one holds, in whatever order they come. */
  @Test
  void theSamePredictionAtAnotherTimeIsARepetitionInTheWindowOfTheLaterOne() throws Exception {
    Map<Long, Evaluation> inOrder =
        figures(List.of(prediction("a", 0.1, 1), label("a", 0.3, 2), prediction("a", 0.1, 400)));
    Map<Long, Evaluation> reverse =
        figures(List.of(prediction("a", 0.1, 400), label("a", 0.3, 2), prediction("a", 0.1, 1)));
    assertThat(bytes(reverse)).isEqualTo(bytes(inOrder));
    assertThat(inOrder).containsOnlyKeys(Sums.SINCE_START, 0L, 300_000L);
    Evaluation older = Objects.requireNonNull(inOrder.get(0L));
    assertThat(older.count(RecordCount.EVALUATED)).isEqualTo(1);
    assertThat(older.count(RecordCount.PREDICTION_REPEATED)).isEqualTo(0);
    Evaluation later = Objects.requireNonNull(inOrder.get(300_000L));
    assertThat(later.count(RecordCount.EVALUATED)).isEqualTo(0);
    assertThat(later.count(RecordCount.PREDICTION_REPEATED)).isEqualTo(1);
    Evaluation all = Objects.requireNonNull(inOrder.get(Sums.SINCE_START));
    assertThat(all.count(RecordCount.PREDICTED_TWICE)).isEqualTo(0);
  }

  @Test
  void ofARevisedLabelNothingIsLeft() throws Exception {
    Evaluation revised =
        sinceStart(List.of(prediction("a", 0.1, 1), label("a", 1e6, 2), label("a", 0.4, 3)));
    Evaluation right = sinceStart(List.of(prediction("a", 0.1, 1), label("a", 0.4, 3)));
    revised.count(RecordCount.LABEL_REVISED, -1);
    assertThat(revised).isEqualTo(right);
  }

  /** Each of them is named once, however many there are. */
  @Test
  void moreThanAHundredOfAKeyAreCountedAndForgotten() throws Exception {
    List<KV<String, Arrival>> arrivals = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      arrivals.add(prediction("a", i, i));
      arrivals.add(label("b", i, i));
    }
    Evaluation all = sinceStart(arrivals);
    assertThat(all.count(RecordCount.PREDICTED_TWICE)).isEqualTo(150);
    assertThat(all.issues()).hasSize(1);
    assertThat(all.count(RecordCount.LABEL_REVISED)).isEqualTo(149);
  }
}
