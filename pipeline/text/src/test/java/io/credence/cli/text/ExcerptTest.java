package io.credence.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Property
  void itIsNoWiderAndNoLongerThanThereIsRoomFor(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 70) int columns) {
    Excerpt excerpt = Excerpt.of(text, columns);
    assertThat(excerpt.width()).isLessThanOrEqualTo(columns);
    assertThat(excerpt.text().codePointCount(0, excerpt.text().length()))
        .isLessThanOrEqualTo(columns);
  }

  @Test
  void aTextThatFitsStaysAsItIs() {
    assertThat(Excerpt.of("carrier=UA", 10)).isEqualTo(new Excerpt("carrier=UA", 10));
    assertThat(Excerpt.of("東京", 4)).isEqualTo(new Excerpt("東京", 4));
    assertThat(Excerpt.of("", 4)).isEqualTo(new Excerpt("", 0));
  }

  @Test
  void itsBeginningOtherwise() {
    assertThat(Excerpt.of("carrier=UA", 9)).isEqualTo(new Excerpt("carrier=…", 9));
    assertThat(Excerpt.of("東京", 3)).isEqualTo(new Excerpt("東…", 3));
    assertThat(Excerpt.of("a\u0000b", 6)).isEqualTo(new Excerpt("a\\u00…", 6));
    assertThat(Excerpt.of("\u0301".repeat(100), 3)).isEqualTo(new Excerpt("\u0301\u0301…", 1));
  }
}
