/**
 * The predictive distributions, with the names, parameters and parametrisation of PyMC. A family is
 * one small class; {@link io.credence.distribution.Families} lists them all.
 */
@NullMarked
package io.credence.distribution;

import org.jspecify.annotations.NullMarked;
