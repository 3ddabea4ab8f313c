/** The command line: {@link io.credence.pipeline.Credence} picks the command that was asked for. */
@NullMarked
package io.credence.pipeline;

import org.jspecify.annotations.NullMarked;
