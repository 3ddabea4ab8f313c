package io.credence.benchmarks.stream;

import io.credence.benchmarks.KernelTime;
import io.credence.cli.command.Console;
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

/**
 * Measures streams on this machine, one after the other, on a Kafka broker of their own. Broker,
 * stream, and what sends and reads share its cores, so the report has the processor time of all.
 */
public final class StreamBenchmark {

  private static final int PARTITIONS = 4;

  private final Matrix matrix;
  private final Installation installation;
  private final LocalBroker broker;
  private final Path folder;
  private final List<String> javaOptions;
  private final Report report;

  private StreamBenchmark(
      Matrix matrix,
      Installation installation,
      LocalBroker broker,
      Path folder,
      List<String> javaOptions,
      Console console) {
    this.matrix = matrix;
    this.installation = installation;
    this.broker = broker;
    this.folder = folder;
    this.javaOptions = javaOptions;
    this.report = new Report(console);
  }

  /**
   * Measures, and prints tables in Markdown.
   *
   * @param args the folder of the checkout, an empty folder for logs and data, options of Java for
   *     streams, separated by spaces, and options of {@code run-stream.sh}
   */
  public static void main(String[] args) throws Exception {
    Console console = Console.ofProcess();
    Matrix matrix;
    try {
      matrix = Matrix.parse(Arrays.copyOfRange(args, 3, args.length));
    } catch (IllegalArgumentException e) {
      console.problem(String.valueOf(e.getMessage()));
      System.exit(2);
      return;
    }
    Installation installation = new Installation(Path.of(args[0]));
    Path folder = Path.of(args[1]);
    try (LocalBroker broker = LocalBroker.start(installation, folder, 0)) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
      List<String> javaOptions = List.of(args[2].split(" "));
      new StreamBenchmark(matrix, installation, broker, folder, javaOptions, console).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    for (int samples : matrix.samples()) {
      report.kernel(samples, KernelTime.microseconds(samples));
    }
    List<FlightMessage> flights =
        FlightMessages.read(installation.flights().resolve("january.parquet"));
    report.head();
    for (StreamCase stream : matrix.cases()) {
      measure(stream, flights);
    }
    report.comparison();
  }

  private void measure(StreamCase stream, List<FlightMessage> flights)
      throws IOException, InterruptedException {
    Map<String, Integer> outputs = Map.of(stream.output(), PARTITIONS, stream.deadLetters(), 1);
    broker.create(Map.of(stream.input(), PARTITIONS));
    broker.create(outputs);
    try (Player player = new Player(broker.bootstrap(), stream.input(), flights)) {
      player.load(matrix.messages(stream));
      try (ChildProcess process = start(stream);
          Meter meter = new Meter(broker.bootstrap(), outputs)) {
        measure(stream, process, new Measurement(process, broker, player, meter));
      }
    }
    broker.delete(List.of(stream.input(), stream.output(), stream.deadLetters()));
  }

  private void measure(StreamCase stream, ChildProcess process, Measurement measurement)
      throws IOException {
    try {
      Maximum maximum = measurement.maximum();
      report.maximum(stream, maximum);
      for (Paced paced : measurement.paced(maximum.rate(), matrix.seconds())) {
        report.paced(stream, paced);
      }
    } catch (IOException e) {
      throw new IOException(process.failure("was given up").getMessage(), e);
    }
  }

  private ChildProcess start(StreamCase stream) throws IOException {
    ChildProcess process =
        ChildProcess.start(
            stream.name(),
            folder.resolve(stream.output() + ".log"),
            stream.command(installation, broker, javaOptions));
    // Stopping this program stops the stream as well.
    Runtime.getRuntime().addShutdownHook(new Thread(process::close));
    return process;
  }
}
