/**
 * What the bytes of a message mean: fields that a model reads, and room for those that scoring
 * adds. Start at {@link io.credence.messages.Encoding#parse}, which leads to a {@link
 * io.credence.messages.MessageInput} and that to a {@link io.credence.messages.MessageFormat}.
 */
@NullMarked
package io.credence.messages;

import org.jspecify.annotations.NullMarked;
