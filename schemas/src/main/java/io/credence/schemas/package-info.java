/**
 * The data contracts, as resources beside this package, and {@link io.credence.schemas.AvroSchemas}
 * to open them.
 */
@NullMarked
package io.credence.schemas;

import org.jspecify.annotations.NullMarked;
