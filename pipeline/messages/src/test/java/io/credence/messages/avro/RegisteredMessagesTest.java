package io.credence.messages.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.MessageCodec;
import io.credence.messages.MessageFormat;
import io.credence.messages.Slopes;
import io.credence.messages.schema.SchemaRegistry;
import io.credence.messages.schema.TestRegistry;
import io.credence.problem.Problems;
import io.credence.score.Scored;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages whose schemas are in a registry, over HTTP. */
class RegisteredMessagesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBJECT = "scored-value";

  private static final Schema OTHER =
      SchemaBuilder.record("Short").fields().requiredFloat("x").requiredInt("category").endRecord();

  private TestRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry = new TestRegistry();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private MessageFormat format() {
    return AvroMessageFormat.of(registry.url()).into(registry.url(), "scored");
  }

  private MessageCodec open() throws IOException {
    return open(Slopes.NONE);
  }

  private MessageCodec open(Map<String, ?> settings) throws IOException {
    return format().open(Slopes.FIELDS, Slopes.COLUMNS, settings);
  }

  private static byte[] framed(int id, GenericRecord record) {
    byte[] bytes = Avro.bytes(record);
    return ByteBuffer.allocate(5 + bytes.length).put((byte) 0).putInt(id).put(bytes).array();
  }

  private static void undecodable(MessageCodec codec, byte @Nullable [] message, String reason) {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> codec.read(message))
        .satisfies(e -> assertThat(e.code()).isEqualTo(DeadLetterCode.UNDECODABLE))
        .withMessageContaining(reason);
  }

  @Test
  void eachSchemaIsAskedForAndRegisteredOnce() throws Exception {
    GenericRecord brief = new GenericRecordBuilder(OTHER).set("x", 1f).set("category", 1).build();
    int first = registry.add("in-value", Slopes.SCHEMA);
    int second = registry.add("in-value", OTHER);
    MessageCodec codec = open();
    Scored scored = Slopes.scored();
    for (int i = 0; i < 3; i++) {
      codec.read(framed(first, Avro.row("a", 1.5, 2)));
      assertThat(codec.value(0)).isEqualTo(1.5);
      check(codec.with(scored), 3, scored);
      codec.read(framed(second, brief));
      assertThat(codec.value(1)).isEqualTo(1);
      check(codec.with(scored), 2, scored);
    }
    assertThat(registry.versions(SUBJECT)).containsExactly(3, 4);
    assertThat(registry.asked)
        .containsExactly(
            "GET /schemas/ids/1",
            "POST /subjects/scored-value/versions",
            "GET /schemas/ids/2",
            "POST /subjects/scored-value/versions");
  }

  private void check(byte[] written, int fields, Scored scored) {
    assertThat(written[0]).isZero();
    Schema schema = registry.schema(ByteBuffer.wrap(written).getInt(1));
    GenericRecord record = Avro.record(schema, written, 5);
    assertThat(Avro.values(record, fields)).isEqualTo(Slopes.values(scored));
  }

  @Test
  void noMessages() throws Exception {
    int id = registry.add("in-value", Slopes.SCHEMA);
    byte[] message = framed(id, Avro.row("a", 1, 2));
    MessageCodec codec = open();
    undecodable(codec, null, "the message has no value");
    undecodable(codec, new byte[] {0, 0, 0, 0}, "has only 4 bytes");
    undecodable(codec, "{\"x\": 1}".getBytes(UTF_8), "0x7b");
    undecodable(codec, Arrays.copyOf(message, message.length - 1), "ends too early");
    undecodable(codec, framed(9, Avro.row("a", 1, 2)), "the schema 9, which the registry does not");
    codec.read(message);
    assertThat(codec.value(0)).isEqualTo(1.0);
  }

  @Test
  void schemasThatCannotBeScored() throws Exception {
    Schema clash = SchemaBuilder.record("R").fields().requiredInt("y_pred").endRecord();
    registry.add("a", clash);
    registry.add("a", Schema.create(Schema.Type.STRING));
    registry.add("a", schema("{\"schema\": \"syntax = 'proto3'\", \"schemaType\": \"PROTOBUF\"}"));
    registry.add("a", schema("{\"schema\": \"nonsense\"}"));
    MessageCodec codec = open();
    undecodable(codec, new byte[] {0, 0, 0, 0, 1}, "schema 1, which has a field 'y_pred' already");
    undecodable(
        codec, new byte[] {0, 0, 0, 0, 2}, "schema 2, which must be the schema of a record");
    undecodable(codec, new byte[] {0, 0, 0, 0, 3}, "schema 3, which is one of PROTOBUF");
    undecodable(codec, new byte[] {0, 0, 0, 0, 4}, "schema 4, which is no Avro schema");
  }

  private static ObjectNode schema(String json) throws IOException {
    return (ObjectNode) JSON.readTree(json);
  }

  @Test
  void aSchemaThatNamesOthers() throws Exception {
    Schema place = SchemaBuilder.record("Place").fields().requiredInt("zip").endRecord();
    registry.add("place", place);
    int id =
        registry.add(
            "in-value",
            JSON.createObjectNode()
                .put(
                    "schema",
                    """
                    {"type": "record", "name": "R", "fields": [{"name": "from", "type": "Place"},
                     {"name": "x", "type": "double"}]}
                    """)
                .set(
                    "references",
                    JSON.readTree(
                        "[{\"name\": \"Place\", \"subject\": \"place\", \"version\": 1}]")));
    MessageCodec codec = open();
    codec.read(ByteBuffer.allocate(14).put((byte) 0).putInt(id).put((byte) 8).putLong(0).array());
    assertThat(codec.value(0)).isEqualTo(0.0);
    byte[] written = codec.with(Slopes.scored());
    Schema enriched = registry.schema(ByteBuffer.wrap(written).getInt(1));
    assertThat(enriched.getField("from").schema()).isEqualTo(place);
  }

  @Test
  void aRegistryThatIsAwayMakesNoDeadLetters() throws Exception {
    int id = registry.add("in-value", Slopes.SCHEMA);
    byte[] message = framed(id, Avro.row("a", 1, 2));
    MessageCodec codec = open();
    registry.breakWith(503);
    assertThatIOException().isThrownBy(() -> codec.read(message)).withMessageContaining("503");
    registry.breakWith(0);
    codec.read(message);
    registry.breakWith(409);
    assertThatIOException()
        .isThrownBy(() -> codec.with(Slopes.scored()))
        .withMessageContaining("409 to POST");
    registry.close();
    codec.read(message);
    assertThatIOException()
        .isThrownBy(() -> open().read(message))
        .withMessageStartingWith("No registry answers at " + registry.url());
  }

  @Test
  void anAnswerThatIsTooLongIsNone() throws Exception {
    byte[] message = framed(registry.add("in-value", Slopes.SCHEMA), Avro.row("a", 1, 2));
    registry.pad(16 << 20);
    assertThatIOException()
        .isThrownBy(() -> open().read(message))
        .withMessageEndingWith("the answer has more than 16777216 bytes");
    registry.pad(15 << 20);
    open().read(message);
  }

  @Test
  void thatThereIsNoSchemaIsRememberedForAWhile() throws Exception {
    TestTimer timer = new TestTimer();
    RegistrySchemas schemas =
        new RegistrySchemas(new SchemaRegistry(registry.url(), Slopes.NONE), Slopes.COLUMNS, timer);
    byte[] message = {0, 0, 0, 0, 1};
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(UnscorableException.class).isThrownBy(() -> schemas.of(message));
    }
    assertThat(registry.asked).hasSize(1);
    registry.add("in-value", Slopes.SCHEMA);
    timer.await(TimeUnit.SECONDS.toNanos(31));
    assertThat(schemas.of(message).enriched().getFullName()).isEqualTo("flights.Row");
  }

  @Test
  void amidBytesThatNameAnySchemaANewOneIsAskedForInItsTurn() throws Exception {
    TestTimer timer = new TestTimer();
    RegistrySchemas schemas =
        new RegistrySchemas(new SchemaRegistry(registry.url(), Slopes.NONE), Slopes.COLUMNS, timer);
    byte[] good = framed(registry.add("in-value", Slopes.SCHEMA), Avro.row("a", 1, 2));
    assertThat(schemas.of(good).enriched().getFullName()).isEqualTo("flights.Row");
    for (int id = 1_000; id < 1_400; id++) {
      byte[] message = framed(id, Avro.row("a", 1, 2));
      assertThatExceptionOfType(UnscorableException.class).isThrownBy(() -> schemas.of(message));
    }
    assertThat(registry.asked).hasSize(401);
    assertThat(timer.nanoTime()).isEqualTo(TimeUnit.SECONDS.toNanos(10));
    byte[] later = framed(registry.add("in-value", OTHER), Avro.row("a", 1, 2));
    assertThat(schemas.of(later).enriched().getFullName()).isEqualTo("Short");
    assertThat(schemas.of(good).enriched().getFullName()).isEqualTo("flights.Row");
    assertThat(timer.nanoTime()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(10_100));
    byte[] negative = framed(-1, Avro.row("a", 1, 2));
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> schemas.of(negative))
        .withMessage("names the schema -1, which no registry has");
    assertThat(registry.asked).hasSize(402);
  }

  /** Each names the next one, and so on without an end. */
  @Test
  void schemasThatNameOthersWithoutAnEnd() throws Exception {
    for (int i = 1; i <= 40; i++) {
      registry.add(
          "part", reference("{\"type\": \"record\", \"name\": \"P%s\"}".formatted(i), i + 1));
    }
    int id = registry.add("in-value", reference("\"P1\"", 1));
    undecodable(
        open(), framed(id, Avro.row("a", 1, 2)), "is made of more than 100 others, in more");
    assertThat(registry.asked).hasSizeLessThan(25);
  }

  private static ObjectNode reference(String schema, int version) throws IOException {
    return schema(
        """
        {"schema": %s, "references": [{"name": "n", "subject": "part", "version": %s}]}
        """
            .formatted(JSON.writeValueAsString(schema), version));
  }

  @Test
  void credentials() throws Exception {
    // printf 'me:se:cret' | base64
    registry.require("Basic bWU6c2U6Y3JldA==");
    int id = registry.add("in-value", Slopes.SCHEMA);
    byte[] message = framed(id, Avro.row("a", 1, 2));
    open(Map.of("basic.auth.user.info", "me:se:cret")).read(message);
    open(Map.of("schema.registry.basic.auth.user.info", "me:se:cret")).read(message);
    MessageCodec stranger = open();
    assertThatIOException()
        .isThrownBy(() -> stranger.read(message))
        .withMessageContaining("401")
        .withMessageContaining("basic.auth.user.info");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(Map.of("basic.auth.user.info", "secret")))
        .withMessage("--kafkaProperties: basic.auth.user.info must be USER:PASSWORD");
  }

  @Test
  void isAskedBeforeAStart() throws Exception {
    MessageFormat format = format();
    assertThat(problems(format)).isEmpty();
    registry.close();
    assertThat(problems(format))
        .singleElement()
        .asString()
        .startsWith("No registry answers at " + registry.url());
  }

  private static Problems problems(MessageFormat format) {
    Problems problems = new Problems();
    format.check(Slopes.MODEL, Slopes.SPEC, Slopes.NONE, problems);
    return problems;
  }

  /** Goes by only where it is waited for. */
  private static final class TestTimer implements Timer {

    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void await(long nanos) {
      now += Math.max(0, nanos);
    }
  }
}
