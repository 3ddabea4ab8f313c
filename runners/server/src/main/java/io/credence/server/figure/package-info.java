/**
 * A point, an interval or a density of one record, at the paths and with the fields of <a
 * href="https://github.com/bodywork-ml/bodywork-pymc3-project">Serving Uncertainty</a>, the project
 * that these endpoints come from. Start at {@link io.credence.server.figure.FigureRoutes}.
 */
@NullMarked
package io.credence.server.figure;

import org.jspecify.annotations.NullMarked;
