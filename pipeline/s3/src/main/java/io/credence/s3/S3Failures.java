package io.credence.s3;

import io.credence.beam.store.StoreFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What the client threw, as readers and writers of files expect it. */
final class S3Failures {

  private S3Failures() {}

  /** With the location's name, and what happened in a line. */
  static IOException at(S3Location location, SdkException failure) {
    if (failure instanceof NoSuchKeyException) {
      FileNotFoundException missing = new FileNotFoundException(location + ": no such file");
      missing.initCause(failure);
      return missing;
    }
    if (failure.getCause() instanceof NonRetryableException ours) {
      // The client wraps what is thrown while an answer is read.
      return new IOException(location + ": " + ours.getMessage(), failure);
    }
    // Some stores give a code and no message, and lines are made of messages.
    String line =
        failure instanceof NoSuchBucketException
            ? "there is no such bucket (404)"
            : StoreFailure.line(failure);
    return new IOException(location + ": " + line, failure);
  }
}
