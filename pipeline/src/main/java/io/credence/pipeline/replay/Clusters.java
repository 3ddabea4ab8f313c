package io.credence.pipeline.replay;

import io.credence.pipeline.kafka.ClientSettings;
import io.credence.pipeline.kafka.TopicLocation;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Tells clusters apart, which go by several addresses each. */
public final class Clusters {

  private Clusters() {}

  /**
   * Whether two topics are in one cluster.
   *
   * @throws IOException when a broker does not say
   */
  public static boolean same(TopicLocation one, TopicLocation other, ClientSettings clients)
      throws IOException {
    return one.brokers().equals(other.brokers()) || id(one, clients).equals(id(other, clients));
  }

  private static String id(TopicLocation topic, ClientSettings clients) throws IOException {
    try (Admin admin = Admin.create(clients.common(topic))) {
      return admin.describeCluster().clusterId().get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Nobody waits for the broker any more", e);
    }
  }
}
