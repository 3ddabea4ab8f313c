/**
 * Splits become files of a folder, published together at the end. Start at {@link
 * io.credence.jobs.sink.folder.FolderSink}.
 */
@NullMarked
package io.credence.jobs.sink.folder;

import org.jspecify.annotations.NullMarked;
