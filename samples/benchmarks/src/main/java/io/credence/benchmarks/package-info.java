/**
 * Measurements: those that decide how the kernel is written start at {@link
 * io.credence.benchmarks.KernelBenchmark}; what Beam costs on Flink is measured against {@link
 * io.credence.benchmarks.FlinkByHand}; streams have a package of their own.
 */
@NullMarked
package io.credence.benchmarks;

import org.jspecify.annotations.NullMarked;
