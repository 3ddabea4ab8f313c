/**
 * The options of each command, as Beam pipeline options, with {@link
 * io.credence.pipeline.options.Arguments} to parse them and {@link
 * io.credence.pipeline.options.HelpText} to explain them.
 */
@NullMarked
package io.credence.pipeline.options;

import org.jspecify.annotations.NullMarked;
