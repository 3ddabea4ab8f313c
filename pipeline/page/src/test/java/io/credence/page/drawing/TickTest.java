package io.credence.page.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TickTest {

  private static List<String> texts(double from, double to, int most) {
    return Tick.of(new Range(from, to), most).stream().map(Tick::text).toList();
  }

  @Test
  void roundNumbers() {
    assertThat(texts(0, 1, 6)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    assertThat(texts(-37, 112, 8)).containsExactly("−20", "0", "20", "40", "60", "80", "100");
    assertThat(texts(0, 2.1e9, 6)).containsExactly("0", "5e8", "1e9", "1.5e9", "2e9");
    assertThat(texts(0.9e-9, 3.1e-9, 4)).containsExactly("1e−9", "2e−9", "3e−9");
  }

  @Property
  void someButFewInEveryRange(@ForAll double a, @ForAll double b) {
    Range range = Range.around(DoubleStream.of(a, b));
    assertThat(Tick.of(range, 8).size()).isBetween(1, 8);
  }
}
