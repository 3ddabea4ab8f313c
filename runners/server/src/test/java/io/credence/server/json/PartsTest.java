package io.credence.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final int MOST = 1_000_000;

  private long taken;

  @Test
  void areWhatWasWritten() throws IOException {
    Parts parts = new Parts(MOST, bytes -> taken += bytes);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Random random = new Random(1);
    while (whole.size() < 900_000) {
      byte[] bytes = new byte[random.nextInt(30_000)];
      random.nextBytes(bytes);
      parts.write(bytes, 0, bytes.length);
      whole.write(bytes);
      parts.write(7);
      whole.write(7);
    }
    List<ByteBuffer> all = parts.all();
    ByteBuffer joined = ByteBuffer.allocate(whole.size());
    all.forEach(each -> assertThat(each.hasRemaining()).isTrue());
    all.forEach(joined::put);
    assertThat(joined.array()).isEqualTo(whole.toByteArray());
    assertThat(taken).isBetween((long) whole.size(), whole.size() + (1L << 18));
  }

  @Test
  void noMoreThanAllowed() throws IOException {
    Parts parts = new Parts(MOST, bytes -> {});
    parts.write(new byte[MOST], 0, MOST);
    assertThatThrownBy(() -> parts.write(1))
        .isInstanceOf(NoRoomException.class)
        .hasMessageContaining("--maxAnswerBytes");
  }

  @Test
  void noMoreThanThereIsMemoryFor() {
    Parts parts =
        new Parts(
            MOST,
            bytes -> {
              throw Refusal.of(Code.NO_ROOM, "full");
            });
    assertThatThrownBy(() -> parts.write(1)).hasMessageContaining("full");
  }
}
