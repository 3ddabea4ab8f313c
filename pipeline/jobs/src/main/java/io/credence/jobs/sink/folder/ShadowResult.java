package io.credence.jobs.sink.folder;

import io.credence.files.WrittenFile;
import java.io.Serializable;
import java.util.TreeMap;

/**
 * What a challenger said of a split.
 *
 * @param file holds a row for each comparison
 * @param compared how many there are
 * @param failures how many scored rows have none, by why
 */
record ShadowResult(WrittenFile file, long compared, TreeMap<String, Long> failures)
    implements Serializable {}
