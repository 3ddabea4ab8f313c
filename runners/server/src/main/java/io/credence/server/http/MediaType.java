package io.credence.server.http;

import io.credence.problem.Excerpt;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;

/** What a body is, by its own account. */
public enum MediaType {
  /** For programs. */
  JSON("application/json", true),
  /** For programs that do not say so, as a page of another site can do as well. */
  JSON_WITHOUT_A_WORD("application/json", false),
  /** What a browser makes of the form of a page. */
  FORM("application/x-www-form-urlencoded", true);

  /** What clients of Triton send along with tensors that are not JSON. */
  private static final String BINARY_TENSORS = "Inference-Header-Content-Length";

  private final String type;
  private final boolean mustBeSaid;

  MediaType(String type, boolean mustBeSaid) {
    this.type = type;
    this.mustBeSaid = mustBeSaid;
  }

  /**
   * Checks that a body is of this type and in UTF-8, as it is.
   *
   * @throws Refusal when it says something else
   */
  void require(Request request) throws Refusal {
    String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw refusal("The body must not be compressed, but its Content-Encoding is " + encoding);
    }
    if (request.getHeaders().contains(BINARY_TENSORS)) {
      throw refusal(
          "The body must be JSON alone, but has binary tensors behind it ("
              + BINARY_TENSORS
              + "); clients send JSON with binary_data=False");
    }
    String given = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (given == null && !mustBeSaid) {
      return;
    }
    if (given == null) {
      throw refusal("The Content-Type must be %s, but there is none".formatted(type));
    }
    String bare = MimeTypes.getContentTypeWithoutCharset(given).strip().toLowerCase(Locale.ROOT);
    String charset = MimeTypes.getCharsetFromContentType(given);
    if (!bare.equals(type) || (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
      throw refusal(
          "The Content-Type must be %s in UTF-8, but is %s".formatted(type, Excerpt.of(given)));
    }
  }

  private static Refusal refusal(String message) {
    return Refusal.of(Code.UNSUPPORTED_MEDIA_TYPE, message);
  }
}
