package io.credence.cluster.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.SplitReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.parquet.example.data.Group;

/** The rows of a file as JSON objects. */
public final class ParquetRows {

  private static final JsonFactory JSON = new JsonFactory();

  private ParquetRows() {}

  public static List<String> of(Path file) throws Exception {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    ParquetInput input = ParquetInput.open(FileSystems.matchSingleFileSpec(file.toString()));
    List<String> rows = new ArrayList<>();
    try (SplitReader reader = SplitReader.open(input.split(0, input.rows()))) {
      GroupFormat format = new GroupFormat(reader.schema());
      for (Group row = reader.next(); row != null; row = reader.next()) {
        rows.add(json(format, row));
      }
    }
    return rows;
  }

  private static String json(GroupFormat format, Group row) throws Exception {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      format.writeJson(row, out);
    }
    return text.toString();
  }

  /** The only Parquet file of a folder. */
  public static Path only(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts = files.filter(file -> file.toString().endsWith(".parquet")).toList();
      assertThat(parts).hasSize(1);
      return parts.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
