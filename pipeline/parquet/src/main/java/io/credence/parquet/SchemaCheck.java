package io.credence.parquet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** Checks the schema of a footer, a list in which each group says how many fields follow. */
final class SchemaCheck {

  /** Groups in groups are walked by recursion, here and in Parquet's library. */
  private static final int DEEPEST = 100;

  /** Each costs memory for its pages, in each thread that reads or writes. */
  private static final int MOST_COLUMNS = 100_000;

  private final String file;
  private final List<SchemaElement> schema;
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<String> unknownTypes = new ArrayList<>();
  private int next = 1;

  SchemaCheck(String file, List<SchemaElement> schema) {
    this.file = file;
    this.schema = schema;
  }

  /** The columns, in the order of the file. */
  List<Leaf> leaves() throws UnreadableParquetException {
    if (schema.isEmpty() || fields(schema.get(0)) == 0) {
      throw new UnreadableParquetException(file, "has no columns", null);
    }
    walk(schema.get(0), List.of(), false);
    if (next != schema.size()) {
      throw damaged(
          "its schema has %s elements, but only %s belong to a column"
              .formatted(schema.size(), next));
    }
    return leaves;
  }

  /** The fields whose logical type is of a later Parquet, once {@link #leaves} were found. */
  List<String> unknownTypes() {
    return unknownTypes;
  }

  private void walk(SchemaElement group, List<String> path, boolean repeated)
      throws UnreadableParquetException {
    if (path.size() > DEEPEST) {
      throw new UnreadableParquetException(
          file, "its groups lie in each other more than " + DEEPEST + " deep", null);
    }
    Set<String> names = new HashSet<>();
    for (int field = 0; field < fields(group); field++) {
      SchemaElement element = next(path);
      List<String> inner = append(path, element.getName());
      if (!names.add(element.getName())) {
        throw new UnreadableParquetException(
            file,
            "has two columns named '%s'; name each of them differently"
                .formatted(String.join(".", inner)),
            null);
      }
      visit(element, inner, repeated);
    }
  }

  private SchemaElement next(List<String> path) throws UnreadableParquetException {
    if (next == schema.size()) {
      throw damaged(
          "its schema ends after %s elements, within %s"
              .formatted(next, path.isEmpty() ? "its columns" : String.join(".", path)));
    }
    return schema.get(next++);
  }

  private void visit(SchemaElement element, List<String> path, boolean within)
      throws UnreadableParquetException {
    String name = String.join(".", path);
    if (element.getRepetition_type() == null) {
      throw damaged("column " + name + " says neither optional, required nor repeated");
    }
    if (element.isSetLogicalType() && element.getLogicalType().getSetField() == null) {
      unknownTypes.add(name);
    }
    boolean repeated = within || element.getRepetition_type() == FieldRepetitionType.REPEATED;
    if (fields(element) > 0) {
      walk(element, path, repeated);
    } else if (element.isSetType()) {
      addLeaf(new Leaf(path, element, repeated));
    } else {
      throw new UnreadableParquetException(
          file, "column " + name + " has neither a known type nor fields", null);
    }
  }

  private void addLeaf(Leaf leaf) throws UnreadableParquetException {
    if (leaves.size() == MOST_COLUMNS) {
      throw new UnreadableParquetException(
          file, "has more than " + MOST_COLUMNS + " columns", null);
    }
    SchemaElement element = leaf.element();
    if (element.getType() == Type.FIXED_LEN_BYTE_ARRAY && element.getType_length() < 1) {
      throw damaged(
          "column %s has values of %s bytes".formatted(leaf.name(), element.getType_length()));
    }
    String problem = Decimals.problem(element);
    if (problem != null) {
      throw damaged("column " + leaf.name() + " is a " + problem);
    }
    leaves.add(leaf);
  }

  private int fields(SchemaElement element) throws UnreadableParquetException {
    int fields = element.isSetNum_children() ? element.getNum_children() : 0;
    if (fields < 0 || (fields > 0 && element.isSetType())) {
      throw damaged("column " + element.getName() + " cannot have " + fields + " fields");
    }
    return fields;
  }

  private static List<String> append(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }

  private UnreadableParquetException damaged(String problem) {
    return UnreadableParquetException.damaged(file, problem);
  }
}
