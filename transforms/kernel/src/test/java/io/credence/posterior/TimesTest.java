package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credence.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, which writers store in units of their own choice, and labels that doubles can't hold. */
class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "one_day, 86400, 172800",
    "hours, 86400, 108000",
    "short_wait, 1.5,",
    "start, 1709251200,",
    "never, 1709251200, NaN",
  })
  void timesAreSeconds(String constant, double first, Double second) throws Exception {
    double[] values = Files.readOwn("times.nc").constant(constant).orElseThrow().values();
    assertThat(values[0]).isEqualTo(first);
    if (second != null) {
      assertThat(values[1]).isEqualTo(second);
    }
  }

  @Test
  void drawsAreSecondsToo() throws Exception {
    assertThat(Files.readOwn("times.nc").parameter("waits").orElseThrow().values())
        .startsWith(0, 3600, 7200)
        .endsWith(32400);
  }

  @ParameterizedTest
  @CsvSource({"onboarding, 3", "hours_as_real, 1.5"})
  void unitsOfNumbersAreNotApplied(String constant, double value) throws Exception {
    assertThat(Files.readOwn("times.nc").constant(constant).orElseThrow().values())
        .containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource({
    "day, 2024-02-28;2024-02-29;1999-12-31",
    "moment, 2024-03-01T00:00:00;2024-03-01T12:30:00;2024-03-01T12:30:00.25",
    "wait, 0;90;86400",
    "short, 0.000001;0.0025",
    "id, 9007199254740993;9007199254740992;-9223372036854775807",
    "step, 0.5;1.0;2.0",
    "packed, 0.5;1;1.5",
    "whole, 10;20",
  })
  void labelsAreExact(String coordinate, String labels) throws Exception {
    assertThat(Files.readOwn("times.nc").labels(coordinate))
        .containsExactlyElementsOf(List.of(labels.split(";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variable /posterior/months must store time in days, hours, minutes, seconds or parts of a"
            + " second, but has the units 'months'. Convert it with"
            + " ds[name].astype(\"datetime64[ns]\") before saving",
        "variable /posterior/lunar must have dates of the Gregorian calendar, but has the calendar"
            + " '360_day'. Convert them with ds.convert_calendar(\"standard\"), or to text, before"
            + " saving",
        "variable /posterior/nowhere must count time since a date in UTC such as 2024-03-01 or"
            + " 2024-03-01 12:30:00, but has '2000-13-01'",
        "variable /posterior/zoned must count time since a date in UTC such as 2024-03-01 or"
            + " 2024-03-01 12:30:00, but has '2000-01-01 00:00:00 -05:00'",
        "variable /posterior/far must have dates up to the year 9999, but has one far beyond",
        "variable /posterior/old must have dates from 1582-10-15 to the year 9999, but has"
            + " 1000-01-02T00:00",
        "variable /posterior/unitless must store time in days, hours, minutes, seconds or parts of"
            + " a second, but has the units ''. Convert it with"
            + " ds[name].astype(\"datetime64[ns]\") before saving",
        "variable /posterior/either has whole numbers and the attribute units 'days': a number of"
            + " days, or a timedelta64, whose unit xarray chooses. For a number, delete the"
            + " attribute units; for a duration, divide it by np.timedelta64(1, 's') before saving",
        "coordinate /posterior/w must have a label for each position, but that of position 1 is"
            + " missing. Drop the position, or name it, before saving",
      })
  void whatCannotBeDecodedIsRefusedByName(String problem) {
    PosteriorException refusal =
        catchThrowableOfType(PosteriorException.class, () -> Files.readOwn("odd-times.nc"));
    assertThat(refusal.problems()).extracting(Problem::message).hasSize(9).contains(problem);
  }

  @Test
  void coordinatesBesideTheIndexMayGiveLevels() throws Exception {
    Posterior posterior = Files.readOwn("descriptions.nc");
    assertThat(posterior.parameters()).extracting(ParameterDraws::name).containsExactly("v");
    assertThat(posterior.labels("shop")).containsExactly("0", "1");
    assertThat(posterior.coordinate("shop_name"))
        .contains(new Coordinate("shop_name", "shop", List.of("north", "south")));
    assertThat(posterior.coordinate("latitude"))
        .contains(new Coordinate("latitude", "shop", List.of("54.5", "48.25")));
    assertThat(posterior.labels("shop_name")).isEmpty();
    assertThat(posterior.coordinate("stage")).isEmpty();
  }
}
