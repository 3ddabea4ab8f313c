/**
 * From a record's features to posterior predictive samples. {@link io.credence.predict.Program}
 * compiles a model; {@link io.credence.predict.Predictor} runs it for one record after another.
 */
@NullMarked
package io.credence.predict;

import org.jspecify.annotations.NullMarked;
