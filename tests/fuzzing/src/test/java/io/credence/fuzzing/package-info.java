/**
 * Bytes of any kind at every door through which bytes come in. Start at {@link
 * io.credence.fuzzing.Door}.
 */
@NullMarked
package io.credence.fuzzing;

import org.jspecify.annotations.NullMarked;
