package io.credence.expression;

/**
 * What a function of expressions is called and what it does.
 *
 * @param name its name
 * @param signature how it is called, such as {@code clip(x, low, high)}
 * @param description what it yields, in one line
 */
public record FunctionDeclaration(String name, String signature, String description) {}
