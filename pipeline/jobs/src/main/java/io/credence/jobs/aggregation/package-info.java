/**
 * The job that sums records up in groups: splits are read and summed in one step, each into a file
 * of sorted runs, and the runs are merged at the end. Start at {@link
 * io.credence.jobs.aggregation.AggregationJob}.
 */
@NullMarked
package io.credence.jobs.aggregation;

import org.jspecify.annotations.NullMarked;
