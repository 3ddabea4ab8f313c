package io.credence.page.facts;

/**
 * How many records there were of a kind.
 *
 * @param kind in words, such as "labelled twice"
 */
public record CountFact(String kind, long records) {}
