package io.credence.beam.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A file that is read across a network. When a read breaks, the file is opened again and read on
 * from where it was; what arrived before stays good. A body that ends early is a read that broke,
 * and never the end of the file.
 *
 * <p>A failure that says that the client gave up, after attempts of its own, is final.
 */
final class ResumingChannel implements SeekableByteChannel {

  /** How the file is opened again. */
  interface Opener {
    SeekableByteChannel open() throws IOException;
  }

  /** What is lost at most when a read breaks. */
  private static final int PIECE = 1 << 20;

  private final String name;
  private final Opener opener;
  private final Patience patience = new Patience();
  private final long size;
  private SeekableByteChannel channel;
  private boolean broken;
  private long position;
  private boolean open = true;

  ResumingChannel(String name, SeekableByteChannel channel, Opener opener) throws IOException {
    this.name = name;
    this.channel = channel;
    this.opener = opener;
    this.size = channel.size();
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
    while (true) {
      int begin = target.position();
      try {
        int read = readPiece(target);
        patience.restore();
        return read;
      } catch (IOException e) {
        target.position(begin);
        giveUpOn(e);
        patience.waitAfter(name, e);
      }
    }
  }

  private int readPiece(ByteBuffer target) throws IOException {
    if (broken) {
      channel = opener.open();
      broken = false;
      checkSize();
    }
    if (channel.position() != position) {
      channel.position(position);
    }
    ByteBuffer piece = target.slice();
    piece.limit((int) Math.min(Math.min(PIECE, piece.remaining()), size - position));
    int read = readOnce(piece);
    if (read <= 0) {
      throw new EOFException(
          "the store ended its answer at byte %,d of %,d".formatted(position, size));
    }
    target.position(target.position() + read);
    position += read;
    return read;
  }

  private int readOnce(ByteBuffer piece) throws IOException {
    try {
      return channel.read(piece);
    } catch (RuntimeException e) {
      throw new IOException(name + ": " + StoreFailure.line(e), e);
    }
  }

  private void checkSize() throws IOException {
    if (channel.size() != size) {
      throw new IOException(
          "%s: had %,d bytes, but has %,d now; files must not change while they are read"
              .formatted(name, size, channel.size()),
          new IllegalStateException());
    }
  }

  private void giveUpOn(IOException failure) throws IOException {
    breakOff();
    if (failure.getCause() instanceof RuntimeException) {
      throw StoreFailure.isKnown(failure)
          ? new IOException(name + ": " + StoreFailure.line(failure), failure)
          : failure;
    }
  }

  /** What is left of a broken connection is nobody's concern. */
  private void breakOff() {
    broken = true;
    try {
      channel.close();
    } catch (IOException | RuntimeException e) {
      return;
    }
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
    breakOff();
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
