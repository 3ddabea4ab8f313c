/**
 * What the bytes of a message mean: fields that a model reads, and room for those that scoring
 * adds. Start at {@link io.credence.pipeline.message.Encoding#parse}, which leads to a {@link
 * io.credence.pipeline.message.MessageInput} and that to a {@link
 * io.credence.pipeline.message.MessageFormat}.
 */
@NullMarked
package io.credence.pipeline.message;

import org.jspecify.annotations.NullMarked;
