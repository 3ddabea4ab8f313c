package io.credence.streaming.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine, on 127.0.0.1 alone. */
final class FreePorts {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private FreePorts() {}

  /**
   * A free port.
   *
   * @param wanted 0 for any
   * @throws IOException when the one that is wanted is in use
   */
  static int find(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), wanted));
      return socket.getLocalPort();
    }
  }
}
