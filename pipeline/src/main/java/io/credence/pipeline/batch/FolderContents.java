package io.credence.pipeline.batch;

import java.util.List;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files of the folders of a run, but for temporary ones.
 *
 * @param results of an earlier run, with its account
 * @param foreign what Credence did not write; hidden files do not count, and folders only where
 *     they are named like its files
 */
public record FolderContents(List<ResourceId> results, List<ResourceId> foreign) {}
