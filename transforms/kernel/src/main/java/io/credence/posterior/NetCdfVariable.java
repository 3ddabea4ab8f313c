package io.credence.posterior;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import java.util.List;

/**
 * A variable of a NetCDF group before its values are read.
 *
 * @param name its name, without what NetCDF puts in front of it
 * @param dims the names of its dimensions
 * @param dataset where its values lie
 * @param fileSize size of the file in bytes, the measure of what a data set can truly hold
 */
record NetCdfVariable(String name, List<String> dims, Dataset dataset, long fileSize) {

  /** NetCDF's mark on a variable that shares its name with a dimension it isn't indexed by. */
  private static final String NON_COORDINATE = "_nc4_non_coord_";

  static NetCdfVariable of(Dataset dataset, DimensionNames names, long fileSize)
      throws UnreadableException {
    String stored = dataset.getName();
    String name =
        stored.startsWith(NON_COORDINATE) ? stored.substring(NON_COORDINATE.length()) : stored;
    return new NetCdfVariable(name, names.of(dataset), dataset, fileSize);
  }

  String path() {
    return dataset.getPath();
  }

  int[] shape() {
    return Arrays.stream(dataset.getDimensionsAsLong()).mapToInt(Math::toIntExact).toArray();
  }

  /** Whether this names the positions of a dimension: it is called as its first dimension is. */
  boolean isCoordinate() {
    return DimensionNames.isScale(dataset) && !dims.isEmpty() && dims.get(0).equals(name);
  }
}
