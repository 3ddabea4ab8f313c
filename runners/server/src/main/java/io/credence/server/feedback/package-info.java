/**
 * Labels that come later, kept for an evaluation. Start at {@link
 * io.credence.server.feedback.Feedback}.
 */
@NullMarked
package io.credence.server.feedback;

import org.jspecify.annotations.NullMarked;
