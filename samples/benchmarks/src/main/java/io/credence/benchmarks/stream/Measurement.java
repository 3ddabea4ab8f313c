package io.credence.benchmarks.stream;

import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.process.ManagedProcess;
import io.credence.streaming.play.Player;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Measures one stream: first the maximum, on messages that lie there when it starts, then latencies
 * on messages that come at a share of that. One process does it all, so it is warm when latencies
 * are measured.
 */
final class Measurement {

  private static final int[] PERCENTS = {10, 50, 90};

  /** Of the messages that lie there: what comes before is warm-up, what comes behind is an end. */
  private static final double STEADY_FROM = 0.4;

  private static final double STEADY_TO = 0.9;

  private final ManagedProcess stream;
  private final KafkaBroker broker;
  private final Player player;
  private final Meter meter;

  Measurement(ManagedProcess stream, KafkaBroker broker, Player player, Meter meter) {
    this.stream = stream;
    this.broker = broker;
    this.player = player;
    this.meter = meter;
  }

  Maximum maximum() throws IOException {
    long messages = player.sent();
    meter.readUpTo((long) (messages * STEADY_FROM));
    long begun = meter.read();
    Processors begin = processors();
    meter.readUpTo((long) (messages * STEADY_TO));
    long over = meter.read();
    Processors spent = processors().since(begin);
    meter.readUpTo(messages);
    return new Maximum((over - begun) / spent.clock(), spent);
  }

  /**
   * At shares of the maximum.
   *
   * @param seconds that count, for each; half as many go before, as warm-up
   */
  List<Paced> paced(double maximum, int seconds) throws IOException {
    List<Paced> all = new ArrayList<>();
    for (int percent : PERCENTS) {
      all.add(paced(percent, maximum * percent / 100, seconds));
    }
    return all;
  }

  private Paced paced(int percent, double rate, int seconds) throws IOException {
    int warmUp = seconds / 2;
    long count = (long) (rate * (warmUp + seconds));
    long expected = player.sent() + count;
    meter.countFrom(System.currentTimeMillis() + warmUp * 1000L);
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> play(count, rate));
    meter.readUpTo(expected - (long) (rate * seconds));
    Processors begin = processors();
    meter.readUpTo(expected);
    Processors spent = processors().since(begin);
    sending.join();
    return new Paced(percent, rate, meter.latency(), spent);
  }

  private void play(long count, double rate) {
    try {
      player.play(count, rate);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private Processors processors() {
    return Processors.now(stream, broker.process());
  }
}
