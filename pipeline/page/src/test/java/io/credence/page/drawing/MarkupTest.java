package io.credence.page.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkupTest {

  private static String text(Markup markup) {
    return new String(markup.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void textAndAttributesAreEscaped() {
    assertThat(text(new Markup().element("p", "<script>&'\"", "title", "\"><b>'&")))
        .isEqualTo("<p title=\"&quot;&gt;&lt;b&gt;&#39;&amp;\">&lt;script&gt;&amp;&#39;&quot;</p>");
  }

  @Test
  void namesAreIsolatedAndVisible() {
    assertThat(text(new Markup().name("a\u202eb\u0000c\ud800\n")))
        .isEqualTo("<bdi>a\\u202eb\\u0000c\\ud800\\n</bdi>");
    assertThat(text(new Markup().name("שלום"))).isEqualTo("<bdi>שלום</bdi>");
  }

  @Test
  void namesAreShort() {
    assertThat(text(new Markup().name("x".repeat(10_000))))
        .isEqualTo("<bdi>" + "x".repeat(47) + "…</bdi>");
    assertThat(Label.of("東京タワー", 6)).isEqualTo("東京…");
    assertThat(Label.of("e\u0301".repeat(5_000), 10)).isEqualTo("e\u0301".repeat(4) + "e…");
  }

  @Test
  void whatIsNotClosed() {
    assertThatThrownBy(() -> new Markup().open("p").bytes())
        .hasMessage("The element p was not closed");
  }

  @Test
  void aStyleSheetCannotEndEarly() {
    assertThat(text(new Markup().style("a > b {}"))).isEqualTo("<style>a > b {}</style>");
    assertThatThrownBy(() -> new Markup().style("</style>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
