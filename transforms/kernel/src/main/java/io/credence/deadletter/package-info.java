/**
 * Why a single record could not be scored. A record that cannot be scored never stops a job: it
 * leaves with an {@link io.credence.deadletter.UnscorableException} that the caller turns into a
 * dead letter.
 */
@NullMarked
package io.credence.deadletter;

import org.jspecify.annotations.NullMarked;
