/**
 * What all sinks of files share: how dead letters are written, and what each file says of where it
 * comes from. Start at {@link io.credence.jobs.output.Lineage}.
 */
@NullMarked
package io.credence.jobs.output;

import org.jspecify.annotations.NullMarked;
