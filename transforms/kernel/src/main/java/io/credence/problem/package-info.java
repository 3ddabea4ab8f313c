/**
 * Faults of what a user wrote, collected so that all of them are reported together: {@link
 * io.credence.problem.Problem}.
 */
@NullMarked
package io.credence.problem;

import org.jspecify.annotations.NullMarked;
