package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupFieldsTest {

  private static final Group ROW = AllTypes.rows(4).get(3);
  private static final Group EMPTY = AllTypes.rows(3).get(2);

  private static @Nullable Object value(String name) {
    return GroupFields.of(AllTypes.SCHEMA, List.of(name)).value(ROW, 0);
  }

  @Test
  void numbers() {
    assertThat(value("plain")).isEqualTo(3L);
    assertThat(value("i8")).isEqualTo(-3L);
    assertThat(value("u8")).isEqualTo(203L);
    assertThat(value("u32")).isEqualTo(4_294_967_292L);
    assertThat(value("u64")).isEqualTo(new BigInteger("18446744073709551612"));
    assertThat(value("long")).isEqualTo(1_099_511_627_779L);
    assertThat(value("single")).isEqualTo((double) 0.3f);
    assertThat(value("number")).isEqualTo(0.3);
    assertThat(value("half")).isEqualTo(1 + 3.0 / 1024);
    assertThat(value("d9")).isEqualTo(new BigDecimal("-123.48"));
    assertThat(value("d20")).isEqualTo(new BigDecimal("-0.0002"));
    assertThat(value("dany")).isEqualTo(new BigDecimal("0.65536"));
  }

  @Test
  void textAndFlags() {
    assertThat(value("text")).isEqualTo("größe 3");
    assertThat(value("choice")).isEqualTo("A");
    assertThat(value("uuid")).isEqualTo("00000000-0000-0000-0000-000000000000");
    assertThat(value("flag")).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"date", "millis", "old", "bytes", "bare", "list", "struct"})
  void whatCannotBeAFeatureIsSomethingElse(String name) {
    assertThat(value(name))
        .isNotNull()
        .isNotInstanceOfAny(Number.class, String.class, Boolean.class);
  }

  @Test
  void emptyAndMissingFieldsAreNull() {
    GroupFields fields = GroupFields.of(AllTypes.SCHEMA, List.of("no such", "number", "flag"));
    assertThat(fields.value(EMPTY, 0)).isNull();
    assertThat(fields.value(EMPTY, 1)).isNull();
    assertThat(fields.isNull(EMPTY, 1)).isTrue();
    assertThat(fields.value(EMPTY, 2)).isEqualTo(true);
    assertThat(fields.value(ROW, 1)).isEqualTo(0.3);
  }
}
