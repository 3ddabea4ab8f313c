/**
 * What is known of Flink, for {@link io.credence.jobs.runner.Runner}: its settings, its clusters,
 * its jobs.
 */
@NullMarked
package io.credence.flink;

import org.jspecify.annotations.NullMarked;
