/** The command line: {@link io.credence.cli.Credence} picks the command that was asked for. */
@NullMarked
package io.credence.cli;

import org.jspecify.annotations.NullMarked;
