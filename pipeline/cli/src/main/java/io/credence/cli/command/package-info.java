/**
 * The commands that a person types, which {@link io.credence.cli.command.Commands} lists and runs.
 * Each returns an {@link io.credence.cli.command.ExitCode}.
 */
@NullMarked
package io.credence.cli.command;

import org.jspecify.annotations.NullMarked;
