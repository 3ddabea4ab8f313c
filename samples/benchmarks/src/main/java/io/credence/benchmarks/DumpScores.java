package io.credence.benchmarks;

import io.credence.deadletter.UnscorableException;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import io.credence.summary.Summary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes the 2,000 scores of category-slopes, so that NumPy can reduce the same samples: doubles in
 * little-endian order. {@code samples.f64} has 1,000 per record; {@code figures.f64} has 24: the
 * median, the lower and upper end of the HDI, 11 edges and 10 densities.
 */
public final class DumpScores {

  private DumpScores() {}

  /**
   * Writes both files.
   *
   * @param args the folder to write to
   */
  public static void main(String[] args) throws IOException, UnscorableException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Workload workload = Workload.categorySlopes();
    Scorer scorer = workload.scorerWithSamples();
    try (OutputStream samples = open(folder.resolve("samples.f64"));
        OutputStream figures = open(folder.resolve("figures.f64"))) {
      for (@Nullable Object[] record : workload.records()) {
        Scored scored = scorer.score(Workload::read, record);
        Summary summary = scored.summary();
        write(samples, scored.samples(0));
        write(figures, summary.median(), summary.hdiLower(0), summary.hdiUpper(0));
        write(figures, summary.binEdges());
        write(figures, summary.density());
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private static void write(OutputStream out, double... values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    out.write(bytes.array());
  }
}
