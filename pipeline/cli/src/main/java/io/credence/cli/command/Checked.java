package io.credence.cli.command;

import io.credence.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of the checks of a request.
 *
 * @param problems a line for each fault; there is no job when there is one
 * @param notes a line for each thing that was set right
 */
record Checked<S, K>(Problems problems, List<String> notes, @Nullable ReadyJob<S, K> job) {}
