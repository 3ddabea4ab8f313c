package io.credence.jobs.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.beam.DeadLetter;
import io.credence.beam.RawBytes;
import io.credence.beam.RecordSource;
import io.credence.deadletter.DeadLetterCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterLineTest {

  @Test
  void givesTheRecordBackToTheByte() throws IOException {
    String record = "{\"x\": 1.10, \"name\":\"Grüße \\u00e4\",\"more\":{\"a\":[1,{}]} }";
    DeadLetterLine line = line(record, null, RecordSource.row("in/a.parquet", 17));
    assertThat(line.code()).isEqualTo("WRONG_TYPE");
    assertThat(new String(line.value(), UTF_8)).isEqualTo(record);
    assertThat(line.source()).isEqualTo("in/a.parquet#17");
  }

  @Test
  void givesBytesBackThatWereNoRecord() throws IOException {
    byte[] bytes = {0, -1, 10, 13};
    RecordSource source = new RecordSource(null, null, "flights", 3, 1289L, 0L);
    DeadLetterLine line = line(null, RawBytes.copyOf(bytes), source);
    assertThat(line.value()).isEqualTo(bytes);
    assertThat(line.source()).isEqualTo("flights/3/1289");
  }

  @Test
  void mayNotKnowWhereItCameFrom() throws IOException {
    assertThat(line("{}", null, null).source()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                  | must be a JSON object
          [1]                                 | must be a JSON object
          {"x":1}                             | must have a text 'code'
          {"code":7,"record":{}}              | must have a text 'code'
          {"code":"WRONG_TYPE"}               | must have an object 'record', or Base64 as 'raw'
          {"code":"A","record":{},"excerpt":true} | holds only some columns of its record (--deadLetterColumns); score the record from its file again
          {"code":"WRONG_TYPE","record":null} | must have an object 'record', or Base64 as 'raw'
          {"code":"WRONG_TYPE","record":[{}]} | must have an object 'record', or Base64 as 'raw'
          {"code":"A","record":{}} {}         | must be one JSON object, but more follows it
          {"code":"A","code":"B","record":{}} | has a field 'code' twice
          {"code":"A","record":{},"raw":"AA=="} | must have one of 'record' and 'raw', but has both
          {"code":"A","raw":"AA==","record":{}} | must have one of 'record' and 'raw', but has both
          """)
  void refusesWhatIsNoDeadLetter(String line, String problem) {
    assertThatThrownBy(() -> DeadLetterLine.parse(line.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          PAR1
          {"code":"A","record":{}
          {"code":"A","raw":"no Base64!"}
          {"code":"A","record":{"a":1,}}
          """)
  void refusesWhatIsNoJson(String line) {
    assertThatThrownBy(() -> DeadLetterLine.parse(line.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be JSON, but ");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] line = "{\"code\":\"A\",\"record\":{\"x\":\"é\"}}".getBytes(ISO_8859_1);
    assertThatThrownBy(() -> DeadLetterLine.parse(line))
        .hasMessage("must be UTF-8, but is not at byte 27");
  }

  @Test
  void refusesLinesThatAreTooLong() {
    byte[] line = new byte[Lines.MAX_BYTES + 1];
    Arrays.fill(line, (byte) ' ');
    assertThatThrownBy(() -> DeadLetterLine.parse(line))
        .hasMessage("must not be longer than 16777216 bytes");
  }

  private static DeadLetterLine line(
      @Nullable String record, @Nullable RawBytes raw, @Nullable RecordSource source)
      throws IOException {
    DeadLetter letter =
        new DeadLetter(
            DeadLetterCode.WRONG_TYPE, "must be", "x", source, record, raw, "m", "1", "00");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
      letter.writeJson(out);
    }
    return DeadLetterLine.parse(bytes.toByteArray());
  }
}
