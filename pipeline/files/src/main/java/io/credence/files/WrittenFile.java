package io.credence.files;

import java.io.Serializable;

/**
 * A file that was written whole.
 *
 * @param location where it lies until it is published
 * @param bytes its size, by which it is known again under its new name
 * @param sha256 the SHA-256 of its bytes, in hexadecimal digits
 */
public record WrittenFile(String location, long bytes, String sha256) implements Serializable {}
