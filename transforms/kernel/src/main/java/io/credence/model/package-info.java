/**
 * What a model is, whatever says how it predicts: its features, outputs and posterior, and
 * samplers. Start at {@link io.credence.model.Model}; {@link io.credence.model.ModelFormat} is the
 * door for models that are written in Java.
 */
@NullMarked
package io.credence.model;

import org.jspecify.annotations.NullMarked;
