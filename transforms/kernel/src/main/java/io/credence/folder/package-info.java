/**
 * Model folders: {@link io.credence.folder.ModelLoader} reads one through a {@link
 * io.credence.folder.ModelFolder}, checks it against its own figures, and yields a {@link
 * io.credence.model.Model}.
 */
@NullMarked
package io.credence.folder;

import org.jspecify.annotations.NullMarked;
