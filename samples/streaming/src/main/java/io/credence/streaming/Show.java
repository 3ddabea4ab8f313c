package io.credence.streaming;

import io.credence.kit.process.Eventually;
import io.credence.kit.process.KitFailure;
import io.credence.kit.process.ManagedProcess;
import io.credence.streaming.distinct.DistinctConsumer;
import io.credence.streaming.play.Player;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sends flights into a stream that runs, and watches how they come out. */
final class Show {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration START = Duration.ofMinutes(2);

  /** How long nothing may come out before what has not come counts as missing. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Request request;
  private final Player player;
  private final ManagedProcess stream;
  private final DistinctConsumer<byte[], byte[]> reader;
  private final Arrivals came;
  private final Screen screen;
  private long lastCame = System.nanoTime();

  Show(
      Request request,
      Player player,
      ManagedProcess stream,
      DistinctConsumer<byte[], byte[]> reader,
      Arrivals came,
      Screen screen) {
    this.request = request;
    this.player = player;
    this.stream = stream;
    this.reader = reader;
    this.came = came;
    this.screen = screen;
  }

  /** Whether all flights came out. */
  boolean run() throws IOException {
    awaitFirst();
    screen.say("The first flight came out; %,d follow each second", request.rate());
    screen.head(player.sent());
    CompletableFuture<Void> sending = CompletableFuture.runAsync(this::play);
    long nextSecond = System.nanoTime() + SECOND;
    while (!sending.isDone() || (came.distinct() < player.sent() && !waitedInVain(PATIENCE))) {
      read();
      if (System.nanoTime() >= nextSecond) {
        screen.second(player.sent(), came);
        nextSecond += SECOND;
      }
    }
    sent(sending);
    screen.summary(player.sent(), came, reader.repeats());
    return came.distinct() == player.sent();
  }

  /** A job takes some seconds to start, which are not what is to be seen. */
  private void awaitFirst() throws IOException {
    player.play(1, request.rate());
    while (came.distinct() == 0) {
      read();
      if (waitedInVain(START)) {
        throw failure("Nothing was scored within " + START.toMinutes() + " minutes");
      }
    }
    came.forgetLatency();
  }

  private void play() {
    try {
      player.play(request.flights(), request.rate());
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static void sent(CompletableFuture<Void> sending) throws IOException {
    try {
      sending.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void read() throws IOException {
    List<ConsumerRecord<byte[], byte[]>> messages = reader.poll(POLL);
    long now = System.currentTimeMillis();
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      came.add(message, now);
    }
    if (!messages.isEmpty()) {
      lastCame = System.nanoTime();
    }
    if (!stream.isAlive()) {
      throw failure("The stream has ended");
    }
  }

  private KitFailure failure(String what) {
    return new KitFailure(Eventually.report(what, List.of(stream)));
  }

  private boolean waitedInVain(Duration patience) {
    return System.nanoTime() - lastCame > patience.toNanos();
  }
}
