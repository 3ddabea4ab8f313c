package io.credence.model;

/**
 * Something that a model predicts.
 *
 * @param name what its columns are named after: {@code y} gives {@code y_pred}
 */
public record Output(String name) {}
