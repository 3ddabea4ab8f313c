/**
 * What all sinks of files share: where results and dead letters lie, how they are written, and what
 * they say of where they come from. Start at {@link io.credence.jobs.output.ResultFolders}.
 */
@NullMarked
package io.credence.jobs.output;

import org.jspecify.annotations.NullMarked;
