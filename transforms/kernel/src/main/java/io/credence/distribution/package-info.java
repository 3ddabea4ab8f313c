/**
 * The predictive distributions, with the names, parameters and parametrisations of PyMC. A {@link
 * io.credence.distribution.Distribution} is one small class, here or in a jar of its own; {@link
 * io.credence.distribution.Distributions} finds them all.
 */
@NullMarked
package io.credence.distribution;

import org.jspecify.annotations.NullMarked;
