/**
 * A {@link io.credence.registry.Registry}: versions of models that never change, and a log of who
 * decided what of them. What an alias such as {@code champion} names is the fold of the log, so
 * that what it named before, and since when, is known as well.
 */
@NullMarked
package io.credence.registry;

import org.jspecify.annotations.NullMarked;
