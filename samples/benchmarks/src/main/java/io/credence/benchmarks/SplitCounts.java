package io.credence.benchmarks;

/**
 * What became of the rows of a split. Public, as Flink's own serializer asks for.
 *
 * @param scored how many were scored
 * @param deadLetters how many could not be
 */
public record SplitCounts(long scored, long deadLetters) {}
