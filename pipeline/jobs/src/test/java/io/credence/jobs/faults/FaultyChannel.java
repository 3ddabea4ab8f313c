package io.credence.jobs.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** An open file, of which each call can fail. */
final class FaultyChannel extends FileChannel {

  private final Path file;
  private final FileChannel real;

  FaultyChannel(Path file, FileChannel real, Set<? extends OpenOption> options) throws IOException {
    this.file = file;
    this.real = real;
    if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)
        || options.contains(StandardOpenOption.CREATE_NEW)) {
      written(0);
    }
  }

  private void written(long before) {
    Faults.unforced(file).written(FaultyPath.real(file), before);
  }

  @Override
  public int read(ByteBuffer dst) throws IOException {
    return Faults.call("read", file, () -> real.read(dst), () -> half(dst, real::read));
  }

  @Override
  public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
    return Faults.call("read", file, () -> real.read(dsts, offset, length));
  }

  @Override
  public int read(ByteBuffer dst, long position) throws IOException {
    return Faults.call(
        "read",
        file,
        () -> real.read(dst, position),
        () -> half(dst, part -> real.read(part, position)));
  }

  @Override
  public int write(ByteBuffer src) throws IOException {
    written(real.size());
    return Faults.call("write", file, () -> real.write(src), () -> half(src, real::write));
  }

  @Override
  public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
    written(real.size());
    return Faults.call("write", file, () -> real.write(srcs, offset, length));
  }

  @Override
  public int write(ByteBuffer src, long position) throws IOException {
    written(real.size());
    return Faults.call(
        "write",
        file,
        () -> real.write(src, position),
        () -> half(src, part -> real.write(part, position)));
  }

  @FunctionalInterface
  private interface Transfer {
    int make(ByteBuffer part) throws IOException;
  }

  /** A byte at least: to do nothing is no way to go on. */
  private static int half(ByteBuffer all, Transfer transfer) throws IOException {
    ByteBuffer part = all.slice(all.position(), (all.remaining() + 1) / 2);
    int done = transfer.make(part);
    all.position(all.position() + Math.max(0, done));
    return done;
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long newPosition) throws IOException {
    real.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return Faults.call("size", file, real::size);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    written(Math.min(size, real.size()));
    return Faults.call(
        "truncate",
        file,
        () -> {
          real.truncate(size);
          return this;
        });
  }

  /** Written down, and not done: sweeps force a file ten thousand times. */
  @Override
  public void force(boolean metaData) throws IOException {
    Faults.call(
        "force",
        file,
        () -> {
          Faults.unforced(file).forced(FaultyPath.real(file));
          return true;
        });
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return Faults.call("read", file, () -> real.transferTo(position, count, target));
  }

  @Override
  public long transferFrom(ReadableByteChannel src, long position, long count) throws IOException {
    written(real.size());
    return Faults.call("write", file, () -> real.transferFrom(src, position, count));
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return Faults.call("map", file, () -> real.map(mode, position, size));
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return Faults.call("lock", file, () -> real.lock(position, size, shared));
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return Faults.call("lock", file, () -> real.tryLock(position, size, shared));
  }

  /** What is open is closed in any case, as at the end of a process. */
  @Override
  protected void implCloseChannel() throws IOException {
    try {
      Faults.call("close", file, () -> true);
    } finally {
      real.close();
    }
  }
}
