package io.credence.fuzzing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.beam.store.FileKind;
import io.credence.beam.store.StoredFile;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.SplitReader;
import io.credence.parquet.UnreadableParquetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.parquet.example.data.Group;

/** Files of Parquet: each row becomes JSON. */
final class ParquetDoor implements Door {

  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  private final ScratchFile file;
  private final UnaryOperator<byte[]> whole;

  private ParquetDoor(UnaryOperator<byte[]> whole) throws IOException {
    this.file = new ScratchFile(".parquet");
    this.whole = whole;
  }

  /** Footers behind the pages of a sound file. */
  static Door footers() throws IOException {
    byte[] sound = sound();
    byte[] pages = Arrays.copyOf(sound, footerStart(sound));
    return new ParquetDoor(footer -> joined(pages, footer));
  }

  /**
   * Pages before the footer of a sound file, which says that they are as many bytes as they were;
   * its own follow where there are fewer.
   */
  static Door pages() throws IOException {
    byte[] sound = sound();
    int start = footerStart(sound);
    byte[] footer = Arrays.copyOfRange(sound, start, sound.length - 8);
    return new ParquetDoor(pages -> joined(over(Arrays.copyOf(sound, start), pages), footer));
  }

  private static byte[] over(byte[] sound, byte[] pages) {
    System.arraycopy(pages, 0, sound, 0, Math.min(pages.length, sound.length));
    return sound;
  }

  private static byte[] sound() throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/sound.parquet"));
  }

  private static int footerStart(byte[] file) {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    return file.length - 8 - length;
  }

  private static byte[] joined(byte[] pages, byte[] footer) {
    return ByteBuffer.allocate(pages.length + footer.length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(pages)
        .put(footer)
        .putInt(footer.length)
        .put(MAGIC)
        .array();
  }

  @Override
  public String enter(byte[] bytes) throws IOException {
    String name = file.holding(whole.apply(bytes));
    try {
      int rows = 0;
      ParquetInput input = ParquetInput.open(StoredFile.find(name, FileKind.ANY).files().get(0));
      for (ParquetSplit split : input.splits(1_000)) {
        rows += read(split);
      }
      return rows + " rows";
    } catch (UnreadableParquetException | IOException e) {
      return Refusal.of(e, name);
    }
  }

  private static int read(ParquetSplit split) throws IOException {
    int count = 0;
    try (SplitReader rows = SplitReader.open(split)) {
      GroupFormat format = new GroupFormat(rows.schema());
      for (Group row = rows.next(); row != null; row = rows.next()) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(text)) {
          format.writeJson(row, out);
        }
        StrictJson.require(text.toByteArray());
        count++;
      }
    }
    return count;
  }
}
