package io.credence.score;

/**
 * One appended column.
 *
 * @param name the column's name, such as {@code delay_pred_lower}
 * @param type what it holds
 */
public record ScoredColumn(String name, Type type) {

  /** The types that appended columns have. No value is ever null, and no list holds a null. */
  public enum Type {
    DOUBLE,
    DOUBLE_LIST,
    LONG,
    STRING,
    STRING_LIST
  }
}
