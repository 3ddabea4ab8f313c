package io.credence.jobs.late;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.beam.Evaluating;
import io.credence.beam.ModelRef;
import io.credence.evaluation.EvaluationSpec;
import io.credence.folder.ModelException;
import io.credence.jobs.evaluation.EvaluationFiles;
import io.credence.jobs.scoring.Delivery;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.Message;
import io.credence.kafka.MessageId;
import io.credence.kafka.ReadMessages;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicLocation;
import io.credence.messages.JsonMessageFormat;
import io.credence.predict.PredictSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Predictions of category-slopes and labels, which arrive as a test tells. */
final class LateStream {

  static final String PREDICTIONS = "predictions";
  static final String LABELS = "labels";
  static final Duration LABEL_WAIT = Duration.ofHours(1);
  static final Duration PREDICTION_WAIT = Duration.ofMinutes(10);
  static final Duration PACE = Duration.ofSeconds(10);
  static final LateTerms TERMS =
      new LateTerms("id", List.of("y"), LABEL_WAIT, PREDICTION_WAIT, Duration.ofMinutes(5), PACE);
  static final Evaluating EVALUATING =
      Evaluating.of(
          model(),
          EvaluationSpec.DEFAULT
              .withPredict(PredictSpec.DEFAULT.withNumSamples(50).withKeyField("id"))
              .withBy(List.of("category")));

  private static final ObjectMapper JSON = new ObjectMapper();

  private LateStream() {}

  static ModelRef model() {
    try {
      return ModelRef.at("../../samples/category-slopes");
    } catch (IOException | ModelException e) {
      throw new IllegalStateException(e);
    }
  }

  static LateTopic topic(String name) {
    return new LateTopic(
        TopicSource.of(
            new TopicLocation("localhost:9092", name),
            new ReadRange(new TreeMap<>(), null),
            "group",
            Delivery.AT_LEAST_ONCE,
            new ClientSettings(null)),
        new JsonMessageFormat());
  }

  /** A record that can be predicted, sent at a second. */
  static Message prediction(Object id, double x, int second) {
    return message(
        PREDICTIONS,
        second,
        "{\"id\": %s, \"x\": %s, \"category\": %s}".formatted(id, x, second % 3));
  }

  /** A label, sent at a second. */
  static Message label(Object id, Object y, int second) {
    return message(LABELS, second, "{\"id\": %s, \"y\": %s}".formatted(id, y));
  }

  static Message message(String topic, int second, String value) {
    MessageId id = new MessageId(topic, 0, second, 0);
    return new Message(id, 1_000L * second, null, value.getBytes(UTF_8), new RecordHeaders());
  }

  /** Runs a stream to its end. */
  static void run(TestStream<Message> arrivals, Path folder) {
    run(arrivals, TERMS, folder);
  }

  /** Runs a stream to its end. */
  static void run(TestStream<Message> arrivals, LateTerms terms, Path folder) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    options.setTargetParallelism(2);
    Pipeline pipeline = Pipeline.create(options);
    PCollection<Message> all = pipeline.apply(arrivals);
    new LateEvaluation(
            topic(PREDICTIONS),
            topic(LABELS),
            EVALUATING,
            terms,
            new FiguresFolder(new EvaluationFiles(folder.toString())))
        .evaluate(of(PREDICTIONS, all), of(LABELS, all));
    pipeline.run().waitUntilFinish();
  }

  private static PCollection<Message> of(String topic, PCollection<Message> all) {
    SerializableFunction<Message, Boolean> isOf = message -> message.id().topic().equals(topic);
    return all.apply(topic, Filter.by(isOf)).setCoder(ReadMessages.coder());
  }

  static TestStream.Builder<Message> arrivals() {
    return TestStream.create(ReadMessages.coder());
  }

  /** The text of all files that are no tables, by name. */
  static SortedMap<String, String> documents(Path folder) throws IOException {
    SortedMap<String, String> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        documents.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return documents;
  }

  /** What was counted since the start. */
  static JsonNode records(Path folder) throws IOException {
    return JSON.readTree(folder.resolve("evaluation.json").toFile()).path("records");
  }

  /** What was counted in a window. */
  static JsonNode window(Path folder, String name) throws IOException {
    return JSON.readTree(folder.resolve(name).toFile()).path("evaluation").path("records");
  }
}
