package io.credence.posterior;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the names of a variable's dimensions. HDF5 has no named dimensions: NetCDF-4 keeps each as
 * a data set of its own (a "dimension scale") and lets variables point to it by address in {@code
 * DIMENSION_LIST}, so names come out of a map from addresses that spans all groups a variable may
 * refer to; the dimensions of a group often live in its parent.
 */
final class DimensionNames {

  /** What NetCDF writes as NAME of a dimension that has no variable of its own. */
  private static final String PLACEHOLDER = "This is a netCDF dimension but not a netCDF variable";

  private final Map<Long, String> byAddress = new HashMap<>();
  private final Map<Integer, String> byId = new HashMap<>();

  static DimensionNames in(List<Group> groups) {
    DimensionNames names = new DimensionNames();
    for (Group group : groups) {
      for (Node node : group.getChildren().values()) {
        if (node instanceof Dataset dataset && isScale(dataset)) {
          names.add(dataset);
        }
      }
    }
    return names;
  }

  private void add(Dataset scale) {
    byAddress.put(scale.getAddress(), scale.getName());
    Attributes.number(scale, "_Netcdf4Dimid").ifPresent(id -> byId.put((int) id, scale.getName()));
  }

  static boolean isScale(Dataset dataset) {
    return Attributes.text(dataset, "CLASS").filter("DIMENSION_SCALE"::equals).isPresent();
  }

  /** Whether this data set only stands for a dimension and holds no values. */
  static boolean isPlaceholder(Dataset dataset) {
    return isScale(dataset)
        && Attributes.text(dataset, "NAME").filter(n -> n.startsWith(PLACEHOLDER)).isPresent();
  }

  List<String> of(Dataset dataset) throws UnreadableException {
    int rank = dataset.getDimensionsAsLong().length;
    if (rank == 0) {
      return List.of();
    }
    if (rank == 1 && isScale(dataset)) {
      return List.of(dataset.getName());
    }
    if (Attributes.data(dataset, "DIMENSION_LIST") instanceof Object[] references) {
      return require(dataset, rank, byReference(references));
    }
    // A coordinate of characters is itself a dimension scale, which can't refer to others.
    if (Attributes.data(dataset, "_Netcdf4Coordinates") instanceof int[] ids) {
      return require(dataset, rank, byId(ids));
    }
    return require(dataset, rank, List.of());
  }

  private List<String> byReference(Object[] references) {
    List<String> names = new ArrayList<>();
    for (Object reference : references) {
      if (reference instanceof long[] addresses && addresses.length > 0) {
        String name = byAddress.get(addresses[0]);
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private List<String> byId(int[] ids) {
    List<String> names = new ArrayList<>();
    for (int id : ids) {
      String name = byId.get(id);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<String> require(Dataset dataset, int rank, List<String> names)
      throws UnreadableException {
    if (names.size() != rank) {
      throw new UnreadableException(
          ("variable %s must have a name for each of its %s dimensions, but has %s. Write the file"
                  + " with ArviZ or xarray, which name them")
              .formatted(dataset.getPath(), rank, names.isEmpty() ? "none" : names));
    }
    return names;
  }
}
