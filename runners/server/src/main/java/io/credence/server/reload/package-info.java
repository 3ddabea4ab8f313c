/**
 * New versions of models in the place of those that are served. Start at {@link
 * io.credence.server.reload.Reload}.
 */
@NullMarked
package io.credence.server.reload;

import org.jspecify.annotations.NullMarked;
