/**
 * Sums that are exact, so that order and splits of what is added have no influence on a bit. Start
 * at {@link io.credence.sum.ExactSum}.
 */
@NullMarked
package io.credence.sum;

import org.jspecify.annotations.NullMarked;
