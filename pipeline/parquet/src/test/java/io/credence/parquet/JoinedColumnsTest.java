package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns the rows of two kinds of files can be joined by. */
class JoinedColumnsTest {

  private static FieldCheck check(String column, String files) {
    return new FieldCheck(
        MessageTypeParser.parseMessageType(
            "message rows { " + column + (column.endsWith("}") ? " }" : "; }")),
        files);
  }

  private static String why(String left, String right) {
    return check(left, "the input").whyNotJoined(check(right, "--labels"), "id").orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "required int64 id | optional int32 id",
        "required int32 id (INTEGER(16,false)) | required int64 id (DECIMAL(10,0))",
        "required binary id (STRING) | required binary id (ENUM)",
        "required fixed_len_byte_array(16) id (UUID) | optional binary id (STRING)"
      })
  void alike(String left, String right) {
    assertThat(why(left, right)).isEmpty();
    assertThat(why(right, left)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optional double id",
        "optional boolean id",
        "required int64 id (DECIMAL(10,2))",
        "required int32 id (DATE)",
        "repeated int64 id",
        "required group id { required int64 id; }"
      })
  void noKey(String column) {
    assertThat(why(column, "required int64 id"))
        .startsWith("must be a whole number or a text, but the input has '");
    assertThat(why("required int64 id", column))
        .startsWith("must be a whole number or a text, but --labels has '");
  }

  @Test
  void aNumberAndAText() {
    assertThat(why("required int64 id", "optional binary id (STRING)"))
        .isEqualTo(
            "the input has 'required int64 id', but --labels has 'optional binary id (STRING)';"
                + " 17 and \"17\" could be one key or two, so write both alike");
  }

  @Test
  void noColumn() {
    assertThat(why("required int64 id", "required int64 ids"))
        .isEqualTo("--labels has no such column (did you mean 'ids'?); it has: ids");
  }
}
