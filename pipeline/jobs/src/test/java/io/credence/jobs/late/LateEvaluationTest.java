package io.credence.jobs.late;

import static io.credence.jobs.late.LateStream.arrivals;
import static io.credence.jobs.late.LateStream.label;
import static io.credence.jobs.late.LateStream.message;
import static io.credence.jobs.late.LateStream.prediction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.kafka.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.apache.beam.sdk.testing.TestStream;
import org.joda.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that come before and after their predictions, twice, revised, or never. */
class LateEvaluationTest {

  private static final Duration MINUTE = Duration.standardMinutes(1);
  private static final String FIRST_WINDOW = "window-1970-01-01T000000Z-1970-01-01T000500Z.json";

  private final Path folder;

  LateEvaluationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** 12 predictions in two windows, and what can be with labels. */
  private static List<Message> all() {
    List<Message> all = new ArrayList<>();
    Random random = new Random(1);
    for (int id = 0; id < 12; id++) {
      all.add(prediction(id, random.nextDouble(), 50 * id));
      if (id != 7) { // Never labelled.
        all.add(label(id, random.nextGaussian(), 50 * id + 1));
      }
    }
    all.add(label(3, 0.25, 700)); // Revised, and said once more.
    all.add(label(3, 0.25, 701));
    all.add(prediction(5, 0.5, 702)); // Another record with the key of one.
    all.add(label(1000, 1, 703)); // An orphan.
    all.add(label("\"8\"", 1, 704)); // A text is no number.
    all.add(label(9, "\"high\"", 705));
    all.add(label(10, "null", 706));
    all.add(message(LateStream.LABELS, 707, "{\"y\": 1}"));
    all.add(message(LateStream.LABELS, 708, "no JSON"));
    all.add(message(LateStream.PREDICTIONS, 709, "{\"x\": 1, \"category\": 1}"));
    all.add(message(LateStream.PREDICTIONS, 710, "no JSON"));
    all.add(prediction(2000, -1, 711)); // Out of the model's range.
    all.add(label(2000, 1, 712));
    return all;
  }

  private static TestStream<Message> inOrder(List<Message> messages, int perBundle) {
    TestStream.Builder<Message> arrivals = arrivals();
    for (int from = 0; from < messages.size(); from += perBundle) {
      List<Message> some = messages.subList(from, Math.min(from + perBundle, messages.size()));
      arrivals =
          arrivals.addElements(some.get(0), some.subList(1, some.size()).toArray(Message[]::new));
      arrivals = arrivals.advanceProcessingTime(Duration.millis(1));
    }
    return arrivals.advanceWatermarkToInfinity();
  }

  @Test
  void theOrderOfMessagesHasNoInfluenceOnAByte() throws Exception {
    LateStream.run(inOrder(all(), 50), folder.resolve("0"));
    SortedMap<String, String> documents = LateStream.documents(folder.resolve("0"));
    assertThat(documents).hasSize(4);
    JsonNode records = LateStream.records(folder.resolve("0"));
    assertCounts(
        records,
        "read",
        16,
        "evaluated",
        10,
        "unlabelled",
        1,
        "predicted_twice",
        2,
        "without_key",
        1,
        "labels_read",
        20,
        "label_repeated",
        1,
        "label_revised",
        1,
        "label_invalid",
        3,
        "label_empty",
        1,
        "not_predicted",
        2);
    assertThat(records.path("dead_letters").toString())
        .isEqualTo("{\"OUT_OF_RANGE\":1,\"UNDECODABLE\":1}");
    List<Message> shuffled = all();
    Collections.shuffle(shuffled, new Random(1));
    Path other = folder.resolve("1");
    LateStream.run(inOrder(shuffled, 20), other);
    assertThat(LateStream.documents(other)).isEqualTo(documents);
    for (String table : List.of("segments.parquet", "pit.parquet")) {
      assertThat(other.resolve(table)).hasSameBinaryContentAs(folder.resolve("0").resolve(table));
    }
  }

  private static void assertCounts(JsonNode records, Object... expected) {
    for (int i = 0; i < expected.length; i += 2) {
      String kind = (String) expected[i];
      assertThat(records.path(kind).asLong()).as(kind).isEqualTo((int) expected[i + 1]);
    }
  }

