/**
 * What a model is, once it has been read: its features, steps, predictive distribution and
 * posterior. Start at {@link io.credence.model.Model}.
 */
@NullMarked
package io.credence.model;

import org.jspecify.annotations.NullMarked;
