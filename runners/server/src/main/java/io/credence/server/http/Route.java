package io.credence.server.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a method and a path to what answers.
 *
 * @param name a word for it, in metrics and logs
 * @param method GET or POST
 * @param path a pattern, whose groups are the names in it
 * @param endpoint what answers
 * @param isOpen whether it needs no key
 * @param body what its body is; null when it has none
 */
public record Route(
    String name,
    String method,
    Pattern path,
    Endpoint endpoint,
    boolean isOpen,
    @Nullable MediaType body) {

  private static final String NAME = "([^/]+)";
  private static final String GET = "GET";
  private static final String POST = "POST";

  /** What is asked without a body. */
  public static Route get(String name, String path, Endpoint endpoint) {
    return new Route(name, GET, pattern(path), endpoint, false, null);
  }

  /** What is asked without a body and without a key, such as by a probe. */
  public static Route open(String name, String path, Endpoint endpoint) {
    return new Route(name, GET, pattern(path), endpoint, true, null);
  }

  /** What is asked with a body of JSON. */
  public static Route post(String name, String path, Endpoint endpoint) {
    return new Route(name, POST, pattern(path), endpoint, false, MediaType.JSON);
  }

  /** As {@link #post}, for clients that do not say that it is JSON; it must change nothing. */
  public static Route untyped(String name, String path, Endpoint endpoint) {
    return new Route(name, POST, pattern(path), endpoint, false, MediaType.JSON_WITHOUT_A_WORD);
  }

  /** What is asked with the form of a page. */
  public static Route form(String name, String path, Endpoint endpoint) {
    return new Route(name, POST, pattern(path), endpoint, false, MediaType.FORM);
  }

  /** A star stands for a name; what stands in parentheses may be left out. */
  private static Pattern pattern(String path) {
    String regex =
        path.replace(".", "\\.").replace("(", "(?:").replace(")", ")?").replace("*", NAME);
    return Pattern.compile(regex);
  }

  boolean takes(String asked) {
    return method.equals(asked) || (asked.equals("HEAD") && method.equals(GET));
  }

  /** The names in a path; null when it is not this route's. */
  @Nullable List<@Nullable String> names(String asked) {
    Matcher matcher = path.matcher(asked);
    if (!matcher.matches()) {
      return null;
    }
    List<@Nullable String> names = new ArrayList<>(matcher.groupCount());
    for (int i = 1; i <= matcher.groupCount(); i++) {
      names.add(matcher.group(i));
    }
    return Collections.unmodifiableList(names);
  }
}
