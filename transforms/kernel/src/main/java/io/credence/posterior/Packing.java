package io.credence.posterior;

import io.jhdf.api.Dataset;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * NetCDF's conventions for values that were packed or left out: {@code _FillValue} and {@code
 * missing_value} stand for NaN, everything else is {@code stored * scale_factor + add_offset}, in
 * double arithmetic.
 */
record Packing(OptionalDouble fill, OptionalDouble missing, double scale, double offset) {

  static Packing of(Dataset dataset) throws UnreadableException {
    if (Attributes.has(dataset, "_Unsigned")) {
      throw new UnreadableException(
          ("variable %s must use the type it means, but has the attribute _Unsigned of classic"
                  + " files. Save it again with xarray, which resolves it")
              .formatted(dataset.getPath()));
    }
    return new Packing(
        Attributes.number(dataset, "_FillValue"),
        Attributes.number(dataset, "missing_value"),
        Attributes.number(dataset, "scale_factor").orElse(1),
        Attributes.number(dataset, "add_offset").orElse(0));
  }

  void unpack(double[] values) {
    boolean packed = scale != 1 || offset != 0;
    for (int i = 0; i < values.length; i++) {
      if (isMissing(values[i])) {
        values[i] = Double.NaN;
      } else if (packed) { // else -0.0 + 0 would lose its sign
        values[i] = values[i] * scale + offset;
      }
    }
  }

  BigDecimal unpack(BigDecimal stored) {
    return scale == 1 && offset == 0
        ? stored
        : stored.multiply(BigDecimal.valueOf(scale)).add(BigDecimal.valueOf(offset));
  }

  boolean isMissing(double stored) {
    return (fill.isPresent() && stored == fill.getAsDouble())
        || (missing.isPresent() && stored == missing.getAsDouble());
  }
}
