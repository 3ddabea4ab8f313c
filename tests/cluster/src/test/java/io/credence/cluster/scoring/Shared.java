package io.credence.cluster.scoring;

import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.process.ScratchFolder;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One broker, one cluster and one store for all tests that neither kill nor configure them: each
 * takes as long to start as a test to run. They are given to whatever asks for one by its type.
 *
 * <p>A test names its topics, jobs and objects after itself, and leaves no job behind.
 */
public final class Shared implements ParameterResolver {

  /** The cluster's; each TaskManager has half of them. */
  public static final int SLOTS = 4;

  private static final Namespace NAMESPACE = Namespace.create(Shared.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == KafkaBroker.class || type == FlinkCluster.class || type == S3Server.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(type, Shared::start, Started.class)
        .process;
  }

  private static Started start(Class<?> type) {
    try {
      ScratchFolder folder = ScratchFolder.create();
      return new Started(folder, start(type, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AutoCloseable start(Class<?> type, ScratchFolder folder) throws IOException {
    if (type == KafkaBroker.class) {
      return KafkaBroker.start(folder.path(), Map.of());
    }
    if (type == FlinkCluster.class) {
      return FlinkCluster.start(
          folder.path(),
          2,
          SLOTS / 2,
          Map.of(
              // As if each subtask of two had a machine of its own.
              "cluster.evenly-spread-out-slots",
              "true",
              // Classes of a job that is over stay until they are collected.
              "taskmanager.memory.jvm-metaspace.size",
              "512m"),
          S3Server.credentials());
    }
    return S3Server.start(folder.path(), S3Request.MODELS, S3Request.INPUT, S3Request.OUTPUT);
  }

  private record Started(ScratchFolder folder, AutoCloseable process) implements CloseableResource {

    @Override
    public void close() throws Exception {
      process.close();
      folder.close();
    }
  }
}
