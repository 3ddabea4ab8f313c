/**
 * Files of folders: written under names that no one looks at, and moved to their own when they are
 * whole. Start at {@link io.credence.pipeline.folder.Move}.
 */
@NullMarked
package io.credence.pipeline.folder;

import org.jspecify.annotations.NullMarked;
