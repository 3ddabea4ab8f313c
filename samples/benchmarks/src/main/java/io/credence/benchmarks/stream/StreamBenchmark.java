package io.credence.benchmarks.stream;

import io.credence.benchmarks.KernelTime;
import io.credence.cli.command.Console;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.streaming.play.FlightMessage;
import io.credence.streaming.play.FlightMessages;
import io.credence.streaming.play.Player;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures streams on this machine, one after the other, on a Kafka broker of their own. Broker,
 * stream, and what sends and reads share its cores, so the report has the processor time of all.
 */
public final class StreamBenchmark {

  private static final int PARTITIONS = 4;

  private final Matrix matrix;
  private final KafkaBroker broker;
  private final KafkaTopics topics;
  private final Path folder;
  private final List<String> javaOptions;
  private final Report report;

  private StreamBenchmark(
      Matrix matrix,
      KafkaBroker broker,
      KafkaTopics topics,
      Path folder,
      List<String> javaOptions,
      Console console) {
    this.matrix = matrix;
    this.broker = broker;
    this.topics = topics;
    this.folder = folder;
    this.javaOptions = javaOptions;
    this.report = new Report(console);
  }

  /**
   * Measures, and prints tables in Markdown.
   *
   * @param args an empty folder for logs and data, options of Java for streams, separated by
   *     spaces, and options of {@code run-stream.sh}
   */
  public static void main(String[] args) throws Exception {
    Console console = Console.ofProcess();
    Matrix matrix;
    try {
      matrix = Matrix.parse(Arrays.copyOfRange(args, 2, args.length));
    } catch (IllegalArgumentException e) {
      console.problem(String.valueOf(e.getMessage()));
      System.exit(2);
      return;
    }
    Path folder = Path.of(args[0]);
    try (KafkaBroker broker = KafkaBroker.startForLong(folder, 0);
        KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
      List<String> javaOptions = List.of(args[1].split(" "));
      new StreamBenchmark(matrix, broker, topics, folder, javaOptions, console).run();
    }
  }

  private void run() throws IOException {
    for (int samples : matrix.samples()) {
      report.kernel(samples, KernelTime.microseconds(samples));
    }
    List<FlightMessage> flights = FlightMessages.read(Checkout.FLIGHTS.resolve("january.parquet"));
    report.head();
    for (StreamCase stream : matrix.cases()) {
      measure(stream, flights);
    }
    report.comparison();
  }

  private void measure(StreamCase stream, List<FlightMessage> flights) throws IOException {
    Map<String, Integer> outputs = Map.of(stream.output(), PARTITIONS, stream.deadLetters(), 1);
    topics.create(stream.input(), PARTITIONS);
    outputs.forEach(topics::create);
    try (Player player = new Player(broker.bootstrap(), stream.input(), flights)) {
      player.load(matrix.messages(stream));
      try (ManagedProcess process = start(stream);
          Meter meter = new Meter(broker.bootstrap(), outputs)) {
        measure(stream, process, new Measurement(process, broker, player, meter));
      }
    }
    List.of(stream.input(), stream.output(), stream.deadLetters()).forEach(topics::delete);
  }

  private void measure(StreamCase stream, ManagedProcess process, Measurement measurement)
      throws IOException {
    try {
      Maximum maximum = measurement.maximum();
      report.maximum(stream, maximum);
      for (Paced paced : measurement.paced(maximum.rate(), matrix.seconds())) {
        report.paced(stream, paced);
      }
    } catch (IOException e) {
      throw new IOException(Eventually.report("The stream was given up", List.of(process)), e);
    }
  }

  private ManagedProcess start(StreamCase stream) throws IOException {
    ManagedProcess process =
        ManagedProcess.start(
            stream.name(),
            folder.resolve(stream.output() + ".log"),
            stream.command(broker, javaOptions));
    // Stopping this program stops the stream as well.
    Runtime.getRuntime().addShutdownHook(new Thread(process::stop));
    return process;
  }
}
