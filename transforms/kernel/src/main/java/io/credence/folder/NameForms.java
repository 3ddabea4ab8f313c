package io.credence.folder;

import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.yaml.YamlValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the names in model.yaml may look like. */
final class NameForms {

  private static final int MAX_NAME = 100;

  /** Of an output. */
  static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,99}");

  /** What backquotes can hold. */
  private static final Pattern ANY_NAME = Pattern.compile("[^`\\p{C}]{1,100}");

  /** Of a model, and of a version. */
  static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,99}");

  /** Of what makes a model of a folder. */
  static final Pattern FORMAT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+/-]{0,99}");

  /** Neither a path nor hidden, and without what a person would not see or see elsewhere. */
  private static final Pattern FILE_NAME =
      Pattern.compile("[^./\\\\\\p{C}\\p{Zl}\\p{Zp}][^/\\\\\\p{C}\\p{Zl}\\p{Zp}]{0,254}");

  private NameForms() {}

  /**
   * A text of a form; empty where there is none, or it was reported.
   *
   * @param allowed what the form allows, for the report
   */
  static String matching(Optional<YamlValue> value, Pattern pattern, String allowed) {
    Optional<String> text = value.flatMap(YamlValue::text);
    if (value.isPresent() && text.isPresent() && !pattern.matcher(text.get()).matches()) {
      value
          .get()
          .report(
              "must consist of %s%s, but is '%s'"
                  .formatted(allowed, limit(text.get()), Excerpt.of(text.get())));
    }
    return text.orElse("");
  }

  /** Said only where it is the point. */
  private static String limit(String name) {
    return name.length() > MAX_NAME ? ", at most " + MAX_NAME : "";
  }

  /** A name in the same folder: what a file says never becomes a path. */
  static @Nullable String fileName(Optional<YamlValue> value) {
    if (value.isPresent() && value.get().isSequence()) {
      value.get().report("is a list, but only a single NetCDF-4 file can be read so far");
      return null;
    }
    String text = value.flatMap(YamlValue::text).orElse(null);
    if (value.isEmpty() || text == null) {
      return null;
    }
    if (!FILE_NAME.matcher(text).matches()) {
      value
          .get()
          .report(
              "must be the name of a file in the same folder, but is '%s'"
                  .formatted(Excerpt.of(text)));
      return null;
    }
    if (text.endsWith(".zarr")) {
      value
          .get()
          .report(
              ("is a Zarr store, but only NetCDF-4 can be read; xarray.open_datatree(\"%s\","
                      + " engine=\"zarr\").to_netcdf(\"posterior.nc\", engine=\"h5netcdf\")"
                      + " converts it")
                  .formatted(Excerpt.of(text)));
      return null;
    }
    return text;
  }

  /** An expression could not use any other name. */
  static void requireQuotable(String name, String path, int line, Problems log) {
    if (!ANY_NAME.matcher(name).matches()) {
      log.add(
          line,
          Excerpt.of(path)
              + ": The name must have 1 to 100 characters, and no backquote among them");
    }
  }
}
