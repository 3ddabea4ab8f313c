package io.credence.streaming;

import io.credence.cli.command.Console;
import io.credence.streaming.distinct.DistinctConsumer;
import io.credence.streaming.local.ChildProcess;
import io.credence.streaming.local.Installation;
import io.credence.streaming.local.LocalBroker;
import io.credence.streaming.play.FlightMessage;
import io.credence.streaming.play.FlightMessages;
import io.credence.streaming.play.Player;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Starts a broker and a stream on this machine, and shows flights on their way through both. */
public final class StreamingSample {

  private static final String INPUT = "flights";
  private static final String OUTPUT = "flights-scored";
  private static final String DEAD_LETTERS = "flights-dead";

  private final Installation installation;
  private final Request request;
  private final Cleanup cleanup = new Cleanup();
  private final Console console;
  private final Screen screen;

  private StreamingSample(Installation installation, Request request, Console console) {
    this.installation = installation;
    this.request = request;
    this.console = console;
    this.screen = new Screen(console);
  }

  /**
   * Runs the sample; exit code 0 when every flight came out, 1 when not, 2 for a wrong request.
   *
   * @param args the folder of the checkout, then options
   */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    try {
      Request request = Request.parse(Arrays.asList(args).subList(1, args.length));
      Installation installation = new Installation(Path.of(args[0]));
      System.exit(new StreamingSample(installation, request, console).exitCode());
    } catch (IllegalArgumentException e) {
      console.problem(String.valueOf(e.getMessage()));
      System.exit(2);
    }
  }

  private int exitCode() {
    try {
      return run() ? 0 : 1;
    } catch (IOException e) {
      if (!cleanup.isUnderWay()) {
        console.problem(String.valueOf(e.getMessage()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  /** Whether all flights came out. */
  private boolean run() throws IOException, InterruptedException {
    List<FlightMessage> flights =
        FlightMessages.read(installation.flights().resolve("january.parquet"));
    Path folder = cleanup.temporaryFolder();
    LocalBroker broker = LocalBroker.start(installation, folder, request.port());
    cleanup.add(broker::close);
    broker.create(Map.of(INPUT, 4, OUTPUT, 4, DEAD_LETTERS, 1));
    screen.say("A Kafka broker listens on %s; its data is in %s", broker.bootstrap(), folder);
    ChildProcess stream =
        ChildProcess.start("credence score", folder.resolve("score.log"), score(broker));
    cleanup.add(stream::close);
    screen.say(
        "Started ./%s", String.join(" ", score(broker)).replace(installation.root() + "/", ""));
    Player player = new Player(broker.bootstrap(), INPUT, flights);
    cleanup.add(player::close);
    try (DistinctConsumer<byte[], byte[]> reader = reader(broker)) {
      return new Show(request, player, stream, reader, new Arrivals(OUTPUT), screen).run();
    }
  }

  private List<String> score(LocalBroker broker) {
    return List.of(
        installation.launcher().toString(),
        "score",
        "--model=" + installation.flights(),
        "--input=" + broker.location(INPUT),
        "--output=" + broker.location(OUTPUT),
        "--deadLetters=" + broker.location(DEAD_LETTERS));
  }

  private static DistinctConsumer<byte[], byte[]> reader(LocalBroker broker) {
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
