package io.credence.benchmarks.stream;

/**
 * How fast a stream was that had all to do that it could.
 *
 * @param rate messages per second
 * @param processors what that took
 */
record Maximum(double rate, Processors processors) {}
