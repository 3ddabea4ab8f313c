package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class DeflatedTest {

  @Test
  void tellsWhatUnpacksToMoreThanTheLimit() {
    ByteBuffer packed = deflated(32 << 20);
    assertThat(packed.remaining()).isGreaterThan(16 << 10);
    assertThat(Deflated.isLongerThan(packed, (32 << 20) - 1)).isTrue();
    assertThat(Deflated.isLongerThan(packed, 32 << 20)).isFalse();
    assertThat(packed.position()).isZero();
  }

  @Test
  void leavesOthersToTheLibrary() {
    ByteBuffer packed = deflated(32 << 20);
    assertThat(Deflated.isLongerThan(ByteBuffer.allocate(1 << 20), 10)).isFalse();
    assertThat(Deflated.isLongerThan(packed.duplicate().limit(17_000), 32 << 20)).isFalse();
  }

  @Test
  void aBlockThatUnpacksToFarMoreIsRefused() {
    PosteriorException refusal =
        catchThrowableOfType(PosteriorException.class, () -> Files.readOwn("bomb.nc"));
    assertThat(refusal)
        .hasMessage(
            "bomb.nc: variable /posterior/mu has blocks of 80 bytes, but the one at [0, 0] unpacks"
                + " to more than twice as many; the file is damaged");
  }

  private static ByteBuffer deflated(int size) {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[size]);
    deflater.finish();
    byte[] packed = new byte[size / 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return ByteBuffer.wrap(Arrays.copyOf(packed, length));
  }
}
