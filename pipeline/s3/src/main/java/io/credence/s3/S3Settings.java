package io.credence.s3;

import io.credence.problem.Problems;
import java.util.Locale;
import org.apache.beam.sdk.io.aws2.options.S3Options;

/**
 * What can be checked of settings without a connection. It is said of runs without S3 as well: Beam
 * makes its file systems in each, and these would end it.
 */
final class S3Settings {

  /** Amazon takes no smaller parts, but for the last. */
  private static final int SMALLEST_PART = 5 << 20;

  private final S3StoreOptions options;
  private final Problems problems = new Problems();

  private S3Settings(S3StoreOptions options) {
    this.options = options;
  }

  /** A line for each setting that can't be. */
  static Problems problems(S3StoreOptions options) {
    S3Settings settings = new S3Settings(options);
    settings.problems.addAll(S3Clients.place(options).problems());
    settings.checkSizes();
    settings.checkAttempts();
    return settings.problems;
  }

  private void checkSizes() {
    S3Options theirs = options.as(S3Options.class);
    if (theirs.getS3ThreadPoolSize() < 1) {
      problems.add(
          String.format(
              Locale.ROOT,
              "--s3ThreadPoolSize=%d: must be at least 1",
              theirs.getS3ThreadPoolSize()));
    }
    if (theirs.getS3UploadBufferSizeBytes() < SMALLEST_PART) {
      problems.add(
          String.format(
              Locale.ROOT,
              "--s3UploadBufferSizeBytes=%d: must be at least %d (5 MiB)",
              theirs.getS3UploadBufferSizeBytes(),
              SMALLEST_PART));
    }
  }

  private void checkAttempts() {
    try {
      Patience.attempts();
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
