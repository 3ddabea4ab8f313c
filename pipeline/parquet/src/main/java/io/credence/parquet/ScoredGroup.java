package io.credence.parquet;

import io.credence.score.ScoredRow;
import org.apache.parquet.example.data.Group;

/** A row and what is appended to it. */
record ScoredGroup(Group row, ScoredRow scored) {}
