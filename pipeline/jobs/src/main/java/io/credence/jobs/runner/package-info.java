/**
 * What a job needs from the runner that runs it: settings, checks before it starts, and a way to
 * follow it. Start at {@link io.credence.jobs.runner.Runner}.
 */
@NullMarked
package io.credence.jobs.runner;

import org.jspecify.annotations.NullMarked;
