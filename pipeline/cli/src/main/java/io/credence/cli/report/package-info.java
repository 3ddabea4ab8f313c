/**
 * What commands say of what they did: {@link io.credence.cli.report.Report}s are values, which
 * print as text, and as JSON within an {@link io.credence.cli.report.Outcome}.
 */
@NullMarked
package io.credence.cli.report;

import org.jspecify.annotations.NullMarked;
