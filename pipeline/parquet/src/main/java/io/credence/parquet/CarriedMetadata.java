package io.credence.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What of the entries of a file's footer an output says that has part of the file's rows, and more
 * columns. Entries are carried as they are, but for those that would no longer be true: they are
 * mended, or left out with a line that says so.
 */
final class CarriedMetadata {

  private static final String PANDAS = "pandas";
  private static final String ARROW = "ARROW:schema";
  private static final String GEO = "geo";

  /** An earlier run's account of itself, in whose place comes that of this one. */
  private static final String OURS = "credence.";

  /** The columns once more, in the terms of a tool that believes this more than the file. */
  private static final Set<String> SCHEMAS =
      Set.of(
          "org.apache.spark.sql.parquet.row.metadata",
          "parquet.avro.schema",
          "avro.schema",
          "iceberg.schema",
          "parquet.proto.descriptor",
          "thrift.descriptor");

  private final Map<String, String> carried = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  private CarriedMetadata(Map<String, String> entries, List<Type> own, List<Type> output) {
    List<Type> appended = output.subList(own.size(), output.size());
    String arrow = entries.get(ARROW);
    boolean hasArrow = arrow != null && ArrowEntry.mended(arrow, own, output, Map.of()) != null;
    entries.forEach(
        (key, value) -> {
          switch (key) {
            case ARROW -> {}
            case PANDAS -> carryPandas(value, own, appended, hasArrow);
            case GEO -> carry(key, GeoEntry.mended(value));
            default -> carryOther(key, value);
          }
        });
    if (arrow != null) {
      carry(ARROW, ArrowEntry.mended(arrow, own, output, carried));
    }
  }

  /**
   * Mends the entries of a footer.
   *
   * @param file the columns of the file itself
   * @param output what the output has, the file's columns first
   */
  static CarriedMetadata of(Map<String, String> entries, MessageType file, MessageType output) {
    Map<String, String> said = new TreeMap<>(entries);
    said.values().removeIf(Objects::isNull); // Parquet lets an entry go without a value.
    return new CarriedMetadata(said, file.getFields(), output.getFields());
  }

  /** The entries for the output's footer. */
  Map<String, String> entries() {
    return carried;
  }

  /** A line for each entry that is not carried and that a reader could miss. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private void carryPandas(
      String entry, List<Type> own, List<Type> appended, boolean hasCategories) {
    PandasEntry pandas = PandasEntry.of(entry);
    if (pandas != null) {
      pandas.mend(own, appended, hasCategories, leftOut);
    }
    carry(PANDAS, pandas == null ? null : pandas.json());
  }

  private void carryOther(String key, String value) {
    if (SCHEMAS.contains(key)) {
      leftOut.add("the footer's '" + key + "', which describes the input's columns alone");
    } else if (!key.startsWith(OURS)) {
      carried.put(key, value);
    }
  }

  private void carry(String key, @Nullable String mended) {
    if (mended == null) {
      leftOut.add("the footer's '" + key + "', which can't be understood");
    } else {
      carried.put(key, mended);
    }
  }
}
