package io.credence.pipeline.s3;

import io.credence.beam.store.StoreFailure;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The content of one version of an object, in ranges. Of a request that fails, and of an answer
 * that breaks off, the client makes another, with its own patience.
 */
final class S3Ranges {

  private static final int CHANGED = 412;
  private static final int NOTHING_IN_RANGE = 416;

  private final S3Client client;
  private final S3Location location;
  private long size;
  private @Nullable String version;

  S3Ranges(S3Client client, S3Location location) {
    this.client = client;
    this.location = location;
  }

  /** The size of the object, as its end told. */
  long size() {
    return size;
  }

  /**
   * The last bytes, or all when there are no more.
   *
   * @throws FileNotFoundException when there is no such object
   */
  ByteBuffer readEnd(int most) throws IOException {
    GetObjectRequest request = request("bytes=-" + most).build();
    try {
      return client.getObject(request, (answer, body) -> end(answer, body, most));
    } catch (NoSuchKeyException e) {
      FileNotFoundException missing = new FileNotFoundException(location + ": no such file");
      missing.initCause(e);
      throw missing;
    } catch (S3Exception e) {
      if (e.statusCode() == NOTHING_IN_RANGE) {
        return ByteBuffer.allocate(0);
      }
      throw told(e);
    } catch (SdkException e) {
      throw told(e);
    }
  }

  private ByteBuffer end(GetObjectResponse answer, InputStream body, int most) {
    version = answer.eTag();
    size = ContentRange.total(answer);
    ByteBuffer end = ByteBuffer.allocate((int) Math.min(most, size));
    fill(end, answer, body);
    return end.flip();
  }

  /** Fills a buffer with what begins at a position; there must be as much. */
  void read(long position, ByteBuffer into) throws IOException {
    long last = position + into.remaining() - 1;
    GetObjectRequest request =
        request("bytes=%d-%d".formatted(position, last)).ifMatch(version).build();
    int begin = into.position();
    try {
      client.getObject(request, (answer, body) -> fill(into.position(begin), answer, body));
    } catch (S3Exception e) {
      throw e.statusCode() == CHANGED ? changed(e) : told(e);
    } catch (SdkException e) {
      throw told(e);
    }
  }

  private GetObjectRequest.Builder request(String range) {
    return GetObjectRequest.builder().bucket(location.bucket()).key(location.key()).range(range);
  }

  private static ByteBuffer fill(ByteBuffer into, GetObjectResponse answer, InputStream body) {
    if (answer.contentLength() != into.remaining()) {
      throw RetryableException.create(
          "the store answers with %,d bytes where %,d were asked for"
              .formatted(answer.contentLength(), into.remaining()));
    }
    try (ReadableByteChannel bytes = Channels.newChannel(body)) {
      while (into.hasRemaining()) {
        if (bytes.read(into) < 0) {
          throw new EOFException("%,d bytes early".formatted(into.remaining()));
        }
      }
      return into;
    } catch (IOException e) {
      throw RetryableException.create("the store's answers break off: " + e.getMessage(), e);
    }
  }

  private IOException changed(S3Exception e) {
    return new IOException(
        location + ": changed since it was opened; files must not change while they are read", e);
  }

  private IOException told(SdkException e) {
    return new IOException(location + ": " + StoreFailure.line(e), e);
  }
}
