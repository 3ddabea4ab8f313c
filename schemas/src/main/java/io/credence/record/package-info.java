/** Records of Avro, read and written without regard to where they come from. */
@NullMarked
package io.credence.record;

import org.jspecify.annotations.NullMarked;
