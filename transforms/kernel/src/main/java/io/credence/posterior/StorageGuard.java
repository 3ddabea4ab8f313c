package io.credence.posterior;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.chunked.ChunkedDatasetV4;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Checks that a data set can be read, and will be read right, before any memory is taken for it.
 * Each check answers to something that jHDF 0.13.0 was seen to do.
 */
final class StorageGuard {

  /** The most that deflate can shrink, which bounds what the bytes of a file can expand to. */
  private static final long MAX_DEFLATE_RATIO = 1032;

  private final Dataset dataset;
  private final String what;
  private final long fileSize;

  private StorageGuard(Dataset dataset, long fileSize) {
    this.dataset = dataset;
    this.what = "variable " + dataset.getPath();
    this.fileSize = fileSize;
  }

  static void check(NetCdfVariable variable) throws UnreadableException {
    StorageGuard guard = new StorageGuard(variable.dataset(), variable.fileSize());
    long bytes = guard.checkSize();
    if (bytes == 0) {
      return;
    }
    if (variable.dataset() instanceof ChunkedDataset chunked) {
      guard.checkChunks(chunked, bytes);
    } else if (variable.dataset().isEmpty()) {
      throw guard.notWritten();
    } else {
      guard.requirePlausible(bytes, variable.fileSize(), 1);
    }
  }

  private long checkSize() throws UnreadableException {
    long bytes = product(dataset.getDimensionsAsLong(), dataset.getDataType().getSize());
    if (bytes > Integer.MAX_VALUE) {
      throw new UnreadableException(
          ("%s must take at most %s bytes, but has the shape %s. Thin the draws or split the"
                  + " variable before saving")
              .formatted(what, Integer.MAX_VALUE, Arrays.toString(dataset.getDimensionsAsLong())));
    }
    requirePlausible(bytes, fileSize, MAX_DEFLATE_RATIO);
    return bytes;
  }

  /** Memory is only taken for what the file can hold; a damaged length may ask for any amount. */
  private void requirePlausible(long bytes, long stored, long ratio) throws UnreadableException {
    if (bytes > stored * ratio) {
      throw new UnreadableException(
          "%s claims %s bytes, which cannot come out of the %s bytes stored; the file is damaged"
              .formatted(what, bytes, stored));
    }
  }

  private void checkChunks(ChunkedDataset chunked, long bytes) throws UnreadableException {
    refuseReordered(chunked);
    long[] shape = chunked.getDimensionsAsLong();
    long[] chunk = Arrays.stream(chunked.getChunkDimensions()).asLongStream().toArray();
    if (chunk.length != shape.length || Arrays.stream(chunk).anyMatch(length -> length < 1)) {
      throw new UnreadableException(
          "%s has blocks of shape %s that do not fit its shape %s; the file is damaged"
              .formatted(what, Arrays.toString(chunk), Arrays.toString(shape)));
    }
    long blockBytes = product(chunk, dataset.getDataType().getSize());
    requirePlausible(blockBytes, fileSize, MAX_DEFLATE_RATIO);
    long[] blocks = new long[shape.length];
    Arrays.setAll(blocks, i -> (shape[i] + chunk[i] - 1) / chunk[i]);
    // Each block takes a byte at least, and the index of blocks takes memory too.
    requirePlausible(product(blocks, 1), fileSize, 1);
    if (chunked.isEmpty()) {
      throw notWritten();
    }
    checkBlocks(chunked, blocks, chunk, blockBytes);
    requirePlausible(bytes, Math.min(fileSize, chunked.getStorageInBytes()), MAX_DEFLATE_RATIO);
  }

  /**
   * With HDF5's newest file format, one unlimited dimension and not the first, blocks are indexed
   * as if that dimension came first, and jHDF puts them in the wrong places without a word.
   */
  private void refuseReordered(ChunkedDataset chunked) throws UnreadableException {
    long[] max = chunked.getMaxSize();
    long unlimited = Arrays.stream(max).filter(length -> length == -1).count();
    if (chunked instanceof ChunkedDatasetV4 && unlimited == 1 && max[0] != -1) {
      throw new UnreadableException(
          ("%s must not have an unlimited dimension behind its first one in a file with"
                  + " libver=\"latest\", because its values would be read in the wrong order. Save it"
                  + " with fixed dimensions, as idata.to_netcdf(...) does")
              .formatted(what));
    }
  }

  /**
   * jHDF reads 0.0 where a block was never written, whatever the fill value is, and unpacks a block
   * to whatever length it has.
   */
  private void checkBlocks(ChunkedDataset chunked, long[] blocks, long[] chunk, long blockBytes)
      throws UnreadableException {
    boolean packed = !chunked.getFilters().isEmpty();
    long count = product(blocks, 1);
    int[] offset = new int[blocks.length];
    for (long number = 0; number < count; number++) {
      long rest = number;
      for (int axis = blocks.length - 1; axis >= 0; axis--) {
        offset[axis] = Math.toIntExact(rest % blocks[axis] * chunk[axis]);
        rest /= blocks[axis];
      }
      ByteBuffer block = block(chunked, offset);
      if (!block.hasRemaining()) {
        throw new UnreadableException(
            ("%s must be written in full, but the block at %s is missing from the file. The fit was"
                    + " interrupted, or the file is damaged: save it again")
                .formatted(what, Arrays.toString(offset)));
      }
      if (packed && Deflated.isLongerThan(block, 2 * blockBytes)) {
        throw new UnreadableException(
            ("%s has blocks of %s bytes, but the one at %s unpacks to more than twice as many; the"
                    + " file is damaged")
                .formatted(what, blockBytes, Arrays.toString(offset)));
      }
    }
  }

  private static ByteBuffer block(ChunkedDataset chunked, int[] offset) {
    try {
      return chunked.getRawChunkBuffer(offset);
    } catch (RuntimeException e) {
      return ByteBuffer.allocate(0); // the library's way to say that there is no such block
    }
  }

  private UnreadableException notWritten() {
    return new UnreadableException(
        what + " must have values, but none was ever written. Remove it, or save the fit again");
  }

  private static long product(long[] lengths, long start) {
    long product = start;
    for (long length : lengths) {
      product = length == 0 ? 0 : multiplySaturating(product, length);
    }
    return product;
  }

  private static long multiplySaturating(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high == 0 && low >= 0 && b > 0 ? low : Long.MAX_VALUE;
  }
}
