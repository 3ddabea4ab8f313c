/**
 * What a fit leaves behind, read from the file that a training tool wrote: the draws of every
 * parameter, the constants that were computed in training, and the labels of their dimensions.
 *
 * <p>Start at {@link io.credence.posterior.Posterior#read}. Today it reads NetCDF-4, as ArviZ
 * writes it; a further format is one more {@link io.credence.posterior.PosteriorReader}.
 *
 * <p>A file that would be read wrongly is refused rather than read: names that collide, blocks that
 * were never written, an order that the HDF5 library gets wrong, draws that are not finite. All
 * faults of a file are reported together, in one {@link io.credence.posterior.PosteriorException}.
 */
@NullMarked
package io.credence.posterior;

import org.jspecify.annotations.NullMarked;
