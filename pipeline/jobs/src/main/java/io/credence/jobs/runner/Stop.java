package io.credence.jobs.runner;

import org.jspecify.annotations.Nullable;

/**
 * That a job was stopped on purpose, with a savepoint to go on from.
 *
 * @param savepoint where the savepoint is; null when that is not known
 */
public record Stop(@Nullable String savepoint) {}
