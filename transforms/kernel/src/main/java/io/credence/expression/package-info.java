/**
 * The expression language of a model folder. {@link io.credence.expression.Parser} turns text into
 * an {@link io.credence.expression.Expression}; {@link io.credence.expression.Compiler} binds its
 * names to features, parameters and constants, and yields {@link io.credence.expression.Operand}s
 * that are evaluated for one record and all posterior draws at once.
 */
@NullMarked
package io.credence.expression;

import org.jspecify.annotations.NullMarked;
