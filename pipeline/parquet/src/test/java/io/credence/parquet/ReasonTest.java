package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void saysOnceWhatEachCauseRepeats() {
    String field = "Required field 'type' was not found";
    Throwable thrift = new IllegalStateException(field + "! Struct: PageHeader$Scheme@5e8cda75");
    assertThat(Reason.of(new IOException("can not read PageHeader: " + field, thrift)))
        .isEqualTo("can not read PageHeader: " + field + ": IllegalStateException: " + field);
    assertThat(Reason.of(new IOException(thrift.getMessage(), new IOException(field))))
        .isEqualTo(field);
  }

  @Test
  void namesWhatJavaDoesNotExplain() {
    assertThat(Reason.of(new IndexOutOfBoundsException("42")))
        .isEqualTo("IndexOutOfBoundsException: 42");
    assertThat(Reason.of(new NullPointerException())).isEqualTo("NullPointerException");
  }
}