  @Test
  void aPredictionWaitsForItsLabelAndNoLonger() throws Exception {
    TestStream<Message> arrivals =
        arrivals()
            .addElements(prediction(1, 0.5, 0), prediction(2, 0.5, 1))
            .advanceProcessingTime(MINUTE.multipliedBy(59))
            .addElements(label(1, 0.5, 3))
            // The hour of both is over.
            .advanceProcessingTime(MINUTE.multipliedBy(2))
            // Too late, and so one whose prediction never comes.
            .addElements(label(2, 0.5, 4))
            .advanceProcessingTime(MINUTE.multipliedBy(11))
            .advanceWatermarkToInfinity();
    assertRecords(
        arrivals, "read", 2, "evaluated", 1, "unlabelled", 1, "labels_read", 2, "not_predicted", 1);
  }

  @Test
  void aLabelWaitsForItsPredictionAndNoLonger() throws Exception {
    TestStream<Message> arrivals =
        arrivals()
            .addElements(label(1, 0.5, 0), label(2, 0.5, 1))
            .advanceProcessingTime(MINUTE.multipliedBy(9))
            .addElements(prediction(1, 0.5, 2))
            .advanceProcessingTime(MINUTE.multipliedBy(2))
            .addElements(prediction(2, 0.5, 3))
            .advanceWatermarkToInfinity();
    assertRecords(
        arrivals, "read", 2, "evaluated", 1, "unlabelled", 1, "labels_read", 2, "not_predicted", 1);
  }

  private void assertRecords(TestStream<Message> arrivals, Object... expected) throws IOException {
    LateStream.run(arrivals, folder);
    assertCounts(LateStream.records(folder), expected);
  }

  @Test
  void aWindowIsOpenWhileItsTimeRunsThoughWaitsAreShort() throws Exception {
    LateTerms terms =
        new LateTerms(
            "id",
            List.of("y"),
            java.time.Duration.ofMinutes(1),
            java.time.Duration.ofMinutes(1),
            java.time.Duration.ofHours(2),
            LateStream.PACE);
    TestStream<Message> arrivals =
        arrivals()
            .addElements(prediction(1, 0.5, 0), label(1, 0.5, 1))
            .advanceProcessingTime(MINUTE.multipliedBy(110))
            .addElements(prediction(2, 0.5, 6600), label(2, 0.5, 6601))
            .advanceWatermarkToInfinity();
    LateStream.run(arrivals, terms, folder);
    String window = "window-1970-01-01T000000Z-1970-01-01T020000Z.json";
    assertThat(LateStream.documents(folder)).containsOnlyKeys("evaluation.json", window);
    assertCounts(LateStream.window(folder, window), "read", 2, "evaluated", 2);
  }

  /** Sums are added up before they are due where there are many of them. */
  @Test
  void manySmallBundlesGiveTheSameBytesAsAFewLargeOnes() throws Exception {
    List<Message> messages = new ArrayList<>();
    for (int id = 0; id < SumFn.MOST_PARTS + 40; id++) {
      messages.add(prediction(id, 0.5, id));
      messages.add(label(id, 0.25, id));
    }
    LateStream.run(inOrder(messages, 100), folder.resolve("few"));
    LateStream.run(inOrder(messages, 1), folder.resolve("many"));
    assertCounts(LateStream.records(folder.resolve("many")), "evaluated", SumFn.MOST_PARTS + 40);
    assertThat(LateStream.documents(folder.resolve("many")))
        .isEqualTo(LateStream.documents(folder.resolve("few")));
  }

  /**
   * A window whose predictions have all waited is closed; what comes then has a document of its
   * own.
   */
  @Test
  void whatComesAfterAWindowWasClosedIsInAnotherPart() throws Exception {
    TestStream<Message> arrivals =
        arrivals()
            .addElements(prediction(1, 0.5, 0), label(1, 0.5, 1))
            .advanceProcessingTime(MINUTE.multipliedBy(130))
            .addElements(prediction(2, 0.5, 2))
            .advanceProcessingTime(MINUTE)
            .addElements(label(2, 0.5, 3))
            .advanceWatermarkToInfinity();
    LateStream.run(arrivals, folder);
    assertCounts(LateStream.window(folder, FIRST_WINDOW), "read", 1, "evaluated", 1);
    assertCounts(
        LateStream.window(folder, FIRST_WINDOW.replace(".json", "-2.json")),
        "read",
        1,
        "evaluated",
        1);
    assertCounts(LateStream.records(folder), "read", 2, "evaluated", 2);
    assertThat(Files.readString(folder.resolve(FIRST_WINDOW)))
        .contains("\"start\" : \"1970-01-01T00:00:00Z\"");
  }
}
