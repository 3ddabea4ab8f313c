/**
 * Where Avro schemas are kept: in a {@link io.credence.messages.schema.SchemaFile}, or in a {@link
 * io.credence.messages.schema.SchemaRegistry}.
 */
@NullMarked
package io.credence.messages.schema;

import org.jspecify.annotations.NullMarked;
