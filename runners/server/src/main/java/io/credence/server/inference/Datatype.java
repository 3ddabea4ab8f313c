package io.credence.server.inference;

import io.credence.model.Feature;
import io.credence.score.ScoredColumn;
import java.util.Arrays;
import java.util.List;

/** The types of the protocol's tensors. A number may arrive as any of numbers. */
enum Datatype {
  BOOL,
  UINT8,
  UINT16,
  UINT32,
  UINT64,
  INT8,
  INT16,
  INT32,
  INT64,
  FP16,
  FP32,
  FP64,
  BYTES;

  static final List<String> NAMES = Arrays.stream(values()).map(Datatype::name).toList();

  /** As a feature is described. */
  static Datatype of(Feature feature) {
    return switch (feature.type()) {
      case DOUBLE, VECTOR -> FP64;
      case INT -> INT64;
      case BOOL -> BOOL;
      case STRING, TIMESTAMP -> BYTES;
    };
  }

  /** As a column is written. */
  static Datatype of(ScoredColumn.Type column) {
    return switch (column) {
      case DOUBLE, DOUBLE_LIST -> FP64;
      case LONG -> INT64;
      case STRING, STRING_LIST -> BYTES;
    };
  }
}
