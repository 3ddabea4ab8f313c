package io.credence.server.http;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered.
 *
 * @param route the word for what answered; {@code none} when nothing did
 * @param method as it was asked
 * @param path without a query
 * @param status of the answer
 * @param nanos from the arrival of its head to the end of its answer
 * @param answerBytes of the answer's body
 * @param client the address of who asked
 * @param body of the request, read-only; null when it had none, or it was not read
 */
public record Ended(
    String route,
    String method,
    String path,
    int status,
    long nanos,
    int answerBytes,
    String client,
    @Nullable ByteBuffer body) {

  /** The word for what no route answered. */
  static final String NO_ROUTE = "none";
}
