/** Measurements that decide how the kernel is written. Start at {@link KernelBenchmark}. */
@NullMarked
package io.credence.benchmarks;

import org.jspecify.annotations.NullMarked;
