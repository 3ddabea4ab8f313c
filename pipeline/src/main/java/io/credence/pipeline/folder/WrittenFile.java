package io.credence.pipeline.folder;

import java.io.Serializable;

/**
 * A file that was written whole.
 *
 * @param location where it lies until it is published
 * @param bytes its size, by which it is known again under its new name
 */
public record WrittenFile(String location, long bytes) implements Serializable {}
