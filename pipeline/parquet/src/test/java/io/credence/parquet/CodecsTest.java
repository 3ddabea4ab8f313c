package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xerial.snappy.Snappy;

class CodecsTest {

  private static final byte[] PAGE =
      "a page of text, of text, of text".repeat(50).getBytes(StandardCharsets.US_ASCII);

  private final Codecs codecs = new Codecs(ParquetSplit.MAX_PAGE_BYTES);

  private static byte[] compress(CompressionCodecName codec) throws IOException {
    return switch (codec) {
      case SNAPPY -> Snappy.compress(PAGE);
      case GZIP -> gzip();
      case LZ4_RAW -> lz4();
      case ZSTD -> Zstd.compress(PAGE);
      default -> PAGE.clone();
    };
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(PAGE);
    }
    return bytes.toByteArray();
  }

  private static byte[] lz4() {
    Lz4Compressor compressor = new Lz4Compressor();
    byte[] bytes = new byte[compressor.maxCompressedLength(PAGE.length)];
    return Arrays.copyOf(bytes, compressor.compress(PAGE, 0, PAGE.length, bytes, 0, bytes.length));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZ4_RAW", "ZSTD"})
  void pagesComeOutAsTheyWentIn(CompressionCodecName codec) throws IOException {
    BytesInputDecompressor decompressor = codecs.getDecompressor(codec);
    BytesInput page = decompressor.decompress(BytesInput.from(compress(codec)), PAGE.length);
    assertThat(PageDecompressor.bytes(page)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZ4_RAW", "ZSTD"})
  void aPageOfAnotherSizeIsAFault(CompressionCodecName codec) throws IOException {
    BytesInput bytes = BytesInput.from(compress(codec));
    BytesInputDecompressor decompressor = codecs.getDecompressor(codec);
    for (int size : new int[] {PAGE.length + 1, PAGE.length - 1, -51}) {
      assertThatThrownBy(() -> decompressor.decompress(bytes, size)).isInstanceOf(Exception.class);
    }
  }

  /** Whatever the bytes are, there is an exception or a page of the right size; seed 7. */
  @ParameterizedTest
  @EnumSource(names = {"SNAPPY", "GZIP", "LZ4_RAW", "ZSTD"})
  void damageIsAFaultOrAPageOfTheRightSize(CompressionCodecName codec) throws IOException {
    Random random = new Random(7);
    BytesInputDecompressor decompressor = codecs.getDecompressor(codec);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = compress(codec);
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      try {
        assertThat(decompressor.decompress(BytesInput.from(damaged), PAGE.length).size())
            .isEqualTo(PAGE.length);
      } catch (IOException | RuntimeException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }

  @Test
  void whatIsWrittenCanBeReadAndIsTheSameEachTime() throws IOException {
    byte[] first = compressed();
    assertThat(compressed()).isEqualTo(first);
    assertThat(Zstd.decompress(first, PAGE.length)).isEqualTo(PAGE);
  }

  /** Columns share a compressor, and go on when one of them is done; pages of seed 11. */
  @Test
  void aPageIsCompressedTheSameWhateverWentBeforeIt() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      byte[] page = new byte[random.nextInt(1 << 18)];
      for (int at = 0; at < page.length; at++) {
        page[at] =
            (byte) (at < 100 ? random.nextInt(1 << i % 9) : page[at - 1 - random.nextInt(99)]);
      }
      Codecs fresh = new Codecs(ParquetSplit.MAX_PAGE_BYTES);
      assertThat(compressed(codecs, page)).isEqualTo(compressed(fresh, page));
      fresh.release();
      codecs.getCompressor(CompressionCodecName.ZSTD).release();
    }
  }

  private byte[] compressed() throws IOException {
    return compressed(codecs, PAGE);
  }

  private static byte[] compressed(Codecs codecs, byte[] page) throws IOException {
    var compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
    return PageDecompressor.bytes(compressor.compress(BytesInput.from(page)));
  }

  @Test
  void aCodecWithoutALibraryIsRefused() {
    assertThatThrownBy(() -> codecs.getDecompressor(CompressionCodecName.LZO))
        .hasMessage("no library for codec LZO");
  }
}
