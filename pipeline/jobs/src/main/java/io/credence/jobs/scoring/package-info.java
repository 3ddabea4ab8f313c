/**
 * The job that scores records: a source, scoring and a sink, and the one pipeline that is made of
 * them. Start at {@link io.credence.jobs.scoring.ScoringJob}.
 *
 * <p>Sources and sinks know this package and not one another. A sink says what it takes:
 * {@linkplain io.credence.jobs.scoring.NumberedSplit splits} of files as they are, messages of a
 * topic, or records of any source as {@linkplain io.credence.jobs.scoring.RecordMessage messages}.
 */
@NullMarked
package io.credence.jobs.scoring;

import org.jspecify.annotations.NullMarked;
