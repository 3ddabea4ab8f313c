package io.credence.cluster.scoring;

import io.credence.kit.process.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is to be scored by what: a request but for where it runs and where results go.
 *
 * @param model a path or a URI
 * @param input a path, a pattern of paths, or a URI
 * @param samples how many for each record
 */
public record Request(String model, String input, int samples) {

  /** How many records the file of flights has, and how many of them lack a feature. */
  public static final int FLIGHTS = 27_004;

  public static final int CANCELLED = 521;

  private static final Path SAMPLES = Checkout.ROOT.resolve("samples");
  public static final Path FLIGHTS_MODEL = Checkout.FLIGHTS;
  public static final Path SLOPES_MODEL = SAMPLES.resolve("category-slopes");

  /** Each file is a split, so that there is work for several workers. */
  public static Request flights(Path folder, int files, int samples) throws IOException {
    Path input = copies(FLIGHTS_MODEL.resolve("january.parquet"), folder, files);
    return new Request(FLIGHTS_MODEL.toString(), input + "/*.parquet", samples);
  }

  public static Request slopes(Path folder, int files, int samples) throws IOException {
    Path input = copies(SLOPES_MODEL.resolve("features.parquet"), folder, files);
    return new Request(SLOPES_MODEL.toString(), input + "/*.parquet", samples);
  }

  private static Path copies(Path file, Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      Files.copy(file, folder.resolve(String.format(Locale.ROOT, "%03d.parquet", i)));
    }
    return folder;
  }

  public Request withModel(String other) {
    return new Request(other, input, samples);
  }

  public Request withInput(String other) {
    return new Request(model, other, samples);
  }

  /** The arguments, with further options. */
  public String[] arguments(String output, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.add("score");
    arguments.add("--model=" + model);
    arguments.add("--input=" + input);
    arguments.add("--output=" + output);
    arguments.add("--numSamples=" + samples);
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  public String[] arguments(Path output, String... options) {
    return arguments(output.toString(), options);
  }

  public static String[] and(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }
}
