package io.credence.jobs.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.credence.beam.DeadLetter;
import io.credence.files.NamedChannel;
import io.credence.files.WrittenFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/** Writes dead letters as JSON Lines. The file is only made when there is a first one. */
public final class DeadLetterFile implements Closeable {

  private static final JsonFactory JSON = new JsonFactory();

  private final ResourceId file;
  private final boolean durable;
  private @Nullable NamedChannel channel;
  private @Nullable JsonGenerator out;

  /**
   * Of a name that no other file has.
   *
   * @param durable whether it outlives a loss of power once this is closed
   */
  public DeadLetterFile(ResourceId file, boolean durable) {
    this.file = file;
    this.durable = durable;
  }

  public void write(DeadLetter letter) throws IOException {
    JsonGenerator generator = generator();
    letter.writeJson(generator);
    generator.writeRaw('\n');
  }

  /** Writes a letter that holds only a part of its record, and says so. */
  public void writeExcerpt(DeadLetter letter) throws IOException {
    JsonGenerator generator = generator();
    generator.writeStartObject();
    letter.writeFields(generator);
    generator.writeBooleanField("excerpt", true);
    generator.writeEndObject();
    generator.writeRaw('\n');
  }

  private JsonGenerator generator() throws IOException {
    JsonGenerator generator = out;
    if (generator == null) {
      generator = open();
      out = generator;
    }
    return generator;
  }

  private JsonGenerator open() throws IOException {
    NamedChannel created = NamedChannel.create(file, "application/x-ndjson", durable);
    channel = created;
    JsonGenerator generator =
        JSON.createGenerator(new BufferedOutputStream(Channels.newOutputStream(created)));
    // Nothing between two letters but the line break that is written.
    generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
    return generator;
  }

  /** The file, whole once this is closed; null when there are no letters. */
  public @Nullable WrittenFile written() {
    return channel == null ? null : channel.written();
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
