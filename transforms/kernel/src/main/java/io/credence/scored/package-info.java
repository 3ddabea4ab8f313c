/**
 * The columns that scoring appends to a record, described without any file format: a sink asks
 * {@link io.credence.scored.ScoredColumn} for names and types, and {@link
 * io.credence.scored.ScoredRow} for the values.
 */
@NullMarked
package io.credence.scored;

import org.jspecify.annotations.NullMarked;
