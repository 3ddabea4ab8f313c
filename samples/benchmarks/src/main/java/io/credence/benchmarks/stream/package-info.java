/**
 * Measures how many messages a stream scores on this machine, and how fast each. Start at {@link
 * io.credence.benchmarks.stream.StreamBenchmark}.
 */
@NullMarked
package io.credence.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
