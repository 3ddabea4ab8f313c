package io.credence.server.http;

/**
 * How much of everything a request, and all of them together, may take.
 *
 * @param maxBodyBytes of a body
 * @param maxHeaderBytes of the head of a request
 * @param maxRequests that are at work at a time
 * @param maxConnections that are open at a time
 * @param deadlineMillis of scoring the records of a request
 * @param idleSeconds of a connection
 * @param bodySeconds of sending a body
 * @param stopSeconds that a stop waits for requests that were accepted
 */
public record Limits(
    int maxBodyBytes,
    int maxHeaderBytes,
    int maxRequests,
    int maxConnections,
    long deadlineMillis,
    long idleSeconds,
    long bodySeconds,
    long stopSeconds) {}
