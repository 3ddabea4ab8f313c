package io.credence.server.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The connections that were accepted, from then on until they are closed. Jetty's own list begins
 * later, and its time limits begin anew with each byte. Thread-safe.
 */
final class Visits implements SelectorManager.AcceptListener {

  private final Map<Object, Visit> byChannel = new ConcurrentHashMap<>();
  private final Limits limits;

  Visits(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void onAccepting(SelectableChannel channel) {
    byChannel.put(channel, new Visit());
  }

  @Override
  public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
    byChannel.remove(channel);
  }

  @Override
  public void onClosed(SelectableChannel channel) {
    byChannel.remove(channel);
  }

  /** The connection that a request came on. */
  Visit of(Request request) {
    Object channel = request.getConnectionMetaData().getConnection().getEndPoint().getTransport();
    // Under TLS, one end point lies on another.
    while (channel instanceof EndPoint wrapped) {
      channel = wrapped.getTransport();
    }
    Visit visit = byChannel.get(channel);
    // One that was closed meanwhile.
    return visit == null ? new Visit() : visit;
  }

  boolean isEmpty() {
    return byChannel.isEmpty();
  }

  /** Whether a client is among them. */
  boolean includes(SocketAddress client) {
    return byChannel.keySet().stream().anyMatch(channel -> client.equals(address(channel)));
  }

  private static @Nullable SocketAddress address(Object channel) {
    try {
      return ((SocketChannel) channel).getRemoteAddress();
    } catch (IOException e) {
      // It is closed.
      return null;
    }
  }

  /** Closes those whose client takes too long. */
  void endLate(Iterable<EndPoint> open) {
    for (EndPoint each : open) {
      Visit visit = byChannel.get(each.getTransport());
      if (visit != null && visit.isLate(limits)) {
        each.close();
      }
    }
  }
}
