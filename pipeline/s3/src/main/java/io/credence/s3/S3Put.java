package io.credence.s3;

import java.io.IOException;
import org.apache.beam.sdk.io.aws2.options.S3Options;
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

  private final S3Client client;
  private final S3Options options;
  private final S3Location location;
  private final byte[] content;

  private S3Put(S3Location location, byte[] content) {
    this.client = S3Clients.current();
    this.options = S3Clients.options();
    this.location = location;
    this.content = content;
  }

  static S3Put of(S3Location location, byte[] content) throws IOException {
    try {
      return new S3Put(location, content);
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
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
   * Writes it unless there is an object of the name. A store that knows no such condition writes it
   * in any case.
   *
   * @return whether it was written
   */
  boolean makeNew() throws IOException {
    try {
      // The client has no field for it.
      put(request().overrideConfiguration(o -> o.putHeader("If-None-Match", "*")).build());
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_IMPLEMENTED) {
        make();
        return true;
      }
      if (e.statusCode() != EXISTS && e.statusCode() != IS_BEING_WRITTEN) {
        throw S3Failures.at(location, e);
      }
      return false;
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
  }

  private void put(PutObjectRequest request) {
    client.putObject(request, RequestBody.fromBytes(content));
  }

  private PutObjectRequest.Builder request() {
    return PutObjectRequest.builder()
        .bucket(location.bucket())
        .key(location.key())
        .storageClass(options.getS3StorageClass())
        .serverSideEncryption(options.getSSEAlgorithm())
        .ssekmsKeyId(options.getSSEKMSKeyId());
  }
}
