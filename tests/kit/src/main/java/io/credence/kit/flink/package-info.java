/**
 * A Flink cluster on this machine, and its clients. Start at {@link
 * io.credence.kit.flink.FlinkCluster}.
 */
@NullMarked
package io.credence.kit.flink;

import org.jspecify.annotations.NullMarked;
