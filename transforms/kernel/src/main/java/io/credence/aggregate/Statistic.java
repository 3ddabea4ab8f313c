package io.credence.aggregate;

import io.credence.model.Output;
import io.credence.model.Output.Kind;
import java.io.Serializable;

/**
 * What is made of an output over the records of a group, within each draw.
 *
 * @param output the name of an output of numbers
 * @param form sum or mean
 */
public record Statistic(String output, Form form) implements Serializable {

  /** How records make one number. */
  public enum Form {
    /** The sum; with weights, of each record's weight times its sample. */
    SUM("_sum"),
    /** The sum, divided by the number of records; with weights, by the sum of these. */
    MEAN("_mean");

    private final String suffix;

    Form(String suffix) {
      this.suffix = suffix;
    }
  }

  /** The sum of an output. */
  public static Statistic sum(String output) {
    return new Statistic(output, Form.SUM);
  }

  /** The mean of an output. */
  public static Statistic mean(String output) {
    return new Statistic(output, Form.MEAN);
  }

  /** Its name, after which its columns are named: {@code sold_sum} gives {@code sold_sum_pred}. */
  public String name() {
    return output + form.suffix;
  }

  /** It, as something that is predicted: sums of whole numbers without weights are whole. */
  Output of(Output summed, boolean weighted) {
    boolean whole = form == Form.SUM && summed.kind() == Kind.INTEGER && !weighted;
    return whole ? Output.integer(name()) : Output.real(name());
  }
}
