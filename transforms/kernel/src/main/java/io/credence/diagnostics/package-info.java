/**
 * Says whether the chains of a fit agree and how much their draws are worth. Start at {@link
 * io.credence.diagnostics.Diagnostics}; the figures are those of ArviZ.
 *
 * <p>Vehtari, Gelman, Simpson, Carpenter, Bürkner (2021): Rank-normalization, folding, and
 * localization: an improved R-hat for assessing convergence of MCMC. Bayesian Analysis 16(2).
 */
@NullMarked
package io.credence.diagnostics;

import org.jspecify.annotations.NullMarked;
