package io.credence.s3;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Reads an object in ranges, each of which is a request that is made again when it fails. Nothing
 * stays open between two reads, however long a record takes to be scored.
 *
 * <p>The first request is for the object's end, which tells its size as well: of a Parquet file it
 * mostly holds the footer, and of a small object all. Large reads are one request each. Small ones
 * are served from memory, which is read ahead of them, the further the longer they go straight on.
 *
 * <p>Not thread-safe.
 */
final class S3Channel implements SeekableByteChannel {

  /** As much as is looked for a footer in. */
  private static final int LEAST = 1 << 16;

  private static final int FURTHEST_AHEAD = 1 << 20;

  private final S3Ranges object;
  private final long size;
  private ByteBuffer ahead;
  private long aheadStart;
  private long position;
  private boolean open = true;

  private S3Channel(S3Ranges object, ByteBuffer end) {
    this.object = object;
    this.size = object.size();
    this.ahead = end;
    this.aheadStart = size - end.limit();
  }

  /**
   * Opens an object.
   *
   * @throws FileNotFoundException when there is none of this name
   */
  static S3Channel open(S3Client client, S3Location location) throws IOException {
    S3Ranges object = new S3Ranges(client, location);
    return new S3Channel(object, object.readEnd(LEAST));
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    int wanted = (int) Math.min(target.remaining(), size - position);
    int read =
        wanted < FURTHEST_AHEAD || isAhead()
            ? readAhead(target, wanted)
            : readThrough(target, wanted);
    position += read;
    return read;
  }

  private boolean isAhead() {
    return position >= aheadStart && position < aheadStart + ahead.limit();
  }

  private int readThrough(ByteBuffer target, int wanted) throws IOException {
    ByteBuffer part = target.slice(target.position(), wanted);
    object.read(position, part);
    target.position(target.position() + wanted);
    return wanted;
  }

  private int readAhead(ByteBuffer target, int wanted) throws IOException {
    if (!isAhead()) {
      fill(wanted);
    }
    int from = (int) (position - aheadStart);
    int length = Math.min(wanted, ahead.limit() - from);
    target.put(ahead.slice(from, length));
    return length;
  }

  private void fill(int wanted) throws IOException {
    boolean straightOn = position == aheadStart + ahead.limit();
    int length = straightOn ? Math.min(FURTHEST_AHEAD, 2 * Math.max(LEAST, ahead.limit())) : LEAST;
    length = (int) Math.min(Math.max(length, wanted), size - position);
    ByteBuffer next =
        ahead.capacity() >= length ? ahead.clear().limit(length) : ByteBuffer.allocate(length);
    aheadStart = -1L - next.capacity(); // Nothing is there if the read fails.
    object.read(position, next);
    ahead = next.flip();
    aheadStart = position;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    if (newPosition < 0) {
      throw new IllegalArgumentException("A position is at least 0, but this is " + newPosition);
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }
}
