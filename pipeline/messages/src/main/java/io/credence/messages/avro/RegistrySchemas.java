package io.credence.messages.avro;

import io.credence.deadletter.UnscorableException;
import io.credence.messages.Undecodable;
import io.credence.messages.schema.SchemaRegistry;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The schemas of a registry, each asked for once. That there is none is remembered only for a
 * while, since it may come. After many questions in vain within that while the next ones take their
 * turns: bytes that are no messages name a schema each, and a registry must not drown in questions.
 * None is left unasked, since a new schema may be among them.
 *
 * <p>Not thread-safe.
 */
final class RegistrySchemas implements SchemaFinder {

  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  /** Questions in vain within the time after which the next ones take their turns. */
  private static final int MANY_REFUSED = 300;

  /** How far turns are apart. */
  private static final Duration TURN = Duration.ofMillis(100);

  private final SchemaRegistry registry;
  private final ScoreColumns columns;
  private final Timer timer;
  private final Map<Integer, KnownSchema> known = new HashMap<>();
  private final Map<Integer, Refusal> refused = new LinkedHashMap<>();

  private long asked;

  private record Refusal(UnscorableException reason, long since) {}

  RegistrySchemas(SchemaRegistry registry, ScoreColumns columns, Timer timer) {
    this.registry = registry;
    this.columns = columns;
    this.timer = timer;
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
    if (refused.size() >= MANY_REFUSED) {
      timer.await(asked + TURN.toNanos() - timer.nanoTime());
    }
    asked = timer.nanoTime();
    try {
      schema = ask(id);
    } catch (UnscorableException e) {
      refused.put(id, new Refusal(e, timer.nanoTime()));
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
  }

  private void forgetOldRefusals() {
    long now = timer.nanoTime();
    Iterator<Refusal> oldestFirst = refused.values().iterator();
    while (oldestFirst.hasNext() && now - oldestFirst.next().since() >= REMEMBERED.toNanos()) {
      oldestFirst.remove();
    }
  }
}
