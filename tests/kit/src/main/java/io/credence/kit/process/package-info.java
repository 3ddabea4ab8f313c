/**
 * Processes of this machine, and waiting for what they do. Start at {@link
 * io.credence.kit.process.ManagedProcess}.
 */
@NullMarked
package io.credence.kit.process;

import org.jspecify.annotations.NullMarked;
