package io.credence.messages.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.MessageCodec;
import io.credence.messages.MessageFormat;
import io.credence.messages.Slopes;
import io.credence.messages.avro.Avro;
import io.credence.problem.Problems;
import io.credence.score.Scored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats with a schema in a file: what goes in, what comes out, and what is refused. */
class MessageFormatsTest {

  private String in;
  private String out;

  @BeforeEach
  void schema(@TempDir Path folder) throws IOException {
    in = folder.resolve("in.avsc").toString();
    out = folder.resolve("out.avsc").toString();
    Files.writeString(Path.of(in), Slopes.SCHEMA.toString());
  }

  private MessageFormat format(String output) throws IOException {
    MessageFormat input = Encoding.parse("format=avro&schema=" + in).asInput();
    return asWorkersGetIt(Encoding.parse(output).asOutput(input, "scored"));
  }

  private static MessageFormat asWorkersGetIt(MessageFormat format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(format);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (MessageFormat) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Problems problems(MessageFormat format) {
    Problems problems = new Problems();
    format.check(Slopes.MODEL, Slopes.SPEC, Slopes.NONE, problems);
    return problems;
  }

  private static MessageCodec open(MessageFormat format) {
    return format.open(Slopes.FIELDS, Slopes.COLUMNS, Slopes.NONE);
  }

  @Test
  void avroToAvro() throws Exception {
    MessageFormat format = format("format=avro&schema=" + out);
    format.publish(Slopes.COLUMNS);
    Schema enriched = new Schema.Parser().parse(Path.of(out).toFile());
    MessageCodec codec = open(format);
    Scored scored = Slopes.scored();
    for (GenericRecord row : List.of(Avro.row("é", 1.5, 2), Avro.row("", 2.5, 77))) {
      byte[] message = Avro.bytes(row);
      codec.read(message);
      assertThat(codec.value(0)).isEqualTo(row.get("x"));
      assertThat(codec.value(1)).isEqualTo(row.get("category"));
      byte[] written = codec.with(scored);
      assertThat(Arrays.copyOf(written, message.length)).isEqualTo(message);
      GenericRecord read = Avro.record(enriched, written, 0);
      assertThat(read.get("note")).hasToString(row.get("note").toString());
      assertThat(Avro.values(read, 3)).isEqualTo(Slopes.values(scored));
      assertThat(Avro.bytes(read)).isEqualTo(written);
    }
  }

  @Test
  void readersOfTheInputCanReadTheOutput() throws Exception {
    MessageCodec codec = open(format("format=avro&schema=" + out));
    GenericRecord row = Avro.row("a", 1, 2);
    codec.read(Avro.bytes(row));
    assertThat(Avro.record(Slopes.SCHEMA, codec.with(Slopes.scored()), 0)).isEqualTo(row);
  }

  @Test
  void avroToJson() throws Exception {
    MessageCodec codec = open(format("format=json"));
    codec.read(Avro.bytes(Avro.row("say \"é\"", 1.5, 2)));
    byte[] message = codec.with(Slopes.scored());
    assertThat(new String(message, UTF_8))
        .startsWith("{\"note\":\"say \\\"é\\\"\",\"x\":1.5,\"category\":2,\"y_pred\":");
    JsonNode written = new ObjectMapper().readTree(message);
    assertThat(written.get("note").asText()).isEqualTo("say \"é\"");
    assertThat(written.get("y_pred").asDouble()).isEqualTo(Slopes.values(Slopes.scored()).get(0));
    assertThat(written.size()).isEqualTo(3 + Slopes.COLUMNS.columns().size());
  }

  @Test
  void jsonToJson() throws Exception {
    MessageFormat format = new Encoding.Json().asOutput(new Encoding.Json().asInput(), "scored");
    format.publish(Slopes.COLUMNS);
    assertThat(problems(format)).isEmpty();
    MessageCodec codec = open(format);
    codec.read("{\"x\": 1, \"category\": 2}".getBytes(UTF_8));
    assertThat(codec.value(1)).isEqualTo(2);
    assertThat(new String(codec.with(Slopes.scored()), UTF_8))
        .startsWith("{\"x\": 1, \"category\": 2,\"y_pred\":");
  }

  @Test
  void jsonToAvro() throws IOException {
    MessageFormat json = new Encoding.Json().asInput();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Encoding.AvroFile(out).asOutput(json, "scored"))
        .withMessageContaining("messages that are read as JSON are written as ?format=json");
  }

  @Test
  void manySchemasToOne() throws IOException {
    MessageFormat many = Encoding.parse("format=avro&registry=http://r").asInput();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Encoding.AvroFile(out).asOutput(many, "scored"))
        .withMessageContaining("write them with registry=URL or as ?format=json");
  }

  @Test
  void noMessages() throws IOException {
    MessageCodec codec = open(format("format=avro&schema=" + out));
    byte[] message = Avro.bytes(Avro.row("a", 1, 2));
    refused(codec, null, "the message has no value");
    refused(codec, new byte[0], "must be an Avro record of flights.Row, but ends too early");
    refused(codec, Arrays.copyOf(message, message.length - 1), "ends too early at byte");
    refused(codec, Arrays.copyOf(message, message.length + 1), "more follows it at byte");
  }

  private static void refused(MessageCodec codec, byte @Nullable [] message, String reason) {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> codec.read(message))
        .withMessageContaining(reason);
  }

  @Test
  void theFileOfTheInput() throws IOException {
    Files.writeString(Path.of(in), "\"int\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format("format=json"))
        .withMessageContaining("must be the schema of a record, but is that of a int");
    Files.writeString(Path.of(in), "no");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format("format=json"))
        .withMessageContaining("in.avsc' is no Avro schema: ");
    Files.delete(Path.of(in));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format("format=json"))
        .withMessageContaining("in.avsc': there is no such file");
  }

  @Test
  void theFileOfTheOutput() throws IOException {
    MessageFormat format = format("format=avro&schema=" + out);
    format.publish(Slopes.COLUMNS);
    format.publish(Slopes.COLUMNS);
    // The same in other words.
    Schema written = new Schema.Parser().parse(Path.of(out).toFile());
    Files.writeString(Path.of(out), written.toString());
    format.publish(Slopes.COLUMNS);
    Files.writeString(Path.of(out), Slopes.SCHEMA.toString());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.publish(Slopes.COLUMNS))
        .withMessageContaining("out.avsc' has another schema than the messages");
  }

  @Test
  void aSchemaThatDoesNotFitTheModel() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "R", "fields": [
                  {"name": "categori", "type": "int"},
                  {"name": "x", "type": ["null", "string"]},
                  {"name": "y_pred", "type": "double"},
                  {"name": "model_name", "type": "string"}]}
                """);
    Files.writeString(Path.of(in), schema.toString());
    assertThat(problems(format("format=json")))
        .containsExactly(
            "Feature 'x' must be a double, but the schema has [\"null\",\"string\"]",
            "Feature 'category': the schema has no such field (did you mean 'categori'?); it has:"
                + " categori, model_name, x, y_pred",
            "The schema already has fields that scoring would add: y_pred, model_name; rename them,"
                + " or the model's target");
  }
}
