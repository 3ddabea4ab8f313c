package io.credence.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** The text that names a position of a dimension, or a level of a feature. */
final class Label {

  /** As an index is written; bounded, because a label may be any text. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?(E-?[0-9]{1,2})?");

  private static final int MAX_SHOWN = 5;
  private static final int MAX_LENGTH = 40;

  private Label() {}

  /** One text for one number: {@code 1.0} becomes {@code 1}. Other texts stay as they are. */
  static String plain(String label) {
    if (!NUMBER.matcher(label).matches()) {
      return label;
    }
    BigDecimal number = new BigDecimal(label);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Whether a number, or a truth value, could mean this label. */
  static boolean readsAsNumber(String label) {
    return NUMBER.matcher(label).matches()
        || label.equalsIgnoreCase("true")
        || label.equalsIgnoreCase("false");
  }

  /** The first few, for messages. */
  static String list(List<String> labels) {
    List<String> first = labels.stream().limit(MAX_SHOWN).map(Label::shortened).toList();
    int more = labels.size() - first.size();
    return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
  }

  private static String shortened(String label) {
    return label.length() <= MAX_LENGTH ? label : label.substring(0, MAX_LENGTH) + "…";
  }
}
