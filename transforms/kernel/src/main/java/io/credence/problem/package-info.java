/**
 * Faults of what a user wrote, collected so that all of them are reported together. Start at {@link
 * io.credence.problem.Problems}.
 */
@NullMarked
package io.credence.problem;

import org.jspecify.annotations.NullMarked;
