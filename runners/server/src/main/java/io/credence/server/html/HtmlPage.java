package io.credence.server.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.server.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A page: what all of them have in common. A browser takes nothing for it from elsewhere, and runs
 * no script, whatever the page holds.
 */
public final class HtmlPage {

  private static final String STYLE = style();

  /** The style by its hash, so that no other is taken. */
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(sha256(STYLE))
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private HtmlPage() {}

  /**
   * An answer that is a page.
   *
   * @param content writes what stands below its heading
   */
  public static Answer of(String title, Consumer<Html> content) {
    Html html = new Html();
    html.open("!doctype html").open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title).style(STYLE).close("head").open("body");
    html.data("h1", title);
    content.accept(html);
    html.close("body").close("html");
    return Answer.of("text/html; charset=utf-8", html.toString().getBytes(UTF_8))
        .withHeader("Content-Security-Policy", POLICY)
        .withHeader("X-Content-Type-Options", "nosniff")
        .withHeader("Referrer-Policy", "no-referrer")
        .withHeader("Cache-Control", "no-store");
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(in, "page.css").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar holds it", e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
