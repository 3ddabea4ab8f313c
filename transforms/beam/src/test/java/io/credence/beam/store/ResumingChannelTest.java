package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumingChannelTest {

  private static final int SIZE = 5_000_000;

  private Path file = Path.of("");
  private final byte[] content = new byte[SIZE];
  private int opened;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    new Random(7).nextBytes(content);
    file = Files.write(folder.resolve("file"), content);
  }

  @Test
  void goesOnWhereAConnectionBreaks() throws IOException {
    assertThat(readAll(channel(1_234_567, false))).isEqualTo(content);
    assertThat(opened).isGreaterThanOrEqualTo(SIZE / 1_234_567);
  }

  @Test
  void aBodyThatEndsEarlyIsNoEnd() throws IOException {
    assertThat(readAll(channel(1_000_000, true))).isEqualTo(content);
  }

  @Test
  void readsAtPositions() throws IOException {
    ResumingChannel channel = channel(700_000, false);
    for (int position : new int[] {4_000_000, 0, 2_500_000}) {
      ByteBuffer bytes = ByteBuffer.allocate(900_000);
      channel.position(position);
      while (bytes.hasRemaining()) {
        assertThat(channel.read(bytes)).isPositive();
      }
      assertThat(bytes.array())
          .isEqualTo(Arrays.copyOfRange(content, position, position + 900_000));
    }
    channel.position(SIZE);
    assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
  }

  @Test
  void whatTheClientGaveUpIsFinal() throws IOException {
    ResumingChannel channel =
        new ResumingChannel(
            "s3://b/k",
            new Breaking(FileChannel.open(file), 0, false) {
              @Override
              public int read(ByteBuffer target) {
                throw new IllegalStateException("Access Denied (Service: S3, Status Code: 403)");
              }
            },
            () -> {
              throw new AssertionError("asked again");
            });
    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("s3://b/k: access is denied (Access Denied, 403)");
  }

  private ResumingChannel channel(int bytesEach, boolean silently) throws IOException {
    return new ResumingChannel(
        "s3://b/k", open(bytesEach, silently), () -> open(bytesEach, silently));
  }

  private SeekableByteChannel open(int bytesEach, boolean silently) throws IOException {
    opened++;
    return new Breaking(FileChannel.open(file), bytesEach, silently);
  }

  private static byte[] readAll(ResumingChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    while (bytes.hasRemaining()) {
      assertThat(channel.read(bytes)).isPositive();
    }
    return bytes.array();
  }

  /** A file of which so many bytes can be read, and then none. */
  private static class Breaking implements SeekableByteChannel {

    private final FileChannel file;
    private final boolean silently;
    private int left;

    Breaking(FileChannel file, int bytes, boolean silently) {
      this.file = file;
      this.left = bytes;
      this.silently = silently;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (left == 0 && !silently) {
        throw new IOException("Connection reset");
      }
      ByteBuffer some = target.slice();
      some.limit(Math.min(some.remaining(), left));
      int read = file.read(some);
      left -= read;
      target.position(target.position() + read);
      return read;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      throw new IOException();
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      throw new IOException();
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
