package io.credence.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.server.refusal.Refusal;
import org.junit.jupiter.api.Test;

class RoomTest {

  private final Room room = new Room(1_000);

  @Test
  void isSharedUntilItIsLeft() throws Refusal {
    Room.Share one = room.share();
    Room.Share other = room.share();
    one.take(300);
    one.take(300);
    assertThatThrownBy(() -> other.take(500))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(503);
              assertThat(refusal.code()).isEqualTo("NO_ROOM");
              assertThat(refusal.passes()).isTrue();
              assertThat(refusal.reason()).contains("1000", "--maxMemoryBytes");
            });
    other.take(400);
    one.leave();
    one.leave();
    assertThat(room.taken()).isEqualTo(400);
    other.take(600);
    other.leave();
    assertThat(room.taken()).isZero();
  }

  /** It would wait for ever. */
  @Test
  void whatIsTooLargeForAllOfIt() throws Refusal {
    Room.Share share = room.share();
    share.take(600);
    assertThatThrownBy(() -> share.take(401))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(413);
              assertThat(refusal.passes()).isFalse();
              assertThat(refusal.reason()).contains("1001 bytes", "--maxMemoryBytes");
            });
    assertThat(room.taken()).isEqualTo(600);
  }
}
