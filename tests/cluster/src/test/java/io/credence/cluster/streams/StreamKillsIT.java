package io.credence.cluster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes that are killed while messages stream through them: none may get lost, and in
 * exactly-once mode none may come out twice.
 *
 * <p>In the build each kind of process is killed once per delivery mode. For hours of it:
 *
 * <pre>
 * ./mvnw -pl tests/cluster -am verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \\
 *   -Dit.test=StreamKillsIT -Dfailsafe.failIfNoSpecifiedTests=false \\
 *   -Dcredence.kills=5 -Dcredence.outage.seconds=30
 * </pre>
 *
 * <p>kills each of the four kinds five times, so twenty processes per delivery mode, and prints a
 * line per kill. {@code -Dcredence.kills.seed=N} repeats the order and the moments of a run.
 */
@Timeout(3600)
class StreamKillsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PARTITIONS = 4;
  private static final int PER_SECOND = 1_000;

  /** How often each kind of process is killed. */
  private static final int KILLS = Integer.getInteger("credence.kills", 1);

  /** For how long the broker is away. */
  private static final int OUTAGE_SECONDS = Integer.getInteger("credence.outage.seconds", 2);

  /** What order and moments are drawn from. */
  private static final long SEED =
      Long.getLong("credence.kills.seed", System.currentTimeMillis() % 1_000_000);

  /** At most so long after all that was there before has come out. */
  private static final int MOMENT_MILLIS = 2_000;

  private final Random random = new Random(SEED);

  @TempDir static Path brokers;
  private static KafkaBroker broker;
  private static KafkaTopics topics;
  private static KafkaRecords records;

  @TempDir Path folder;
  private Credence credence;

  /** Does away with something, and is back when what takes its place has been started. */
  private interface Kill {
    String kill() throws IOException, InterruptedException;
  }

  @BeforeAll
  static void startBroker() throws Exception {
    broker = KafkaBroker.start(brokers, Map.of());
    topics = broker.topics();
    records = broker.records();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start() {
    credence = new Credence(folder);
  }

  /** Both when they are killed for long; in a build, one in each place. */
  static List<String> onACluster() {
    return KILLS == 1 ? List.of("exactly-once") : List.of("at-least-once", "exactly-once");
  }

  static List<String> withinOneProcess() {
    return KILLS == 1 ? List.of("at-least-once") : List.of("at-least-once", "exactly-once");
  }

  @ParameterizedTest
  @MethodSource
  void onACluster(String delivery) throws Exception {
    StreamCommand stream = stream("cluster-", delivery);
    try (FlinkCluster cluster = FlinkCluster.start(folder.resolve("cluster"), 2, 1, Map.of());
        ClusterStream running = new ClusterStream(stream, cluster, credence)) {
      List<Kill> kills = new ArrayList<>();
      for (int i = 0; i < KILLS; i++) {
        kills.addAll(
            List.of(
                () -> running.killTaskManager(random), this::killBroker, running::killSubmitter));
      }
      Collections.shuffle(kills, random);
      kill(kills, running, stream, delivery);
    }
  }

  @ParameterizedTest
  @MethodSource
  void withinOneProcess(String delivery) throws Exception {
    StreamCommand stream = stream("process-", delivery);
    try (OneProcessStream running = new OneProcessStream(stream, credence)) {
      kill(Collections.nCopies(KILLS, running::killAndStartAgain), running, stream, delivery);
    }
  }

  private StreamCommand stream(String place, String delivery) {
    return StreamCommand.of(broker, place + delivery)
        .with("--delivery=" + delivery)
        .create(topics, PARTITIONS);
  }

  private String killBroker() throws IOException, InterruptedException {
    broker.kill();
    TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
    broker.restart();
    return String.format(Locale.ROOT, "the broker, away for %d s and its start", OUTAGE_SECONDS);
  }

  private void kill(List<Kill> kills, RunningStream running, StreamCommand stream, String delivery)
      throws Exception {
    System.out.printf("%s, at moments of -Dcredence.kills.seed=%d%n", delivery, SEED);
    try (Ledger ledger = Ledger.follow(records, stream, isolation(delivery));
        SteadyProducer producer =
            SteadyProducer.start(records, stream.input(), PARTITIONS, PER_SECOND)) {
      long start = System.nanoTime();
      ledger.awaitFirst(PATIENCE, running);
      for (Kill kill : kills) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(MOMENT_MILLIS));
        int repeats = ledger.update().repeats();
        long killed = System.nanoTime();
        String what = kill.kill();
        ledger.await(topics.endOffsets(stream.input()), PATIENCE, running);
        System.out.printf(
            "after %.1f s killed %s: %d repeats, caught up %.1f s after the kill%n",
            seconds(start, killed),
            what,
            ledger.repeats() - repeats,
            seconds(killed, System.nanoTime()));
      }
      int written = producer.finish();
      Map<Integer, Long> ends = topics.endOffsets(stream.input());
      ledger.await(ends, PATIENCE, running);
      assertAll(ledger, delivery, ends, written);
    }
  }

  private static void assertAll(
      Ledger ledger, String delivery, Map<Integer, Long> ends, int written) {
    assertThat(Ledger.count(ends)).isEqualTo(written);
    ledger.assertComplete(ends);
    ledger.assertRepeatsAreTheSame();
    if (delivery.equals("exactly-once")) {
      assertThat(ledger.repeats()).as("came out twice").isZero();
    }
    System.out.printf("%,d messages, none lost, %,d repeats%n", written, ledger.repeats());
  }

  /** A message that was never committed must not count where none may come twice. */
  private static IsolationLevel isolation(String delivery) {
    return delivery.equals("exactly-once")
        ? IsolationLevel.READ_COMMITTED
        : IsolationLevel.READ_UNCOMMITTED;
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
