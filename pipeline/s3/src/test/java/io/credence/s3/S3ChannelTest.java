package io.credence.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3ChannelTest {

  private static final int MEGABYTE = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000, 3 * MEGABYTE + 5})
  void readsAllFromTheBegin(int size) throws IOException {
    byte[] content = content(size);
    try (OneObject object = new OneObject(content);
        S3Channel channel = object.open()) {
      assertThat(channel.size()).isEqualTo(size);
      assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(content);
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  /** Whatever is read where, it is what a file would give. */
  @Test
  void readsAnythingAnywhere() throws IOException {
    byte[] content = content(4 * MEGABYTE);
    Random random = new Random(7);
    try (OneObject object = new OneObject(content);
        S3Channel channel = object.open()) {
      for (int i = 0; i < 300; i++) {
        int position = random.nextInt(content.length);
        int length = 1 + random.nextInt(1 << random.nextInt(22));
        ByteBuffer target =
            random.nextBoolean() ? ByteBuffer.allocate(length) : ByteBuffer.allocateDirect(length);
        int read = channel.position(position).read(target);
        byte[] got = new byte[read];
        target.flip().get(got);
        assertThat(got).isEqualTo(Arrays.copyOfRange(content, position, position + read));
        assertThat(channel.position()).isEqualTo(position + read);
      }
    }
  }

  @Test
  void aSmallObjectIsOneRequest() throws IOException {
    try (OneObject object = new OneObject(content(50_000));
        S3Channel channel = object.open()) {
      channel.position(49_000).read(ByteBuffer.allocate(1_000));
      channel.position(0).read(ByteBuffer.allocate(4));
      assertThat(object.ranges()).containsExactly("bytes=-65536");
    }
  }

  @Test
  void aLargeReadIsOneRequestAndSmallOnesReadAhead() throws IOException {
    try (OneObject object = new OneObject(content(16 * MEGABYTE));
        S3Channel channel = object.open()) {
      channel.position(100).read(ByteBuffer.allocate(8 * MEGABYTE));
      assertThat(object.ranges())
          .containsExactly("bytes=-65536", "bytes=100-" + (8 * MEGABYTE + 99));
      object.ranges().clear();
      channel.position(0);
      for (int i = 0; i < 4 * MEGABYTE / 1024; i++) {
        channel.read(ByteBuffer.allocate(1024));
      }
      assertThat(object.ranges())
          .hasSizeBetween(4, 9)
          .startsWith("bytes=0-65535", "bytes=65536-196607");
    }
  }

  @Test
  void answersThatBreakOffAreAskedForAgain() throws IOException {
    byte[] content = content(3 * MEGABYTE);
    try (OneObject object = new OneObject(content)) {
      object.breakAnswers(1);
      try (S3Channel channel = object.open()) {
        object.breakAnswers(2);
        ByteBuffer target = ByteBuffer.allocate(2 * MEGABYTE);
        assertThat(channel.read(target)).isEqualTo(2 * MEGABYTE);
        assertThat(target.array()).isEqualTo(Arrays.copyOf(content, 2 * MEGABYTE));
      }
    }
  }

  @Test
  void aStoreThatAlwaysBreaksOff() throws IOException {
    try (OneObject object = new OneObject(content(1000))) {
      object.breakAnswers(Integer.MAX_VALUE);
      assertThatThrownBy(object::open)
          .isInstanceOf(IOException.class)
          .hasMessageMatching("s3://bucket/object: the store's answers break off: .*");
    }
  }

  @Test
  void anObjectThatIsReplacedMeanwhile() throws IOException {
    try (OneObject object = new OneObject(content(MEGABYTE));
        S3Channel channel = object.open()) {
      object.replace(content(MEGABYTE + 1));
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(10)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "s3://bucket/object: changed since it was opened; files must not change while they are read");
    }
  }

  @Test
  void aStoreThatKnowsNoRanges() throws IOException {
    byte[] small = content(1000);
    try (OneObject object = new OneObject(small)) {
      object.forgetRanges();
      try (S3Channel channel = object.open()) {
        assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(small);
      }
      object.replace(content(MEGABYTE));
      assertThatThrownBy(object::open)
          .hasMessage(
              "s3://bucket/object: the store answers with 1,048,576 bytes where 65,536 were asked for");
    }
  }

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    return content;
  }
}
