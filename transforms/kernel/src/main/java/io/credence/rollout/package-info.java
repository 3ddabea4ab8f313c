/**
 * A challenger beside a champion: which of them a key belongs to, what both say of one record, and
 * the file that asks for it. Start at {@link io.credence.rollout.Rollout}.
 */
@NullMarked
package io.credence.rollout;

import org.jspecify.annotations.NullMarked;
