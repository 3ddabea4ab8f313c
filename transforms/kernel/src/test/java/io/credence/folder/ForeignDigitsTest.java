package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under a locale with digits of its own, numbers in messages are those of the files. */
class ForeignDigitsTest {

  private final Locale usual = Locale.getDefault();

  @BeforeEach
  void useArabicDigits() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
  }

  @AfterEach
  void restore() {
    Locale.setDefault(usual);
  }

  @Test
  void messagesKeepAsciiDigits(@TempDir Path folder) throws Exception {
    FolderFixture fixture =
        FolderFixture.in(folder)
            .replace("model.yaml", "slope: beta[category]", "slope: beta[7] + exp(1, 2)");

    assertThat(String.format(Locale.getDefault(), "%d", 7)).isEqualTo("\u0667");
    assertThat(fixture.problems())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
  }
}
