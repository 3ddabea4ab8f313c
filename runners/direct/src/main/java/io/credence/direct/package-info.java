/** What is known of Beam's DirectRunner, for {@link io.credence.jobs.runner.Runner}. */
@NullMarked
package io.credence.direct;

import org.jspecify.annotations.NullMarked;
