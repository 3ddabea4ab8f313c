package io.credence.jobs.sink.folder;

import io.credence.beam.store.StoredFile;
import io.credence.files.Listing;
import io.credence.files.Sha256;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.UnreadableParquetException;
import io.credence.problem.Problems;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Compares results with their manifest: that each file is there, its size, its SHA-256 and its
 * records; and that no other file looks like one of them. Files are read a piece at a time.
 */
public final class ResultsCheck {

  private static final int PIECE = 1 << 16;

  private final RunFolders folders;
  private final Problems problems = new Problems();
  private final Set<ResourceId> known = new LinkedHashSet<>();
  private long files;
  private long right;
  private long bytes;

  public ResultsCheck(RunFolders folders) {
    this.folders = folders;
  }

  /** What a file holds. */
  private record Content(long bytes, long lines, String sha256) {}

  /**
   * Compares all.
   *
   * @throws IOException when a file can't be read
   */
  public void run(Manifest manifest) throws IOException {
    for (Manifest.FileEntry entry : manifest.outputs()) {
      check(entry);
    }
    for (Manifest.FileEntry entry : manifest.deadLetters().files()) {
      check(entry);
    }
    OutputContents contents = new OutputContents(folders);
    List<ResourceId> others = new ArrayList<>(contents.parts());
    others.addAll(contents.letters(true, Set.of()));
    for (ResourceId other : others) {
      if (!known.contains(other) && !OutputNames.isGivenUp(other)) {
        problems.add(other + ": is in the folder, but not in the manifest");
      }
    }
    if (Listing.size(folders.claim()).isPresent()) {
      problems.add(
          folders.claim()
              + ": a run is publishing its results, or was interrupted at it; until a run with"
              + " --overwrite has tidied up, the manifest alone says which files are results");
    }
  }

  private void check(Manifest.FileEntry entry) throws IOException {
    files++;
    ListedNames listed = new ListedNames(folders);
    Optional<ResourceId> file = listed.in(entry.file()).or(() -> listed.elsewhere(entry.file()));
    if (file.isEmpty()) {
      problems.add(entry.file() + ": is in the manifest, but is no name of a file of results");
      return;
    }
    known.add(file.get());
    try {
      Optional<String> wrong = wrong(file.get(), entry);
      if (wrong.isPresent()) {
        problems.add(file.get() + ": " + wrong.get());
      } else {
        right++;
      }
    } catch (FileNotFoundException e) {
      problems.add(file.get() + ": is in the manifest, but is not there");
    }
  }

  private Optional<String> wrong(ResourceId file, Manifest.FileEntry entry) throws IOException {
    Content content = read(file);
    bytes += content.bytes();
    if (entry.bytes() == null || entry.bytes() != content.bytes()) {
      return Optional.of("must have " + entry.bytes() + " bytes, but has " + content.bytes());
    }
    if (!content.sha256().equals(entry.sha256())) {
      return Optional.of(
          "must have the SHA-256 %s, but has %s".formatted(entry.sha256(), content.sha256()));
    }
    long records = OutputNames.isDeadLetters(OutputNames.last(file)) ? content.lines() : rows(file);
    return records == entry.records()
        ? Optional.empty()
        : Optional.of("must have " + entry.records() + " records, but has " + records);
  }

  private static Content read(ResourceId file) throws IOException {
    MessageDigest digest = Sha256.begin();
    byte[] piece = new byte[PIECE];
    long bytes = 0;
    long lines = 0;
    try (InputStream in = Channels.newInputStream(StoredFile.open(file))) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
        bytes += read;
        for (int i = 0; i < read; i++) {
          lines += piece[i] == '\n' ? 1 : 0;
        }
      }
    }
    return new Content(bytes, lines, Sha256.hex(digest));
  }

  private static long rows(ResourceId file) throws IOException {
    try {
      return ParquetInput.open(file).rows();
    } catch (UnreadableParquetException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A line for each thing that is not as the manifest says. */
  public Problems problems() {
    return problems;
  }

  /** How many files the manifest lists. */
  public long listed() {
    return files;
  }

  /** How many of them are right. */
  public long right() {
    return right;
  }

  /** How many bytes were read. */
  public long bytes() {
    return bytes;
  }
}
