package io.credence.benchmarks.store;

import io.credence.kit.store.S3Server;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A store that speaks S3, until this process is stopped. */
public final class ServeStore {

  private ServeStore() {}

  /**
   * Prints the address and, beneath it, the id of a key and its secret, when it serves.
   *
   * @param arguments a folder, in whose folder {@code data} each bucket is a folder
   */
  public static void main(String... arguments) throws Exception {
    try (S3Server store = S3Server.startForLong(Path.of(arguments[0]))) {
      System.out.println(store.endpoint());
      System.out.println(S3Server.KEY_ID);
      System.out.println(S3Server.SECRET);
      new CountDownLatch(1).await();
    }
  }
}
