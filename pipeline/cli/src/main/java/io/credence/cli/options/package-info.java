/**
 * The options of each command, as Beam pipeline options, with {@link
 * io.credence.cli.options.Arguments} to parse them and {@link io.credence.cli.options.HelpText} to
 * explain them.
 */
@NullMarked
package io.credence.cli.options;

import org.jspecify.annotations.NullMarked;
