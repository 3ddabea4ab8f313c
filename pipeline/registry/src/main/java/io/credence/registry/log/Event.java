package io.credence.registry.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person or a program decided of a model.
 *
 * @param number from 1, without a gap. The order of events is that of their numbers
 * @param id a random UUID, so that no two events are alike
 * @param at when, by the clock of the machine that wrote it; for people, nothing is decided by it
 * @param by who
 * @param reason why, in words; null where none was given
 * @param previous the SHA-256 of the bytes of the event before, in hexadecimal; null of the first
 * @param change what it changes
 * @param sha256 of its own bytes in the log, in hexadecimal. Other bytes can mean the same: another
 *     Java prints numbers otherwise, and a later version adds fields
 */
public record Event(
    int number,
    String id,
    Instant at,
    String by,
    @Nullable String reason,
    @Nullable String previous,
    Change change,
    String sha256) {}
