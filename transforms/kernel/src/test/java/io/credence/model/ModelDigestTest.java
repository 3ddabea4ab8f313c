package io.credence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ModelDigestTest {

  @Test
  void isWrittenInLowerCaseHexadecimalDigits() {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) 0xAB;
    assertThat(ModelDigest.of(bytes).hex()).isEqualTo("ab" + "00".repeat(31));
  }

  @Test
  void keepsACopy() {
    byte[] bytes = new byte[32];
    ModelDigest digest = ModelDigest.of(bytes);
    bytes[0] = 1;
    digest.bytes()[1] = 1;
    assertThat(digest).isEqualTo(ModelDigest.of(new byte[32]));
  }

  @Test
  void refusesAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelDigest.of(new byte[20]))
        .withMessage("A SHA-256 has 32 bytes, but found 20");
  }
}
