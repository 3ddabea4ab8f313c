package io.credence.jobs.sink.rolling;

import io.credence.files.Listing;
import io.credence.files.Move;
import io.credence.files.Moves;
import java.io.IOException;
import java.util.List;

/** The files of which progress was written last: they may not have got their names yet. */
record LastFiles(RollingFolders folders, List<NamedFile> files) {

  /** Others may name files at the same time, and readers may have taken results away since. */
  void name() throws IOException {
    for (NamedFile file : files) {
      Move move = file.in(folders);
      Moves one = new Moves(List.of(move));
      try {
        if (!one.areMade()) {
          one.make(false);
        }
      } catch (IOException e) {
        if (!one.areMade()) {
          throw e;
        }
      }
      // Also when another made it, and did not come to this: it is not named again.
      if (Listing.size(move.target()).isPresent()) {
        one.settle();
      }
    }
  }

  /** Requires that all are written, whole, and none has its name. */
  void requireWritten() throws IOException {
    new Moves(files.stream().map(file -> file.in(folders)).toList()).requireWritten();
  }
}
