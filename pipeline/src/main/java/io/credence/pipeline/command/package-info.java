/**
 * The commands that a person types: {@code score}, {@code inspect} and {@code help}. Each returns
 * an {@link io.credence.pipeline.command.ExitCode}.
 */
@NullMarked
package io.credence.pipeline.command;

import org.jspecify.annotations.NullMarked;
