package io.credence.kit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports of this machine for a process that must come back where it was, so that it cannot be given
 * new ones by the system each time.
 *
 * <p>They are below those that systems give to outgoing connections: while the process is dead, its
 * clients keep on trying, and one that is given the very port that it tries is connected to itself
 * and takes the port away. Of each block of ports the first is held by this JVM, also while no
 * process listens on the others, and tells other builds that the block is taken.
 */
public final class ReservedPorts implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int FIRST = 20_000;
  private static final int BLOCK = 4;
  private static final int BLOCKS = 3_000;

  private final ServerSocket guard;

  private ReservedPorts(ServerSocket guard) {
    this.guard = guard;
  }

  public static ReservedPorts reserve() throws IOException {
    int start = ThreadLocalRandom.current().nextInt(BLOCKS);
    for (int i = 0; i < BLOCKS; i++) {
      int first = FIRST + (start + i) % BLOCKS * BLOCK;
      ServerSocket guard = listen(first);
      if (guard == null) {
        continue;
      }
      if (allFree(first)) {
        return new ReservedPorts(guard);
      }
      guard.close();
    }
    throw new IOException("No free ports from " + FIRST);
  }

  /** The others may be taken by programs that know nothing of blocks. */
  private static boolean allFree(int first) throws IOException {
    for (int port = first + 1; port < first + BLOCK; port++) {
      try (ServerSocket socket = listen(port)) {
        if (socket == null) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Requires that a port that somebody has chosen can be listened on.
   *
   * @throws IOException when it is in use
   */
  public static void requireFree(int port) throws IOException {
    try (ServerSocket socket = listen(port)) {
      if (socket == null) {
        throw new IOException("Port " + port + " of 127.0.0.1 is in use");
      }
    }
  }

  /** Null if it is taken. */
  private static @Nullable ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // A connection of a moment ago, of a process that is gone, does not make it taken.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      return null;
    }
  }

  /**
   * One of those that are reserved.
   *
   * @param i from 0 to 2
   */
  public int port(int i) {
    if (i < 0 || i >= BLOCK - 1) {
      throw new IllegalArgumentException("Not among those reserved: " + i);
    }
    return guard.getLocalPort() + 1 + i;
  }

  @Override
  public void close() {
    try {
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
