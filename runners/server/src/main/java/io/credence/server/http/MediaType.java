package io.credence.server.http;

import io.credence.problem.Excerpt;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;

/** What a body is, by its own account. */
final class MediaType {

  private static final String JSON = "application/json";

  /** What clients of Triton send along with tensors that are not JSON. */
  private static final String BINARY_TENSORS = "Inference-Header-Content-Length";

  private MediaType() {}

  /**
   * Checks that it is JSON in UTF-8, as it is.
   *
   * @param needsType whether it must say so
   * @throws Refusal when it says something else
   */
  static void requireJson(Request request, boolean needsType) throws Refusal {
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
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null && !needsType) {
      return;
    }
    if (type == null) {
      throw refusal("The Content-Type must be application/json, but there is none");
    }
    String bare = MimeTypes.getContentTypeWithoutCharset(type).strip().toLowerCase(Locale.ROOT);
    String charset = MimeTypes.getCharsetFromContentType(type);
    if (!bare.equals(JSON) || (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
      throw refusal(
          "The Content-Type must be application/json in UTF-8, but is " + Excerpt.of(type));
    }
  }

  private static Refusal refusal(String message) {
    return Refusal.of(Code.UNSUPPORTED_MEDIA_TYPE, message);
  }
}
