package io.credence.parquet;

import java.util.List;
import org.apache.parquet.format.SchemaElement;

/**
 * A column of a footer that holds values.
 *
 * @param path its name, behind those of the groups that it lies in
 * @param element what the schema says of it
 * @param repeated whether a row can hold more than one value
 */
record Leaf(List<String> path, SchemaElement element, boolean repeated) {

  String name() {
    return String.join(".", path);
  }
}
