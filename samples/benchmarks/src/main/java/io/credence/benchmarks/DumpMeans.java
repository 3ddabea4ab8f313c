package io.credence.benchmarks;

import io.credence.deadletter.UnscorableException;
import io.credence.score.Scorer;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code means.f64} into each model's folder: the mean of each record's 1,000 samples, so
 * that NumPy can compare them with its own. Doubles in little-endian order; of classes, the mean of
 * their positions.
 */
public final class DumpMeans {

  private DumpMeans() {}

  /**
   * Writes the files.
   *
   * @param args the folder of the models' folders
   */
  public static void main(String[] args) throws IOException, UnscorableException {
    try (Stream<Path> folders = Files.list(Path.of(args[0]))) {
      for (Path folder : folders.toList()) {
        write(folder);
      }
    }
  }

  private static void write(Path folder) throws IOException, UnscorableException {
    Workload workload = Workload.made(folder);
    Scorer scorer = workload.scorerWithSamples();
    List<@Nullable Object[]> records = workload.records();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve("means.f64"))))) {
      for (@Nullable Object[] record : records) {
        double[] samples = scorer.score(Workload::read, record).samples(0);
        double mean = DoubleStream.of(samples).average().orElseThrow();
        out.writeLong(Long.reverseBytes(Double.doubleToLongBits(mean)));
      }
    }
  }
}
