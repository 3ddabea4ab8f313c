package io.credence.pipeline.message;

import io.credence.deadletter.UnscorableException;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;

/**
 * The schemas of a registry, each asked for once. That there is none is remembered only for a
 * while, since it may come.
 *
 * <p>Not thread-safe.
 */
final class RegistrySchemas implements SchemaFinder {

  private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Bytes that are no messages have any number. */
  private static final int MAX_REMEMBERED = 1_000;

  private final Registry registry;
  private final ScoreColumns columns;
  private final LongSupplier nanoTime;
  private final Map<Integer, KnownSchema> known = new HashMap<>();
  private final Map<Integer, Refusal> refused = new LinkedHashMap<>();

  private record Refusal(UnscorableException reason, long since) {}

  RegistrySchemas(Registry registry, ScoreColumns columns, LongSupplier nanoTime) {
    this.registry = registry;
    this.columns = columns;
    this.nanoTime = nanoTime;
  }

  @Override
  public int offset() {
    return WireFormat.HEAD_BYTES;
  }

  @Override
  public KnownSchema of(byte[] value) throws UnscorableException, IOException {
    int id = WireFormat.schema(value);
    KnownSchema schema = known.get(id);
    if (schema != null) {
      return schema;
    }
    requireNotRefused(id);
    try {
      schema = ask(id);
    } catch (UnscorableException e) {
      remember(id, e);
      throw e;
    }
    known.put(id, schema);
    return schema;
  }

  private KnownSchema ask(int id) throws UnscorableException, IOException {
    Optional<Schema> schema;
    try {
      schema = registry.schema(id);
      if (schema.isPresent()) {
        return new KnownSchema(schema.get(), columns);
      }
    } catch (IllegalArgumentException e) {
      throw Undecodable.because(
          String.format(Locale.ROOT, "names the schema %d, which %s", id, e.getMessage()));
    }
    throw Undecodable.because(
        String.format(Locale.ROOT, "names the schema %d, which the registry does not have", id));
  }

  private void requireNotRefused(int id) throws UnscorableException {
    Refusal refusal = refused.get(id);
    if (refusal != null && nanoTime.getAsLong() - refusal.since() < REMEMBERED_NANOS) {
      throw refusal.reason();
    }
  }

  private void remember(int id, UnscorableException reason) {
    refused.remove(id);
    if (refused.size() == MAX_REMEMBERED) {
      refused.remove(refused.keySet().iterator().next());
    }
    refused.put(id, new Refusal(reason, nanoTime.getAsLong()));
  }
}
