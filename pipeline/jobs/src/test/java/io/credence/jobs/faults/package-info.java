/**
 * A file system that fails at its n-th call, or ends there as a machine does that loses its power.
 * It is the default one of a JVM of its own, so that it lies beneath the real code, which knows
 * nothing of it: the tests of this package are run with {@code
 * -Djava.nio.file.spi.DefaultFileSystemProvider}. Start at {@link io.credence.jobs.faults.Faults}.
 */
@NullMarked
package io.credence.jobs.faults;

import org.jspecify.annotations.NullMarked;
