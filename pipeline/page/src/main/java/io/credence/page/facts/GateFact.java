package io.credence.page.facts;

/**
 * What a figure must be, and whether it is.
 *
 * @param rule in words, such as "at most 12.0"
 * @param value NaN for none
 */
public record GateFact(String output, String figure, String rule, double value, boolean met) {}
