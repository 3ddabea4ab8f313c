package io.credence.server;

import io.credence.cli.text.Printer;
import io.credence.server.options.ServeHelp;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/** The entry point of the server's jar. */
public final class Serve {

  private static final String COMMAND = "serve";
  private static final List<String> HELP = List.of("help", "--help", "-h");

  private static final int WRONG_REQUEST = 2;

  private Serve() {}

  /** Runs {@code serve} with its options, and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    List<String> arguments = Arrays.asList(args);
    Printer err = new Printer(new FileOutputStream(FileDescriptor.err), charset());
    if (asksForHelp(arguments)) {
      Printer out = new Printer(new FileOutputStream(FileDescriptor.out), charset());
      ServeHelp.lines().forEach(out::println);
      return;
    }
    if (arguments.isEmpty() || !arguments.get(0).equals(COMMAND)) {
      err.println("This jar has one command: serve --model=FOLDER; and help serve");
      System.exit(WRONG_REQUEST);
    }
    System.exit(ServeCommand.run(arguments.subList(1, arguments.size()), err));
  }

  private static boolean asksForHelp(List<String> arguments) {
    return arguments.stream().anyMatch(HELP::contains);
  }

  /** Java 17 and 18 know only that of the machine. */
  private static Charset charset() {
    return Charset.forName(
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
  }
}
