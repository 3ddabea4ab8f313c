package io.credence.server;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in one line what became of a file; the messages of some exceptions are bare names. */
final class FileFailures {

  private FileFailures() {}

  static String line(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (failure instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + ": is a file, not a folder";
    }
    if (failure instanceof CharacterCodingException) {
      return "must be a text in UTF-8";
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + file.getClass().getSimpleName();
    }
    return String.valueOf(failure.getMessage());
  }
}
