package io.credence.streaming;

import io.credence.cli.command.Console;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.KitFailure;
import io.credence.kit.process.ManagedProcess;
import io.credence.streaming.distinct.DistinctConsumer;
import io.credence.streaming.play.FlightMessage;
import io.credence.streaming.play.FlightMessages;
import io.credence.streaming.play.Player;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Starts a broker and a stream on this machine, and shows flights on their way through both. */
public final class StreamingSample {

  private static final String INPUT = "flights";
  private static final String OUTPUT = "flights-scored";
  private static final String DEAD_LETTERS = "flights-dead";

  private final Request request;
  private final Cleanup cleanup = new Cleanup();
  private final Console console;
  private final Screen screen;

  private StreamingSample(Request request, Console console) {
    this.request = request;
    this.console = console;
    this.screen = new Screen(console);
  }

  /**
   * Runs the sample; exit code 0 when every flight came out, 1 when not, 2 for a wrong request.
   *
   * @param args options
   */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    try {
      Request request = Request.parse(List.of(args));
      System.exit(new StreamingSample(request, console).exitCode());
    } catch (IllegalArgumentException e) {
      console.problem(String.valueOf(e.getMessage()));
      System.exit(2);
    }
  }

  private int exitCode() {
    try {
      return run() ? 0 : 1;
    } catch (IOException | KitFailure e) {
      if (!cleanup.isUnderWay()) {
        console.problem(String.valueOf(e.getMessage()));
      }
    }
    return 1;
  }

  /** Whether all flights came out. */
  private boolean run() throws IOException {
    List<FlightMessage> flights = FlightMessages.read(Checkout.FLIGHTS.resolve("january.parquet"));
    Path folder = cleanup.temporaryFolder();
    KafkaBroker broker = KafkaBroker.startForLong(folder, request.port());
    cleanup.add(broker::close);
    createTopics(broker);
    screen.say("A Kafka broker listens on %s; its data is in %s", broker.bootstrap(), folder);
    ManagedProcess stream =
        ManagedProcess.start("credence score", folder.resolve("score.log"), score(broker));
    cleanup.add(stream::stop);
    screen.say("Started ./%s", String.join(" ", score(broker)).replace(Checkout.ROOT + "/", ""));
    Player player = new Player(broker.bootstrap(), INPUT, flights);
    cleanup.add(player::close);
    try (DistinctConsumer<byte[], byte[]> reader = reader(broker)) {
      return new Show(request, player, stream, reader, new Arrivals(OUTPUT), screen).run();
    }
  }

  private static void createTopics(KafkaBroker broker) {
    try (KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
      topics.create(INPUT, 4);
      topics.create(OUTPUT, 4);
      topics.create(DEAD_LETTERS, 1);
    }
  }

  private static List<String> score(KafkaBroker broker) {
    return List.of(
        Checkout.LAUNCHER.toString(),
        "score",
        "--model=" + Checkout.FLIGHTS,
        "--input=" + broker.location(INPUT),
        "--output=" + broker.location(OUTPUT),
        "--deadLetters=" + broker.location(DEAD_LETTERS));
  }

  private static DistinctConsumer<byte[], byte[]> reader(KafkaBroker broker) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", broker.bootstrap(),
            "group.id", "streaming-sample",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", false,
            "isolation.level", "read_committed");
    return new DistinctConsumer<>(
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        List.of(OUTPUT, DEAD_LETTERS));
  }
}
