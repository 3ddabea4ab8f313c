package io.credence.s3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * Copies an object within the store, with none of its content coming here. A large one is copied in
 * parts: each is a request that is answered before patience is over, and no store copies more than
 * 5 GB at once.
 */
final class S3Copy {

  private static final long PART = 512L << 20;

  /** A store takes no more parts of an upload. */
  private static final long MAX_PARTS = 10_000;

  private final S3Client client;
  private final S3Options options;
  private final S3Location from;
  private final S3Location to;
  private final long bytes;

  S3Copy(S3Client client, S3Options options, S3Location from, S3Location to, long bytes) {
    this.client = client;
    this.options = options;
    this.from = from;
    this.to = to;
    this.bytes = bytes;
  }

  static S3Copy of(S3Location from, S3Location to, long bytes) throws IOException {
    try {
      return new S3Copy(S3Clients.current(), S3Clients.options(), from, to, bytes);
    } catch (SdkException e) {
      throw S3Failures.at(to, e);
    }
  }

  void make() throws IOException {
    try {
      if (bytes <= PART) {
        copyAtOnce();
      } else {
        copyInParts();
      }
    } catch (SdkException e) {
      throw new IOException(from + " -> " + S3Failures.at(to, e).getMessage(), e);
    }
  }

  private void copyAtOnce() {
    client.copyObject(
        copy ->
            copy.sourceBucket(from.bucket())
                .sourceKey(from.key())
                .destinationBucket(to.bucket())
                .destinationKey(to.key())
                .storageClass(options.getS3StorageClass())
                .serverSideEncryption(options.getSSEAlgorithm())
                .ssekmsKeyId(options.getSSEKMSKeyId()));
  }

  private void copyInParts() throws IOException {
    String type =
        client.headObject(head -> head.bucket(from.bucket()).key(from.key())).contentType();
    String upload =
        client
            .createMultipartUpload(
                create ->
                    create
                        .bucket(to.bucket())
                        .key(to.key())
                        .contentType(type)
                        .storageClass(options.getS3StorageClass())
                        .serverSideEncryption(options.getSSEAlgorithm())
                        .ssekmsKeyId(options.getSSEKMSKeyId()))
            .uploadId();
    try {
      complete(upload, copyParts(upload));
    } catch (SdkException e) {
      abort(upload, e);
      throw e;
    }
  }

  /** Parts of what never becomes an object would be kept, and paid for. */
  private void abort(String upload, SdkException reason) {
    try {
      client.abortMultipartUpload(
          abort -> abort.bucket(to.bucket()).key(to.key()).uploadId(upload));
    } catch (SdkException e) {
      reason.addSuppressed(e);
    }
  }

  private List<CompletedPart> copyParts(String upload) {
    List<CompletedPart> parts = new ArrayList<>();
    long part = partBytes();
    for (long begin = 0; begin < bytes; begin += part) {
      parts.add(copyPart(upload, parts.size() + 1, begin, Math.min(bytes, begin + part) - 1));
    }
    return parts;
  }

  /** Larger ones, where a store's 5 TB would be more parts than it takes. */
  private long partBytes() {
    return Math.max(PART, (bytes + MAX_PARTS - 1) / MAX_PARTS);
  }

  private CompletedPart copyPart(String upload, int number, long first, long last) {
    String tag =
        client
            .uploadPartCopy(
                copy ->
                    copy.sourceBucket(from.bucket())
                        .sourceKey(from.key())
                        .destinationBucket(to.bucket())
                        .destinationKey(to.key())
                        .uploadId(upload)
                        .partNumber(number)
                        .copySourceRange("bytes=" + first + "-" + last))
            .copyPartResult()
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  /** When an answer is lost and it is asked again, the store knows of no upload any more. */
  private void complete(String upload, List<CompletedPart> parts) throws IOException {
    try {
      client.completeMultipartUpload(
          complete ->
              complete
                  .bucket(to.bucket())
                  .key(to.key())
                  .uploadId(upload)
                  .multipartUpload(all -> all.parts(parts)));
    } catch (NoSuchUploadException e) {
      try (S3Channel copied = S3Channel.open(client, to)) {
        if (copied.size() != bytes) {
          throw e;
        }
      }
    }
  }
}
