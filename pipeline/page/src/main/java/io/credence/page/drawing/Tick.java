package io.credence.page.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A mark on an axis.
 *
 * @param text the number at it
 */
public record Tick(double value, String text) {

  private static final BigDecimal[] STEPS = {
    BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN
  };

  /** The marks of a range at round numbers: at most so many. */
  public static List<Tick> of(Range range, int most) {
    BigDecimal from = new BigDecimal(range.from());
    BigDecimal to = new BigDecimal(range.to());
    BigDecimal step = step(to.subtract(from), most);
    List<Tick> ticks = new ArrayList<>();
    BigDecimal value = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
    while (value.compareTo(to) <= 0) {
      ticks.add(new Tick(value.doubleValue(), Numbers.of(value)));
      value = value.add(step);
    }
    return ticks;
  }

  /** The least of 1, 2, 5 times a power of ten that gives few enough. */
  private static BigDecimal step(BigDecimal width, int most) {
    int magnitude = width.precision() - width.scale() - 1;
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(magnitude - 1);
    BigDecimal room = BigDecimal.valueOf(most);
    for (int decade = 0; ; decade++) {
      for (BigDecimal each : STEPS) {
        BigDecimal step = each.multiply(power).scaleByPowerOfTen(decade);
        if (step.multiply(room).compareTo(width) > 0) {
          return step;
        }
      }
    }
  }
}
