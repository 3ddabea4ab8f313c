package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credence.cli.text.Fields;
import io.credence.jobs.sink.folder.Manifest.DuplicateKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How totals came out.
 *
 * @param run the counts of records, and where results are
 * @param groups how many groups there are; 0 when the run was given up
 * @param duplicateKeys keys that several records have; null when the run was given up before they
 *     were looked for
 */
public record AggregationReport(
    @JsonUnwrapped RunReport run, long groups, @Nullable DuplicateKeys duplicateKeys)
    implements Report {

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(run.lines());
    Fields fields = new Fields(CountsReport.WIDTH).add("groups", groups);
    if (duplicateKeys != null && duplicateKeys.keys() > 0) {
      fields.add("keys of several records", duplicateKeys.keys());
    }
    lines.addAll(fields.lines());
    if (duplicateKeys != null) {
      duplicateKeys.examples().forEach(each -> lines.add("several records: " + each));
    }
    return lines;
  }
}
