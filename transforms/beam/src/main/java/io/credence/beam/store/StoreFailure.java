package io.credence.beam.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Failures of Amazon's client for S3, in words. They are known by their text: a failure that comes
 * back from another machine is often nothing but text.
 */
public final class StoreFailure {

  /** Of the others, the client asks only for credentials. */
  private static final String STORE = "S3";

  /** What the client adds to what the store said: the name of the service, the status, and ids. */
  private static final Pattern NOISE =
      Pattern.compile(
          " ?\\(Service: ([^,()]+), Status Code: (\\d+)[^()]*\\)( ?\\(SDK Attempt[^)]*\\))?");

  private static final Pattern CLIENT_NOISE = Pattern.compile(" ?\\(SDK Attempt[^)]*\\)");

  /** The names of exception classes that text begins with when it comes from another machine. */
  private static final Pattern CLASSES = Pattern.compile("^(?:[\\w$]+\\.)+[\\w$]+: ");

  private static final Pattern OTHER_REGION =
      Pattern.compile("expecting '([^']+)'|region to use is '?([\\w-]+)'?");

  private StoreFailure() {}

  /** Whether a failure is one of those that {@link #line} has words for. */
  public static boolean isKnown(Throwable failure) {
    return words(failure) != null;
  }

  /** What happened, in one line without ids of requests. */
  public static String line(Throwable failure) {
    String words = words(failure);
    return words == null ? text(failure).replace('\n', ' ') : words;
  }

  private static @Nullable String words(Throwable failure) {
    String text = text(failure);
    if (NoCredentials.isMeantBy(text)) {
      return NoCredentials.line(text);
    }
    Matcher noise = NOISE.matcher(text);
    if (!noise.find()) {
      return unanswered(text);
    }
    int status = Integer.parseInt(noise.group(2));
    return noise.group(1).equals(STORE)
        ? answered(status, said(text))
        : String.format(
            Locale.ROOT, "%s gives no credentials (%s, %d)", noise.group(1), said(text), status);
  }

  private static String answered(int status, String said) {
    Matcher other = OTHER_REGION.matcher(said);
    if (other.find()) {
      String region = other.group(1) == null ? other.group(2) : other.group(1);
      return String.format(
          Locale.ROOT,
          "the bucket is in the region %s (%d); --s3Region=%s names it",
          region,
          status,
          region);
    }
    String meaning = meaning(status, said.toLowerCase(Locale.ROOT));
    return String.format(
        Locale.ROOT, "%s (%s%d)", meaning, said.isEmpty() ? "" : said + ", ", status);
  }

  private static String meaning(int status, String said) {
    if (status == 301 || said.contains("region")) {
      return "the bucket is in another region, which --s3Region must name";
    }
    if (said.contains("expired")) {
      return "the credentials have expired";
    }
    if (said.contains("access key id") || said.contains("signature")) {
      return "the credentials are refused";
    }
    if (said.contains("storage class")) {
      return "the object is archived; restore it first";
    }
    if (said.contains("time") && said.contains("too large")) {
      return "this machine's clock is wrong";
    }
    return switch (status) {
      case 400 -> "the request is refused, as it is with expired credentials";
      case 401, 403 -> "access is denied";
      case 404 -> said.contains("bucket") ? "there is no such bucket" : "there is no such object";
      case 429, 503 -> "the store asks to slow down, and did so to the last attempt";
      default -> status >= 500 ? "the store failed, to the last attempt" : "the store refuses";
    };
  }

  /** Where nothing came back from the store. */
  private static @Nullable String unanswered(String message) {
    if (message.startsWith("Unable to load region")) {
      return "no region is known; name it with --s3Region, or set AWS_REGION";
    }
    if (message.startsWith("Unable to execute HTTP request: ")) {
      String why = message.substring("Unable to execute HTTP request: ".length());
      return "the store does not answer: " + CLIENT_NOISE.matcher(why).replaceAll("");
    }
    return null;
  }

  /** A message without what the client added. */
  static String said(String text) {
    String said = NOISE.matcher(text).replaceAll("").strip();
    return said.equals("null") ? "" : said.replace('\n', ' ').replaceFirst("\\.$", "");
  }

  /** What it says itself, without the names of classes; or the first of its causes that speaks. */
  private static String text(Throwable failure) {
    Throwable cause = failure;
    while (cause.getMessage() == null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String text =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    for (Matcher m = CLASSES.matcher(text); m.find(); m = CLASSES.matcher(text)) {
      text = text.substring(m.end());
    }
    return text;
  }
}
