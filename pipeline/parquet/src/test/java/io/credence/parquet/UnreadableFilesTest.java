package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFilesTest {

  private final Path folder;

  UnreadableFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private byte[] good() throws IOException {
    Path file = folder.resolve("good.parquet");
    return java.nio.file.Files.readAllBytes(
        Files.write(file, AllTypes.SCHEMA, AllTypes.rows(50), 100));
  }

  private void assertUnreadable(byte[] content, String... problem) throws IOException {
    Path file = folder.resolve("bad.parquet");
    java.nio.file.Files.write(file, content);
    assertThatThrownBy(() -> Files.open(file))
        .isInstanceOf(UnreadableParquetException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContainingAll(problem);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void empty() throws IOException {
    assertUnreadable(new byte[0], "has 0 bytes; a Parquet file begins and ends with PAR1");
  }

  @Test
  void text() throws IOException {
    assertUnreadable(ascii("id,x\n1,2\n3,4\n"), "is no Parquet file: begins with \"id,x.1,2.3,4\"");
    assertUnreadable(ascii("a\n"), "begins with \"a.\"");
  }

  @Test
  void cutShort() throws IOException {
    byte[] good = good();
    assertUnreadable(Arrays.copyOf(good, good.length / 2), "cut short", "no footer at the end");
    assertUnreadable(ascii("PAR1"), "cut short: has only 4 bytes");
  }

  @Test
  void encrypted() throws IOException {
    assertUnreadable(ascii("PARE12345678PARE"), "is encrypted");
    assertUnreadable(ascii("PAR112345678PARE"), "is encrypted");
  }

  @Test
  void footerOfImpossibleLength() throws IOException {
    byte[] bytes = good();
    bytes[bytes.length - 5] = 0x7f;
    assertUnreadable(bytes, "damaged: says its footer has 21", "but the file has " + bytes.length);
  }

  @Test
  void footerOfNonsense() throws IOException {
    byte[] bytes = good();
    Arrays.fill(bytes, bytes.length - 1_000, bytes.length - 8, (byte) 0x5a);
    assertUnreadable(bytes, "its footer cannot be understood");
  }

  @Test
  void aDictionaryWhoseValuesLieBeyondIt() throws Exception {
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required binary s (STRING); }");
    Path file = folder.resolve("dictionary.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withPageWriteChecksumEnabled(false)
            .build()) {
      for (int row = 0; row < 50; row++) {
        writer.write(new SimpleGroup(schema).append("s", "eleven"));
      }
    }
    byte[] bytes = java.nio.file.Files.readAllBytes(file);
    int length = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("eleven") - 4;
    assertThat(bytes[length]).isEqualTo((byte) 6);
    for (int wrong : new int[] {7, 0x7fffffff, -1}) {
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length, wrong);
      java.nio.file.Files.write(file, bytes);
      assertThatThrownBy(() -> Files.rows(file, 1_000))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(
              "dictionary.parquet: row 0 in row group 0 cannot be read: the file is damaged (column s");
    }
  }

  @Test
  void aDamagedPageFailsWithFileAndRow() throws Exception {
    byte[] bytes = good();
    for (int i = 0; i < 200; i++) {
      bytes[bytes.length / 8 + i] ^= 0x55;
    }
    Path file = folder.resolve("damaged.parquet");
    java.nio.file.Files.write(file, bytes);
    assertThat(Files.open(file).rows()).isEqualTo(50);
    assertThatThrownBy(() -> Files.rows(file, 1_000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged.parquet: row ")
        .hasMessageContaining(" cannot be read: ");
  }
}
