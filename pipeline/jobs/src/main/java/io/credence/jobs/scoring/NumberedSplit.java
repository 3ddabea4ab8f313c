package io.credence.jobs.scoring;

import io.credence.parquet.ParquetSplit;
import java.io.Serializable;

/**
 * A split to be scored.
 *
 * @param index its position among all splits, from 0
 * @param of how many splits there are
 * @param split the rows
 */
public record NumberedSplit(int index, int of, ParquetSplit split) implements Serializable {}
