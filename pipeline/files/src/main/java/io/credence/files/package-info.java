/**
 * Files of folders: written under names that no one looks at, and moved to their own when they are
 * whole. Start at {@link io.credence.files.Move}.
 */
@NullMarked
package io.credence.files;

import org.jspecify.annotations.NullMarked;
