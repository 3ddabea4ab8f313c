/**
 * What the bytes of a message mean: fields that a model reads, and room for those that scoring
 * adds. A {@link io.credence.messages.MessageFormat} travels with a job, and opens a {@link
 * io.credence.messages.MessageCodec} for each worker.
 *
 * <p>JSON is here, and needs no package beside this one: {@link io.credence.messages.JsonFields}
 * reads an object's values, and {@link io.credence.messages.JsonScore} writes a score. Avro is in
 * {@code avro}, which keeps its schemas as {@code schema} says; {@code encoding} chooses among both
 * by what a topic's location says.
 */
@NullMarked
package io.credence.messages;

import org.jspecify.annotations.NullMarked;
