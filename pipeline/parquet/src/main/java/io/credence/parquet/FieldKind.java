package io.credence.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What a column holds, as far as a feature or a key is concerned. */
enum FieldKind {
  NUMBER,
  BOOLEAN,
  TEXT,
  /** A date, with or without a time of the day. */
  DATE,
  /** A time of the day, bytes: nothing that a feature or a key can be. */
  OTHER;

  /** Whether it may identify a record. */
  boolean isKey() {
    return this == NUMBER || this == BOOLEAN || this == TEXT;
  }

  /** Whether a column can hold nothing but whole numbers. */
  static boolean isWhole(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal.getScale() == 0;
    }
    return logical == null
        ? type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
            || type.getPrimitiveTypeName() == PrimitiveTypeName.INT64
        : logical instanceof IntLogicalTypeAnnotation;
  }

  static FieldKind of(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof StringLogicalTypeAnnotation
        || logical instanceof EnumLogicalTypeAnnotation
        || logical instanceof JsonLogicalTypeAnnotation
        || logical instanceof UUIDLogicalTypeAnnotation) {
      return TEXT;
    }
    if (logical instanceof DecimalLogicalTypeAnnotation
        || logical instanceof IntLogicalTypeAnnotation
        || logical instanceof Float16LogicalTypeAnnotation) {
      return NUMBER;
    }
    if (logical instanceof DateLogicalTypeAnnotation
        || logical instanceof TimestampLogicalTypeAnnotation) {
      return DATE;
    }
    if (logical != null) {
      return OTHER;
    }
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64, FLOAT, DOUBLE -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case INT96 -> DATE;
      default -> OTHER;
    };
  }
}
