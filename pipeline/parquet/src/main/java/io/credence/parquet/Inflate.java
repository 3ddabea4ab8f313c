package io.credence.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.xerial.snappy.Snappy;

/** Decompresses one page: fills {@code out}, and says how many bytes there were. */
@FunctionalInterface
interface Inflate {

  Inflate NONE =
      (in, out) -> {
        System.arraycopy(in, 0, out, 0, Math.min(in.length, out.length));
        return in.length;
      };

  /** Snappy writes without looking at the end of the array, so the size is asked for before. */
  Inflate SNAPPY =
      (in, out) -> {
        int size = Snappy.uncompressedLength(in);
        return size == out.length ? Snappy.uncompress(in, 0, in.length, out, 0) : size;
      };

  Inflate GZIP =
      (in, out) -> {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(in))) {
          return read(stream, out);
        }
      };

  Inflate BROTLI =
      (in, out) -> {
        try (BrotliInputStream stream = new BrotliInputStream(new ByteArrayInputStream(in))) {
          return read(stream, out);
        }
      };

  Inflate LZ4 = (in, out) -> new Lz4Decompressor().decompress(in, 0, in.length, out, 0, out.length);

  Inflate ZSTD =
      (in, out) -> {
        long size = Zstd.decompressByteArray(out, 0, out.length, in, 0, in.length);
        if (Zstd.isError(size)) {
          throw new ZstdException(size);
        }
        return (int) size;
      };

  int inflate(byte[] in, byte[] out) throws IOException;

  /** One byte more than there is room for tells that there are too many. */
  private static int read(InputStream stream, byte[] out) throws IOException {
    int size = stream.readNBytes(out, 0, out.length);
    return size == out.length && stream.read() >= 0 ? size + 1 : size;
  }
}
