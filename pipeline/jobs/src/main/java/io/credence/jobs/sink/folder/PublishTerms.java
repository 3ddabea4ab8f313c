package io.credence.jobs.sink.folder;

import java.io.Serializable;

/**
 * On which terms results are published.
 *
 * @param overwrite whether earlier results in the folders are to be replaced
 * @param earlier identifies the manifest that the folder held when the run was checked, as {@link
 *     Manifest#identity} does: results that came since are not replaced
 * @param durable whether results outlive a loss of power once the manifest is there
 */
public record PublishTerms(boolean overwrite, String earlier, boolean durable)
    implements Serializable {}
