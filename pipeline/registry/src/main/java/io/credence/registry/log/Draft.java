package io.credence.registry.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that has no place in a log yet.
 *
 * @param id a random UUID, so that no two events are alike
 * @param at when, by the clock of this machine
 * @param by who
 * @param reason why, in words; null where none was given
 * @param change what it changes
 */
public record Draft(String id, Instant at, String by, @Nullable String reason, Change change) {}
