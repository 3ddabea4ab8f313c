package io.credence.s3;

import io.credence.beam.store.Claim;
import io.credence.beam.store.ClaimedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * An object that is written on the condition that there is none. A store sees nothing of processes:
 * a claim of another owner is held for one of a living owner. One of the same owner is taken over,
 * and its former holder sees that before the next step that counts.
 */
final class S3Claim implements Claim {

  /** More than a claim has. */
  private static final int MOST_BYTES = 1 << 10;

  private final S3Objects store;
  private final ResourceId object;
  private final String content;

  private S3Claim(S3Objects store, ResourceId object, String owner) {
    this.store = store;
    this.object = object;
    this.content = owner + "\n" + UUID.randomUUID() + "\n";
  }

  static S3Claim make(S3Objects store, ResourceId object, String owner) throws IOException {
    S3Claim claim = new S3Claim(store, object, owner);
    S3Put put =
        S3Clients.put(
            S3Location.of(object.toString()), claim.content.getBytes(StandardCharsets.UTF_8));
    // Of stores without conditions, the first look is all that can be done.
    String before = claim.read();
    if (before.isEmpty() ? !isFirst(put) : before.startsWith(owner + "\n")) {
      if (!claim.read().startsWith(owner + "\n")) {
        throw new ClaimedException(object.toString(), false);
      }
      put.make();
    }
    if (!claim.isHeld()) {
      throw new ClaimedException(object.toString(), false);
    }
    return claim;
  }

  /** Whether it was written; so it is, in any case, by a store that knows no conditions. */
  private static boolean isFirst(S3Put put) throws IOException {
    return switch (put.makeNew()) {
      case WRITTEN -> true;
      case EXISTS, UNDECIDED -> false;
      case UNKNOWN_CONDITION -> {
        put.make();
        yield true;
      }
    };
  }

  /** What is written there; empty when there is nothing. */
  private String read() throws IOException {
    try (InputStream in = Channels.newInputStream(store.open(object))) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      return "";
    }
  }

  @Override
  public boolean isHeld() throws IOException {
    return read().equals(content);
  }

  @Override
  public void close() throws IOException {
    if (isHeld()) {
      store.delete(List.of(object));
    }
  }
}
