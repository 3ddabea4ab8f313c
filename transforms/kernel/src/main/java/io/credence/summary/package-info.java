/**
 * Reduces posterior predictive samples to what a decision needs: median, highest-density and
 * equal-tailed intervals, a histogram, moments and exceedance probabilities.
 */
@NullMarked
package io.credence.summary;

import org.jspecify.annotations.NullMarked;
