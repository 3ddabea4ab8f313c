package io.credence.cli.report;

import java.util.List;
import java.util.Locale;

/**
 * How results compare with their manifest; what differs is among the problems.
 *
 * @param output the folder of the results
 * @param filesListed how many files the manifest lists
 * @param filesRight how many of them are as it says
 * @param bytes how many bytes were read
 */
public record VerifyReport(String output, long filesListed, long filesRight, long bytes)
    implements Report {

  @Override
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d of %,d files are as the manifest says (%,d bytes)",
            filesRight,
            filesListed,
            bytes));
  }
}
