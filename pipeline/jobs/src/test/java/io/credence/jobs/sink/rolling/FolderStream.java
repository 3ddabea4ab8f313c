package io.credence.jobs.sink.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.folder.ModelException;
import io.credence.jobs.scoring.ScoringJob;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.Message;
import io.credence.kafka.MessageId;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicLocation;
import io.credence.parquet.ParquetSplit;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.parquet.example.data.Group;

/**
 * A topic of two partitions that is scored into a folder by one writer, without brokers and a
 * runner: messages come from where the folder says, one of each partition in turn.
 */
final class FolderStream {

  static final Duration WINDOW = Duration.ofMinutes(1);
  static final int PARTITIONS = 2;
  private static final int PER_WINDOW = 4;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ModelRef MODEL = model();
  private static final Scoring SCORING = Scoring.of(MODEL, ScoreSpec.DEFAULT);
  private static final ReadRange RANGE = new ReadRange(new TreeMap<>(Map.of(0, 0L, 1, 0L)), null);

  static {
    // Once: it looks for the region of a store each time.
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  private final Path folder;
  private final TestClock clock = new TestClock();
  private final List<ScoredMessage> messages;
  private final FolderCheckpoint checkpoint;
  private final RollingSink sink;

  FolderStream(Path folder, List<ScoredMessage> messages) {
    this.folder = folder;
    this.messages = messages;
    RollingFolders files = new RollingFolders(folder.toString(), folder.resolve("dead").toString());
    this.checkpoint = new FolderCheckpoint(files, "lines", "cluster");
    this.sink = new RollingSink(checkpoint, WINDOW, 1, positions -> {});
  }

  private static ModelRef model() {
    try {
      return ModelRef.at("../../samples/category-slopes");
    } catch (IOException | ModelException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Messages in the order in which they come; every fifth can't be scored. */
  static List<ScoredMessage> messages(int number) {
    MessageRowScorer scorer = new MessageRowScorer(SCORING, new ScoringMetrics(MODEL, 1));
    List<ScoredMessage> scored = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      MessageId id = new MessageId("lines", i % PARTITIONS, i / PARTITIONS, 0);
      String value = i % 5 == 3 ? "{}" : "{\"x\": " + i + ", \"category\": 1}";
      Message message = new Message(id, 0, null, value.getBytes(UTF_8), new RecordHeaders());
      scored.add(scored(scorer, message));
    }
    return scored;
  }

  private static ScoredMessage scored(MessageRowScorer scorer, Message message) {
    try {
      return scorer.score(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The job as a runner does it, but for where it reads. */
  ScoringJob<Message, KV<Integer, ScoredMessage>> job() {
    TopicSource source =
        TopicSource.from(
            checkpoint,
            folder.toString(),
            new TopicLocation("localhost:9092", "lines"),
            RANGE,
            "group",
            new ClientSettings(null));
    return new ScoringJob<>(source, SCORING, sink);
  }

  static RowFiles rowFiles() {
    return RowFiles.of(SCORING);
  }

  FolderCheckpoint checkpoint() {
    return checkpoint;
  }

  /** Begins a job by hand. */
  void begin() throws IOException {
    checkpoint.begin(RANGE.starts(), false);
  }

  TestClock clock() {
    return clock;
  }

  ShardWriter writer() throws IOException {
    return new ShardWriter(sink, 0, rowFiles(), clock.of(WINDOW));
  }

  /** A start by hand, to the end of the topic. */
  void start() throws IOException {
    begin();
    goOn();
  }

  /** A start as a runner makes it after a failure, to the end of the topic. */
  void goOn() throws IOException {
    Map<Integer, Long> next = checkpoint.next();
    ShardWriter writer = writer();
    try (writer) {
      int read = 0;
      for (ScoredMessage message : messages) {
        MessageId id = message.message().id();
        if (id.offset() >= next.getOrDefault(id.partition(), 0L)) {
          writer.add(message);
          read++;
          if (read % PER_WINDOW == 0) {
            clock.pass(WINDOW);
            writer.publishIfOver();
          }
        }
      }
      writer.publish();
    }
  }

  /** What all messages are called. */
  List<String> expected() {
    return messages.stream().map(message -> name(message.message().id())).toList();
  }

  /** What the messages are called that are in files, all of which must be whole. */
  List<String> found() throws Exception {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      if (file.toString().endsWith(".parquet")) {
        found.addAll(rows(file));
      }
    }
    for (Path file : files(folder.resolve("dead"))) {
      for (String line : Files.readAllLines(file)) {
        JsonNode source = JSON.readTree(line).path("source");
        found.add(source.path("partition").asInt() + "/" + source.path("offset").asLong());
      }
    }
    return found;
  }

  private static List<String> rows(Path file) throws Exception {
    List<String> rows = new ArrayList<>();
    for (ParquetSplit split : io.credence.parquet.Files.open(file).splits(1_000)) {
      for (Group row : io.credence.parquet.Files.groups(split)) {
        rows.add(row.getInteger("partition", 0) + "/" + row.getLong("offset", 0));
      }
    }
    return rows;
  }

  private static String name(MessageId id) {
    return id.partition() + "/" + id.offset();
  }

  /** The files of results in a folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What lies in the hidden folders. */
  List<String> hidden() throws IOException {
    List<String> hidden = new ArrayList<>();
    for (Path own : List.of(folder, folder.resolve("dead"))) {
      files(own.resolve(".credence-stream"))
          .forEach(file -> hidden.add(String.valueOf(file.getFileName())));
    }
    return hidden;
  }
}
