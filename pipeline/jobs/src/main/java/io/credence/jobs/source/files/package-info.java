/** Records of Parquet files. Start at {@link io.credence.jobs.source.files.FilesSource}. */
@NullMarked
package io.credence.jobs.source.files;

import org.jspecify.annotations.NullMarked;
