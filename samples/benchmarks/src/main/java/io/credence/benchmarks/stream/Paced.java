package io.credence.benchmarks.stream;

import org.HdrHistogram.Histogram;

/**
 * How a stream did at a steady rate.
 *
 * @param percent of the maximum
 * @param rate messages per second
 * @param latency in microseconds
 * @param processors what that took
 */
record Paced(int percent, double rate, Histogram latency, Processors processors) {}
