package io.credence.streaming.play;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.SplitReader;
import io.credence.parquet.UnreadableParquetException;
import io.credence.predict.FieldReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.parquet.example.data.Group;

/** Flights of a Parquet file as JSON messages, each with its {@code flight_id} as key. */
public final class FlightMessages {

  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> KEY = List.of("flight_id");

  private FlightMessages() {}

  /** Reads a file whole. */
  public static List<FlightMessage> read(Path file) throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    ParquetInput input = open(file);
    List<FlightMessage> messages = new ArrayList<>();
    try (SplitReader rows = SplitReader.open(input.split(0, input.rows()))) {
      GroupFormat format = new GroupFormat(rows.schema());
      FieldReader<Group> keys = format.reader(KEY);
      for (Group row = rows.next(); row != null; row = rows.next()) {
        String key = Objects.toString(keys.read(row, 0));
        messages.add(new FlightMessage(key.getBytes(StandardCharsets.UTF_8), json(format, row)));
      }
    }
    return messages;
  }

  private static ParquetInput open(Path file) throws IOException {
    try {
      return ParquetInput.open(FileSystems.matchSingleFileSpec(file.toString()));
    } catch (UnreadableParquetException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static byte[] json(GroupFormat format, Group row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      format.writeJson(row, out);
    }
    return bytes.toByteArray();
  }
}
