package io.credence.server.http;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what does not get as far as a route, because it is no HTTP, in the shape of all others.
 */
final class RefusedByJetty extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Object said = request.getAttribute(ERROR_MESSAGE);
    Answer answer =
        Answer.of(Refusal.of(code(status), "HTTP: " + (said == null ? status : said)))
            .withStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    new Sending(response, answer.body(), callback).iterate();
    return true;
  }

  private static Code code(int status) {
    return switch (status) {
      case 414, 431 -> Code.HEAD_TOO_LARGE;
      case 408 -> Code.TIMEOUT;
      case 503 -> Code.STOPPING;
      case 404 -> Code.NOT_FOUND;
      default -> status < 500 ? Code.BAD_REQUEST : Code.INTERNAL;
    };
  }
}
