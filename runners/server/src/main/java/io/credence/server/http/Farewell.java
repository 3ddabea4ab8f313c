package io.credence.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Ends the service without losing a request: who looks for a server is sent elsewhere, who waits at
 * the door is let in, the door is closed, and each who is inside has an answer that says goodbye.
 */
final class Farewell {

  private static final int GRACE_MILLIS = 1_000;

  private final ServerConnector connector;
  private final Visits visits;
  private final Stopping stopping;
  private final Limits limits;

  Farewell(ServerConnector connector, Visits visits, Stopping stopping, Limits limits) {
    this.connector = connector;
    this.visits = visits;
    this.stopping = stopping;
    this.limits = limits;
  }

  /**
   * Says it.
   *
   * @throws IOException when not all was answered in the time allowed
   */
  void say() throws IOException {
    stopping.begin();
    await(() -> false, TimeUnit.SECONDS.toMillis(limits.drainSeconds()));
    // In this order: a client that is asked to connect anew must find that it can't.
    closeDoor();
    stopping.sendAway();
    // Jetty's own shutdown also ends connections whose last answer did not say so.
    await(visits::isEmpty, GRACE_MILLIS);
    try {
      connector.shutdown().get(limits.stopSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("connections were open after --stopSeconds", e);
    } catch (ExecutionException | InterruptedException e) {
      throw new IOException("the wait for them failed: " + e.getMessage(), e);
    }
  }

  /**
   * Stops to listen. The system makes connections before the server accepts them, and resets those
   * that wait when the door closes. They are accepted in order: once a last guest of our own is
   * inside, so are all who came before it.
   */
  private void closeDoor() {
    try (Socket guest = new Socket()) {
      guest.connect(door(), GRACE_MILLIS);
      await(() -> visits.includes(guest.getLocalSocketAddress()), GRACE_MILLIS);
      connector.close();
    } catch (IOException e) {
      // Nothing can connect, so that nothing waits.
      connector.close();
    }
  }

  private InetSocketAddress door() throws IOException {
    InetSocketAddress bound =
        (InetSocketAddress) ((ServerSocketChannel) connector.getTransport()).getLocalAddress();
    return bound.getAddress().isAnyLocalAddress()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), bound.getPort())
        : bound;
  }

  private static void await(BooleanSupplier done, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
