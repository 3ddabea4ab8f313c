package io.credence.server.http;

import java.nio.ByteBuffer;
import java.util.Iterator;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;

/** Sends the parts of a body one after the other, each when the one before has left. */
final class Sending extends IteratingNestedCallback {

  private final Response response;
  private final Iterator<ByteBuffer> parts;
  private boolean last;

  /**
   * @param parts at least one
   * @param callback hears of the end
   */
  Sending(Response response, Iterator<ByteBuffer> parts, Callback callback) {
    super(callback);
    this.response = response;
    this.parts = parts;
  }

  @Override
  protected Action process() {
    if (last) {
      return Action.SUCCEEDED;
    }
    ByteBuffer part = parts.next();
    last = !parts.hasNext();
    response.write(last, part, this);
    return Action.SCHEDULED;
  }
}
