package io.credence.server.http;

/**
 * How much of everything a request, and all of them together, may take.
 *
 * @param maxBodyBytes of a body
 * @param maxHeaderBytes of the head of a request
 * @param maxRequests that are at work at a time
 * @param maxConnections that are open at a time
 * @param memoryBytes that all requests at work hold
 * @param deadlineMillis of scoring the records of a request
 * @param idleSeconds of a connection, from one answer to the end of the next request's head
 * @param bodySeconds of sending a body
 * @param answerSeconds of taking an answer
 * @param drainSeconds between the signal to stop and the end of listening
 * @param stopSeconds that a stop waits for requests that were accepted
 */
public record Limits(
    int maxBodyBytes,
    int maxHeaderBytes,
    int maxRequests,
    int maxConnections,
    long memoryBytes,
    long deadlineMillis,
    long idleSeconds,
    long bodySeconds,
    long answerSeconds,
    long drainSeconds,
    long stopSeconds) {

  private static final long MILLIS = 1_000;

  /**
   * After how many milliseconds without a byte a request has failed. Jetty counts those that it is
   * scored, too.
   */
  long silentMillis() {
    return Math.max(Math.min(idleSeconds, bodySeconds) * MILLIS, deadlineMillis + MILLIS);
  }
}
