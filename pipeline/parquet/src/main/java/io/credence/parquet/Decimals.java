package io.credence.parquet;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.SchemaElement;
import org.jspecify.annotations.Nullable;

/** How many digits a decimal may have, by the bytes that hold it. */
final class Decimals {

  /** Of bytes of any length. Databases have up to 76, or 1,000 where they have no limit. */
  static final int MOST_DIGITS = 1_000;

  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  private Decimals() {}

  /** What is wrong with a column's precision and scale; null when it is no decimal, or right. */
  static @Nullable String problem(SchemaElement element) {
    if (element.isSetLogicalType() && element.getLogicalType().isSetDECIMAL()) {
      DecimalType decimal = element.getLogicalType().getDECIMAL();
      return problem(element, decimal.getPrecision(), decimal.getScale());
    }
    return element.getConverted_type() == ConvertedType.DECIMAL
        ? problem(element, element.getPrecision(), element.getScale())
        : null;
  }

  private static @Nullable String problem(SchemaElement element, int precision, int scale) {
    int most = mostDigits(element);
    if (precision >= 1 && precision <= most && scale >= 0 && scale <= precision) {
      return null;
    }
    return "decimal(%s, %s) in %s, which has from 1 to %s digits, of which none to all lie behind the point"
        .formatted(precision, scale, element.getType(), most);
  }

  private static int mostDigits(SchemaElement element) {
    return switch (element.getType()) {
      case INT32 -> 9;
      case INT64 -> 18;
      case FIXED_LEN_BYTE_ARRAY ->
          (int) Math.min(MOST_DIGITS, (8L * element.getType_length() - 1) / BITS_PER_DIGIT);
      default -> MOST_DIGITS;
    };
  }
}
