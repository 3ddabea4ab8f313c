package io.credence.pipeline.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class S3LocationTest {

  @Test
  void bucketAndKey() {
    assertThat(S3Location.of("s3://b/a/c.parquet")).isEqualTo(new S3Location("b", "a/c.parquet"));
    assertThat(S3Location.of("s3://b/")).isEqualTo(new S3Location("b", ""));
    assertThat(S3Location.of("s3://b")).isEqualTo(new S3Location("b", ""));
    assertThat(S3Location.of("s3://b/a/c").toString()).isEqualTo("s3://b/a/c");
  }

  @Test
  void whatIsNoLocation() {
    assertThatThrownBy(() -> S3Location.of("s3:///key"))
        .hasMessage("'s3:///key' must be s3://BUCKET/KEY");
    assertThatThrownBy(() -> S3Location.of("s3://")).hasMessage("'s3://' must be s3://BUCKET/KEY");
  }

  @Test
  void patternsBeginWithWhatIsFixed() {
    assertThat(S3Location.of("s3://b/a/x").isPattern()).isFalse();
    assertThat(S3Location.of("s3://b/a/x").fixedPart()).isEqualTo("a/x");
    assertThat(S3Location.of("s3://b/a/x-*.p").isPattern()).isTrue();
    assertThat(S3Location.of("s3://b/a/x-*.p").fixedPart()).isEqualTo("a/x-");
    assertThat(S3Location.of("s3://b/a/2026-1[01]/?").fixedPart()).isEqualTo("a/2026-1");
  }

  @Test
  void whatLiesDeeperIsOnlyListedWhereItCanMatch() {
    assertThat(S3Location.of("s3://b/a/*.parquet").isWithinOneFolder()).isTrue();
    assertThat(S3Location.of("s3://b/a/?-*").isWithinOneFolder()).isTrue();
    assertThat(S3Location.of("s3://b/*").isWithinOneFolder()).isTrue();
    assertThat(S3Location.of("s3://b/a/**").isWithinOneFolder()).isFalse();
    assertThat(S3Location.of("s3://b/a/*/x").isWithinOneFolder()).isFalse();
    assertThat(S3Location.of("s3://b/a/[^x]").isWithinOneFolder()).isFalse();
  }

  @Test
  void foldersAreNoObjects() {
    assertThat(S3Location.isObject("a/b")).isTrue();
    assertThat(S3Location.isObject("a/")).isFalse();
    assertThat(S3Location.isObject("")).isFalse();
  }
}
