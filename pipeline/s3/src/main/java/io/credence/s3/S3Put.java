package io.credence.s3;

import java.io.IOException;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Writes a small object in one request. */
final class S3Put {

  private static final int EXISTS = 412;
  private static final int IS_BEING_WRITTEN = 409;
  private static final int NOT_IMPLEMENTED = 501;

  /** What came of writing an object only where there is none. */
  enum Outcome {
    WRITTEN,
    /** There is one. */
    EXISTS,
    /** Another request is at it, and nothing is decided: ask again. */
    UNDECIDED,
    /** The store says that it knows no such condition. */
    UNKNOWN_CONDITION
  }

  private final S3Client client;
  private final Consumer<PutObjectRequest.Builder> settings;
  private final S3Location location;
  private final byte[] content;

  /**
   * @param settings of the request, such as how the store encrypts
   */
  S3Put(
      S3Client client,
      Consumer<PutObjectRequest.Builder> settings,
      S3Location location,
      byte[] content) {
    this.client = client;
    this.settings = settings;
    this.location = location;
    this.content = content;
  }

  /** Writes it, in place of what has the name. */
  void make() throws IOException {
    try {
      put(request().build());
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
  }

  /**
   * Writes it on the condition that there is no object of the name. Some stores write it in any
   * case, and do not say so.
   */
  Outcome makeNew() throws IOException {
    try {
      // The client has no field for it.
      put(request().overrideConfiguration(o -> o.putHeader("If-None-Match", "*")).build());
      return Outcome.WRITTEN;
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case EXISTS -> Outcome.EXISTS;
        case IS_BEING_WRITTEN -> Outcome.UNDECIDED;
        case NOT_IMPLEMENTED -> Outcome.UNKNOWN_CONDITION;
        default -> throw S3Failures.at(location, e);
      };
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
  }

  private void put(PutObjectRequest request) {
    client.putObject(request, RequestBody.fromBytes(content));
  }

  private PutObjectRequest.Builder request() {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(location.bucket()).key(location.key());
    settings.accept(request);
    return request;
  }
}
