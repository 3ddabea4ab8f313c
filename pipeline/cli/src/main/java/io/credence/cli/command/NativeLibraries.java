package io.credence.cli.command;

import com.github.luben.zstd.Zstd;
import io.credence.problem.Problems;
import java.io.IOException;
import org.xerial.snappy.Snappy;

/**
 * The native libraries that unpack and pack columns and messages. They are loaded before a job
 * starts: within one, they would fail after the footers of all files were read.
 */
final class NativeLibraries {

  private NativeLibraries() {}

  /**
   * Loads them.
   *
   * @param problems receives a line for the first that can't be loaded; the others would fail alike
   */
  static void load(Problems problems) {
    String name = "zstd";
    try {
      Zstd.compress(new byte[1]);
      name = "snappy";
      Snappy.compress(new byte[1]);
    } catch (IOException | Error e) {
      problems.add(name + " can't be loaded: " + Failures.line(e));
    }
  }
}
