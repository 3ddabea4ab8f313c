package io.credence.s3;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
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

  /** The size of the object, from the answer for its end. */
  long size() {
    return size;
  }

  /**
   * The last bytes, or all when there are no more.
   *
   * @throws FileNotFoundException when there is no such object
   */
  ByteBuffer readEnd(int most) throws IOException {
    try {
      return readEnd("bytes=-" + most, most);
    } catch (S3Exception e) {
      if (e.statusCode() != NOTHING_IN_RANGE) {
        throw S3Failures.at(location, e);
      }
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
    // It is empty, or shorter than what some stores are willing to take for a range.
    try {
      return readEnd(null, most);
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
  }

  private ByteBuffer readEnd(@Nullable String range, int most) {
    return client.getObject(
        request(range).build(),
        (answer, body) -> {
          version = answer.eTag();
          size = ContentRange.total(answer);
          ByteBuffer end = ByteBuffer.allocate((int) Math.min(most, size));
          fill(end, answer, body);
          return end.flip();
        });
  }

  /** Fills a buffer with what begins at a position; there must be as much. */
  void read(long position, ByteBuffer into) throws IOException {
    String range = "bytes=" + position + "-" + (position + into.remaining() - 1);
    GetObjectRequest request = request(range).ifMatch(strong(version)).build();
    int begin = into.position();
    try {
      client.getObject(request, (answer, body) -> fill(into.position(begin), answer, body));
    } catch (S3Exception e) {
      throw e.statusCode() == CHANGED ? changed(e) : S3Failures.at(location, e);
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
  }

  /** A weak tag, which some gateways give, is never matched. */
  private static @Nullable String strong(@Nullable String tag) {
    return tag == null || tag.startsWith("W/") ? null : tag;
  }

  private GetObjectRequest.Builder request(@Nullable String range) {
    return GetObjectRequest.builder().bucket(location.bucket()).key(location.key()).range(range);
  }

  private static ByteBuffer fill(
      ByteBuffer into, GetObjectResponse answer, AbortableInputStream body) {
    requireLength(into.remaining(), answer, body);
    try (ReadableByteChannel bytes = Channels.newChannel(body)) {
      while (into.hasRemaining()) {
        if (bytes.read(into) < 0) {
          throw new EOFException(String.format(Locale.ROOT, "%,d bytes early", into.remaining()));
        }
      }
      return into;
    } catch (IOException e) {
      throw RetryableException.create("the store's answers break off: " + e.getMessage(), e);
    }
  }

  /** Of a range, an answer that is too short was cut on its way; another one may not be. */
  private static void requireLength(
      int wanted, GetObjectResponse answer, AbortableInputStream body) {
    Long length = answer.contentLength();
    if (length == null || length != wanted) {
      body.abort(); // To close it would read all of it.
      String problem =
          String.format(
              Locale.ROOT,
              "the store answers with %s bytes where %,d were asked for",
              length == null ? "an unknown number of" : String.format(Locale.ROOT, "%,d", length),
              wanted);
      throw answer.contentRange() == null
          ? NonRetryableException.create(problem)
          : RetryableException.create(problem);
    }
  }

  private IOException changed(S3Exception e) {
    return new IOException(
        location + ": changed since it was opened; files must not change while they are read", e);
  }
}
