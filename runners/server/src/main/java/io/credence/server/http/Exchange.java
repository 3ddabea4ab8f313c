package io.credence.server.http;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A request and its answer. */
final class Exchange {

  private static final long MOST_FORGOTTEN_BYTES = 1 << 24;

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Failures failures;
  private final Visit visit;
  private final Stopping stopping;
  private String route = Ended.NO_ROUTE;
  private @Nullable ByteBuffer body;
  private int answerBytes;

  Exchange(
      Request request,
      Response response,
      Callback callback,
      Failures failures,
      Visit visit,
      Stopping stopping) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.failures = failures;
    this.visit = visit;
    this.stopping = stopping;
    visit.asks();
    Request.addCompletionListener(request, failure -> visit.mayAskAgain());
  }

  /** Lets an observer see it once it has ended. */
  void observe(Observer observer) {
    long begin = request.getBeginNanoTime();
    Request.addCompletionListener(
        request, failure -> observer.ended(ended(System.nanoTime() - begin)));
  }

  private Ended ended(long nanos) {
    return new Ended(
        route,
        request.getMethod(),
        request.getHttpURI().getPath(),
        response.getStatus(),
        nanos,
        answerBytes,
        Request.getRemoteAddr(request),
        body);
  }

  void header(HttpHeader name, String value) {
    response.getHeaders().put(name, value);
  }

  /** Is one of so many from now on, until it ends, however it ends. */
  void limitTo(int most, AtomicInteger atWork) throws Refusal {
    if (atWork.incrementAndGet() > most) {
      atWork.decrementAndGet();
      throw Refusal.of(
          Code.TOO_MANY_REQUESTS,
          "%s requests are at work, and no more may be; ask again later, or raise --maxRequests"
              .formatted(most));
    }
    Request.addCompletionListener(request, failure -> atWork.decrementAndGet());
  }

  /** Takes a share of the room, and leaves it when it ends, however it ends. */
  Room.Share shareOf(Room room) {
    Room.Share share = room.share();
    Request.addCompletionListener(request, failure -> share.leave());
    return share;
  }

  /** Names the route that answers it. */
  void goTo(Route found) {
    route = found.name();
  }

  /** Answers what an endpoint has to say. */
  void answer(Endpoint endpoint, Call call) {
    body = ByteBuffer.wrap(call.body()).asReadOnlyBuffer();
    Answer answer;
    try {
      answer = endpoint.answer(call);
    } catch (Refusal e) {
      answer = Answer.of(e);
    } catch (RuntimeException | Error e) {
      failures.report(route, e);
      answer =
          Answer.of(
              Refusal.of(
                  Code.INTERNAL, "The server failed; its log says how. It is not your fault"));
    }
    write(answer);
  }

  /**
   * Refuses it before its body is read. What is left of that is read and forgotten, unless it is
   * long, comes too slowly, or the client waits to be asked for it; the connection ends with the
   * answer.
   */
  void refuse(Refusal refusal) {
    if (!mayHaveBody()) {
      write(Answer.of(refusal));
      return;
    }
    header(HttpHeader.CONNECTION, "close");
    boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
    boolean tooSlow = refusal.code().equals(Code.TIMEOUT.name());
    boolean isLong =
        request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > MOST_FORGOTTEN_BYTES;
    if (waits || tooSlow || isLong) {
      write(Answer.of(refusal));
    } else {
      new Drain(request, MOST_FORGOTTEN_BYTES, () -> write(Answer.of(refusal))).run();
    }
  }

  private boolean mayHaveBody() {
    return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private void write(Answer answer) {
    visit.isAnswered();
    // As late as can be: the stop may have begun after the request.
    if (stopping.sendsAway()) {
      header(HttpHeader.CONNECTION, "close");
    }
    // The visit bounds how long it may be taken; a pause within that is no fault.
    request.getConnectionMetaData().getConnection().getEndPoint().setIdleTimeout(0);
    answerBytes = answer.length();
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    header(HttpHeader.CONTENT_TYPE, answer.type());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answerBytes);
    new Sending(response, answer.body(), callback).iterate();
  }
}
