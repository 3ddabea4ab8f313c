package io.credence.jobs.evaluation;

import io.credence.evaluation.Calibration;
import io.credence.jobs.evaluation.EvaluationDocument.FigureEntry;
import java.util.List;

/**
 * A segment of an output, as {@code segments.parquet} has it.
 *
 * @param segment in words, such as {@code carrier=UA, month=1}
 * @param records how many have a label
 * @param figures those that were asked for
 */
public record EvaluatedSegment(
    String output,
    String segment,
    long records,
    Calibration calibration,
    List<FigureEntry> figures) {}
