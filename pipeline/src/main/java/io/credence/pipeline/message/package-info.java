/**
 * What the bytes of a message mean: fields that a model reads, and room for those that scoring
 * adds.
 */
@NullMarked
package io.credence.pipeline.message;

import org.jspecify.annotations.NullMarked;
