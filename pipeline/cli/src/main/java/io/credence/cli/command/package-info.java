/**
 * The commands that a person types: {@code score}, {@code inspect} and {@code help}. Each returns
 * an {@link io.credence.cli.command.ExitCode}.
 */
@NullMarked
package io.credence.cli.command;

import org.jspecify.annotations.NullMarked;
