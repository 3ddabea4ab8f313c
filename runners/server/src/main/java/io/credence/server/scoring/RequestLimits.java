package io.credence.server.scoring;

/**
 * How much a request may ask for.
 *
 * @param records of a request
 * @param samples of each record
 * @param bins of each histogram
 * @param answerBytes of what it is answered with
 */
public record RequestLimits(int records, int samples, int bins, int answerBytes) {}
