/**
 * Posterior draws as the kernel sees them: which draws of the artefact serve a record ({@link
 * io.credence.draws.Thinning}), and a column of one value per draw ({@link
 * io.credence.draws.DrawColumn}).
 */
@NullMarked
package io.credence.draws;

import org.jspecify.annotations.NullMarked;
