package io.credence.pipeline.message;

import io.credence.deadletter.UnscorableException;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;

/**
 * The schemas of a registry, each asked for once. That there is none is remembered only for a
 * while, since it may come. So many questions in vain are enough for that while: bytes that are no
 * messages name a schema each, and a stream must not wait for an answer to all of them.
 *
 * <p>Not thread-safe.
 */
final class RegistrySchemas implements SchemaFinder {

  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  /** Ten questions in vain a second, which take a few hundredths of it. */
  private static final int MAX_REFUSED = 300;

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
    requireAskable(id);
    try {
      schema = ask(id);
    } catch (UnscorableException e) {
      refused.put(id, new Refusal(e, nanoTime.getAsLong()));
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
      throw Undecodable.because("names the schema %s, which %s".formatted(id, e.getMessage()));
    }
    throw Undecodable.because(
        "names the schema %s, which the registry does not have".formatted(id));
  }

  private void requireAskable(int id) throws UnscorableException {
    forgetOldRefusals();
    Refusal refusal = refused.get(id);
    if (refusal != null) {
      throw refusal.reason();
    }
    if (id < 0) {
      throw Undecodable.because("names the schema %s, which no registry has".formatted(id));
    }
    if (refused.size() >= MAX_REFUSED) {
      throw Undecodable.because(
          "names the schema %s, which was not asked for: %s others were asked for in vain within %s seconds"
              .formatted(id, MAX_REFUSED, REMEMBERED.toSeconds()));
    }
  }

  private void forgetOldRefusals() {
    long now = nanoTime.getAsLong();
    Iterator<Refusal> oldestFirst = refused.values().iterator();
    while (oldestFirst.hasNext() && now - oldestFirst.next().since() >= REMEMBERED.toNanos()) {
      oldestFirst.remove();
    }
  }
}
