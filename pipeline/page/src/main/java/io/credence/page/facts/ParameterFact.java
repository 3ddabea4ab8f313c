package io.credence.page.facts;

/**
 * An element of a parameter.
 *
 * @param used whether what the model predicts depends on it
 * @param lower where the highest-density interval of 95 % begins; NaN where a draw is not finite,
 *     as are the others then
 * @param rHat NaN where it is not defined
 * @param ess of the bulk; NaN where it is not defined
 */
public record ParameterFact(
    String name,
    boolean used,
    double mean,
    double sd,
    double lower,
    double upper,
    double rHat,
    double ess) {}
