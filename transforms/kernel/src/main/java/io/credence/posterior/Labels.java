package io.credence.posterior;

import io.credence.problem.Excerpt;
import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The labels of a coordinate as text. */
final class Labels {

  private Labels() {}

  static Coordinate read(NetCdfVariable coordinate) throws UnreadableException {
    List<String> labels =
        UntrustedBytes.decode("coordinate " + coordinate.path(), () -> decode(coordinate));
    for (String label : labels) {
      refuseGarbled(coordinate, label);
    }
    return new Coordinate(coordinate.name(), coordinate.dims().get(0), labels);
  }

  private static List<String> decode(NetCdfVariable coordinate) throws UnreadableException {
    Dataset dataset = coordinate.dataset();
    if (dataset.getJavaType() == String.class) {
      StorageGuard.check(coordinate);
      return texts(dataset);
    }
    Optional<TimeUnits> time = TimeUnits.of(dataset);
    if (time.isPresent()) {
      return times(time.get(), exactNumbers(coordinate));
    }
    if (Attributes.text(dataset, "dtype").filter("bool"::equals).isPresent()) {
      double[] values = NumericData.read(coordinate);
      return Arrays.stream(values).mapToObj(v -> Boolean.toString(v != 0)).toList();
    }
    if (dataset.getDataType() instanceof FloatingPoint type) {
      double[] values = NumericData.read(coordinate);
      return Arrays.stream(values).mapToObj(v -> decimal(v, type.getSize())).toList();
    }
    return exactNumbers(coordinate).stream().map(Labels::plain).toList();
  }

  /** The numbers as they are stored or packed; those of 64 bits would not fit into doubles. */
  private static List<BigDecimal> exactNumbers(NetCdfVariable coordinate)
      throws UnreadableException {
    Object stored = NumericData.stored(coordinate);
    Packing packing = Packing.of(coordinate.dataset());
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 0; i < Array.getLength(stored); i++) {
      Number number = (Number) Array.get(stored, i);
      if (packing.isMissing(number.doubleValue()) || Double.isNaN(number.doubleValue())) {
        throw new UnreadableException(
            "coordinate %s must have a label for each position, but that of position %s is missing. Drop the position, or name it, before saving"
                .formatted(coordinate.path(), i));
      }
      numbers.add(packing.unpack(new BigDecimal(number.toString())));
    }
    return numbers;
  }

  private static List<String> times(TimeUnits units, List<BigDecimal> stored)
      throws UnreadableException {
    LocalDateTime since = units.since();
    if (since == null) {
      return stored.stream().map(units::seconds).toList();
    }
    List<LocalDateTime> dates = new ArrayList<>();
    for (BigDecimal number : stored) {
      dates.add(units.date(number, since));
    }
    boolean days = dates.stream().allMatch(date -> date.toLocalTime().equals(LocalTime.MIDNIGHT));
    DateTimeFormatter format =
        days ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_LOCAL_DATE_TIME;
    return dates.stream().map(format::format).toList();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
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
              .formatted(coordinate.path(), Excerpt.of(label)));
    }
  }
}
