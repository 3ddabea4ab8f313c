package io.credence.posterior;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The labels of an index coordinate as text. */
final class Labels {

  private Labels() {}

  static Coordinate read(NetCdfVariable coordinate) throws UnreadableException {
    List<String> labels =
        UntrustedBytes.decode("coordinate " + coordinate.path(), () -> decode(coordinate));
    for (String label : labels) {
      refuseGarbled(coordinate, label);
    }
    return new Coordinate(coordinate.name(), labels);
  }

  private static List<String> decode(NetCdfVariable coordinate) throws UnreadableException {
    Dataset dataset = coordinate.dataset();
    if (dataset.getJavaType() == String.class) {
      StorageGuard.check(coordinate);
      return texts(dataset);
    }
    double[] values = NumericData.read(coordinate);
    if (dataset.getDataType() instanceof FloatingPoint type) {
      return Arrays.stream(values).mapToObj(v -> decimal(v, type.getSize())).toList();
    }
    if (Attributes.text(dataset, "dtype").filter("bool"::equals).isPresent()) {
      return Arrays.stream(values).mapToObj(v -> Boolean.toString(v != 0)).toList();
    }
    return Arrays.stream(values)
        .mapToObj(v -> BigDecimal.valueOf(v).toBigInteger().toString())
        .toList();
  }

  private static String decimal(double value, int bytes) {
    return bytes == Double.BYTES ? Double.toString(value) : Float.toString((float) value);
  }

  private static List<String> texts(Dataset dataset) {
    if (dataset.getSize() == 0) {
      return List.of();
    }
    String[] texts = (String[]) dataset.getDataFlat();
    long[] shape = dataset.getDimensionsAsLong();
    // Text as a table of characters, one row for each label.
    int width = shape.length == 2 ? Math.toIntExact(shape[1]) : 1;
    List<String> labels = new ArrayList<>();
    for (int start = 0; start < texts.length; start += width) {
      labels.add(String.join("", Arrays.asList(texts).subList(start, start + width)));
    }
    return labels;
  }

  /** Two labels that decode to the same text would send a record to the wrong element. */
  private static void refuseGarbled(NetCdfVariable coordinate, String label)
      throws UnreadableException {
    if (label.contains("\uFFFD")) {
      throw new UnreadableException(
          ("coordinate %s must have labels that can be read as UTF-8 text, but has `%s`. Rename its"
                  + " labels before saving")
              .formatted(coordinate.path(), label));
    }
  }
}
