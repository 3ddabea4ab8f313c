package io.credence.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupKeyTest {

  private static GroupKey key(int grouping, @Nullable Object... values) {
    return new GroupKey(grouping, Arrays.asList(values));
  }

  @Test
  void groupsAreInTheOrderOfGroupingsThenOfValuesWithNullFirst() {
    List<GroupKey> ordered =
        List.of(
            key(0, null, "b"),
            key(0, -5L, null),
            key(0, -5L, "a"),
            key(0, 10L, "B"),
            key(0, 10L, "a"),
            key(1),
            key(2, Double.NEGATIVE_INFINITY),
            key(2, 9.5),
            key(2, 10.0),
            key(2, Double.NaN),
            key(3, false),
            key(3, true),
            key(4, LocalDate.parse("1969-12-31")),
            key(4, LocalDate.parse("2026-01-01")));
    List<GroupKey> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
  }

  @Test
  void bytesKeepIt() throws IOException {
    GroupKey key =
        key(
            3,
            null,
            7L,
            0.1,
            true,
            false,
            "naïve",
            LocalDate.parse("2024-02-29"),
            "x".repeat(70_000));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    key.writeTo(new DataOutputStream(bytes));
    assertThat(
            GroupKey.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isEqualTo(key)
        .isEqualByComparingTo(key);
  }

  @Test
  void equalValuesHaveOneForm() {
    assertThat(GroupKey.value(7)).isEqualTo(7L);
    assertThat(GroupKey.value(0.5f)).isEqualTo(0.5);
    assertThat(GroupKey.value(-0.0)).isEqualTo(0.0);
    assertThat(GroupKey.value(Double.longBitsToDouble(0x7ff8000000000001L))).isEqualTo(Double.NaN);
    assertThat(GroupKey.value(CharBuffer.wrap("a"))).isEqualTo("a");
    assertThat(GroupKey.value(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThat(GroupKey.value(BigInteger.TWO.pow(63))).isEqualTo("9223372036854775808");
    assertThat(GroupKey.value(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(GroupKey.value(new UUID(0, 1))).isEqualTo("00000000-0000-0000-0000-000000000001");
    assertThat(GroupKey.value(null)).isNull();
    assertThatThrownBy(() -> GroupKey.value(new byte[0]))
        .hasMessage(
            "Records are grouped by numbers, texts, truth values and dates, but not by a byte[]");
  }
}
