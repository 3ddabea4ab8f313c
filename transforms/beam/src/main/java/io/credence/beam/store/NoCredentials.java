package io.credence.beam.store;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why Amazon's client has no credentials. It asks one provider after the other, and lists them all
 * with what each says of itself; only those are of interest that something was configured for.
 */
final class NoCredentials {

  private static final String BEGIN = "Unable to load credentials";

  /** Here the list of reasons begins, behind one of the providers and their own settings. */
  private static final String REASONS = "]) : [";

  private static final Pattern REASON =
      Pattern.compile(
          "(\\w+)CredentialsProvider\\(.*?\\): (.*?)(?=, \\w+CredentialsProvider\\(|\\]?$)",
          Pattern.DOTALL);

  /** What providers say for which nothing is configured. */
  private static final Pattern NOTHING_CONFIGURED =
      Pattern.compile(
          "Access key must be specified"
              + "|AWS_WEB_IDENTITY_TOKEN_FILE or the java"
              + "|no credentials for profile 'default'"
              + "|neither AWS_CONTAINER_");

  /** Machines outside Amazon have none, so its failure says nothing. */
  private static final String OF_THE_MACHINE = "InstanceProfile";

  /** A profile's name, before the names of all there are. */
  private static final Pattern NO_PROFILE =
      Pattern.compile("^Profile file contained no credentials for profile '([^']*)'.*");

  private static final Pattern NO_HOST = Pattern.compile("^Received an UnknownHostException.*");

  private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z]\\w*: )");

  private NoCredentials() {}

  /** Whether it is credentials that a message of the client misses. */
  static boolean isMeantBy(String message) {
    return message.startsWith(BEGIN) || NO_PROFILE.matcher(message).find();
  }

  /** Such a message in one line: names of profiles and files, but never what is in them. */
  static String line(String message) {
    String reasons = message.startsWith(BEGIN) ? reasons(message) : plain(message);
    return reasons.isEmpty()
        ? "no credentials are found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
            + " AWS_PROFILE, or give the machine or the pod a role"
        : "no credentials are found: " + reasons;
  }

  private static String reasons(String message) {
    int list = message.indexOf(REASONS);
    Matcher reason = REASON.matcher(list < 0 ? "" : message.substring(list + REASONS.length()));
    return reason
        .results()
        .filter(NoCredentials::isConfigured)
        .map(found -> name(found.group(1)) + ": " + plain(found.group(2)))
        .collect(Collectors.joining("; "));
  }

  private static boolean isConfigured(MatchResult reason) {
    return !reason.group(1).equals(OF_THE_MACHINE)
        && !NOTHING_CONFIGURED.matcher(reason.group(2)).find();
  }

  /** {@code WebIdentityToken} is a "web identity token". */
  private static String name(String provider) {
    return provider.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String plain(String reason) {
    String said = StoreFailure.said(reason);
    said = NO_PROFILE.matcher(said).replaceFirst("there is no profile '$1' with credentials");
    said = NO_HOST.matcher(said).replaceFirst("the host of its service is not known");
    return PACKAGES.matcher(said).replaceAll("");
  }
}
