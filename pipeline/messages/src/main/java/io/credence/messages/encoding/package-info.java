/**
 * Which format the location of a topic asks for. Start at {@link
 * io.credence.messages.encoding.Encoding#parse}.
 */
@NullMarked
package io.credence.messages.encoding;

import org.jspecify.annotations.NullMarked;
