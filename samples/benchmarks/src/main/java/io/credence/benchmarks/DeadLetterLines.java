package io.credence.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.credence.beam.DeadLetter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import org.jspecify.annotations.Nullable;

/** Dead letters as lines of JSON, in a file that is only made when there is a first one. */
final class DeadLetterLines implements Closeable {

  private static final JsonFactory JSON = new JsonFactory();

  private final String file;
  private @Nullable JsonGenerator out;
  private long count;

  DeadLetterLines(String file) {
    this.file = file;
  }

  void write(DeadLetter letter) throws IOException {
    JsonGenerator generator = out;
    if (generator == null) {
      generator = open();
      out = generator;
    }
    letter.writeJson(generator);
    generator.writeRaw('\n');
    count++;
  }

  private JsonGenerator open() throws IOException {
    JsonGenerator generator =
        JSON.createGenerator(
            new BufferedOutputStream(Channels.newOutputStream(SplitFiles.create(file))));
    generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
    return generator;
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
