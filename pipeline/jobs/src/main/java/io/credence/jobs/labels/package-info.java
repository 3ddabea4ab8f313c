/**
 * Labels that lie in other files than their records, and find them by a key. Start at {@link
 * io.credence.jobs.labels.FindLabels}.
 */
@NullMarked
package io.credence.jobs.labels;

import org.jspecify.annotations.NullMarked;
