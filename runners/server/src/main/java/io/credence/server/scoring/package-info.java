/**
 * Models that are served, and what scores with them in one thread at a time. Start at {@link
 * io.credence.server.scoring.ServedModel}.
 */
@NullMarked
package io.credence.server.scoring;

import org.jspecify.annotations.NullMarked;
