/**
 * Decisions while data arrive: figures that may be looked at after each label, and acted upon at
 * any look, without more errors than were allowed. A {@link io.credence.decision.Watch} goes from
 * look to look; what they say is a {@link io.credence.decision.Decision}.
 *
 * <p>Labels come in an order that does not depend on their values. Those that depend on each other,
 * such as all labels of one bad day, are fewer than they seem, and void what is promised here.
 */
@NullMarked
package io.credence.decision;

import org.jspecify.annotations.NullMarked;
