package io.credence.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class S3LocationTest {

  @Test
  void bucketAndKey() {
    assertThat(S3Location.of("s3://b/a/c.parquet")).isEqualTo(new S3Location("b", "a/c.parquet"));
    assertThat(S3Location.of("s3://b/")).isEqualTo(new S3Location("b", ""));
    assertThat(S3Location.of("s3://b")).isEqualTo(new S3Location("b", ""));
    assertThat(S3Location.of("S3://b/a")).isEqualTo(new S3Location("b", "a"));
    assertThat(S3Location.of("s3://b/a/c").toString()).isEqualTo("s3://b/a/c");
  }

  @Test
  void whatIsNoLocation() {
    assertThatThrownBy(() -> S3Location.of("s3:///key"))
        .hasMessage("'s3:///key' must be s3://BUCKET/KEY, and no key begins with a slash");
    assertThatThrownBy(() -> S3Location.of("s3://b//key"))
        .hasMessageContaining("begins with a slash");
    assertThatThrownBy(() -> S3Location.of("s3://"))
        .hasMessageContaining("must be s3://BUCKET/KEY");
  }

  @Test
  void foldersAreNoObjects() {
    assertThat(S3Location.isObject("a/b")).isTrue();
    assertThat(S3Location.isObject("a/")).isFalse();
    assertThat(S3Location.isObject("")).isFalse();
  }
}
