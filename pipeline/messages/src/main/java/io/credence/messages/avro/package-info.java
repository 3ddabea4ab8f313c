/**
 * Messages that are Avro records, bare or behind the number of their schema. Start at {@link
 * io.credence.messages.avro.AvroMessageFormat}.
 */
@NullMarked
package io.credence.messages.avro;

import org.jspecify.annotations.NullMarked;
