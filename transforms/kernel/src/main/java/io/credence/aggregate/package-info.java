/**
 * Totals of groups of records, with their uncertainty: samples are summed within each posterior
 * draw, and reduced then. Start at {@link io.credence.aggregate.Aggregator}.
 */
@NullMarked
package io.credence.aggregate;

import org.jspecify.annotations.NullMarked;
