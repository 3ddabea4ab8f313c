package io.credence.jobs.faults;

import static io.credence.jobs.faults.FaultyPath.real;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes each call of the real file system, should it not be its turn to fail. */
public final class FaultyProvider extends FileSystemProvider {

  private final FileSystemProvider real;
  private final FaultyFileSystem fileSystem;

  /** As the JVM makes its default one: over that which it would have else. */
  public FaultyProvider(FileSystemProvider real) {
    this.real = real;
    this.fileSystem = new FaultyFileSystem(this, real.getFileSystem(URI.create("file:///")));
  }

  @Override
  public String getScheme() {
    return real.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
    return real.newFileSystem(uri, env);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return fileSystem;
  }

  @Override
  public Path getPath(URI uri) {
    return new FaultyPath(fileSystem, real.getPath(uri));
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return Faults.call(
        "open",
        path,
        () ->
            new FaultyChannel(path, real.newFileChannel(real(path), options, attributes), options));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> stream =
        Faults.call(
            "list",
            dir,
            () ->
                real.newDirectoryStream(
                    real(dir), path -> filter.accept(new FaultyPath(fileSystem, path))));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> paths = stream.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            try {
              return Faults.call("entry", dir, paths::hasNext);
            } catch (IOException e) {
              throw new DirectoryIteratorException(e);
            }
          }

          @Override
          public Path next() {
            return new FaultyPath(fileSystem, paths.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
    run("createDirectory", dir, () -> real.createDirectory(real(dir), attributes));
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    run(
        "link",
        link,
        () -> {
          real.createLink(real(link), real(existing));
          Faults.unforced(link).linked(real(link), real(existing));
        });
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    run("symlink", link, () -> real.createSymbolicLink(real(link), real(target), attributes));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return Faults.call(
        "readLink", link, () -> new FaultyPath(fileSystem, real.readSymbolicLink(real(link))));
  }

  @Override
  public void delete(Path path) throws IOException {
    run(
        "delete",
        path,
        () -> {
          real.delete(real(path));
          Faults.unforced(path).deleted(real(path));
        });
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    run("copy", target, () -> real.copy(real(source), real(target), options));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    run(
        "move",
        target,
        () -> {
          real.move(real(source), real(target), options);
          Faults.unforced(target).moved(real(source), real(target));
        });
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return Faults.call("isSameFile", path, () -> real.isSameFile(real(path), real(other)));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    run("access", path, () -> real.checkAccess(real(path), modes));
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return Faults.call("stat", path, () -> real.readAttributes(real(path), type, options));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return Faults.call("stat", path, () -> real.readAttributes(real(path), attributes, options));
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    run("setAttribute", path, () -> real.setAttribute(real(path), attribute, value, options));
  }

  @FunctionalInterface
  private interface Step {
    void make() throws IOException;
  }

  private static void run(String name, Path path, Step step) throws IOException {
    Faults.call(
        name,
        path,
        () -> {
          step.make();
          return true;
        });
  }
}
