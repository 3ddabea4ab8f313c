package io.credence.messages.encoding;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a location. Their values are taken as they are written: no %20, no plus. */
final class Query {

  private static final String FORMAT = "format";
  private static final String SCHEMA = "schema";
  private static final String REGISTRY = "registry";
  private static final List<String> KNOWN = List.of(FORMAT, SCHEMA, REGISTRY);

  private final Map<String, String> given = new HashMap<>();

  private Query() {}

  static Query parse(String text) {
    Query query = new Query();
    for (String parameter : text.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "'?%s': a topic has no such parameter; it has %s"
                .formatted(name, String.join(", ", KNOWN)));
      }
      if (equals < 0 || equals == parameter.length() - 1) {
        throw new IllegalArgumentException("'?%s' has no value".formatted(name));
      }
      if (query.given.put(name, parameter.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("'?%s' is given twice".formatted(name));
      }
    }
    return query;
  }

  Encoding encoding() {
    String format = given.getOrDefault(FORMAT, "json");
    return switch (format) {
      case "json" -> json();
      case "avro" -> avro(given.get(SCHEMA), given.get(REGISTRY));
      default ->
          throw new IllegalArgumentException(
              "'?format=" + format + "': there are ?format=json and ?format=avro");
    };
  }

  private Encoding json() {
    for (String name : List.of(SCHEMA, REGISTRY)) {
      if (given.containsKey(name)) {
        throw new IllegalArgumentException("'?%s' is for ?format=avro alone".formatted(name));
      }
    }
    return new Encoding.Json();
  }

  private static Encoding avro(@Nullable String schema, @Nullable String registry) {
    if (schema != null && registry == null) {
      return new Encoding.AvroFile(schema);
    }
    if (schema == null && registry != null) {
      return new Encoding.AvroRegistry(registry(registry));
    }
    throw new IllegalArgumentException(
        "'?format=avro' takes one of schema=FILE and registry=URL, but %s given"
            .formatted(schema == null ? "none is" : "both are"));
  }

  private static URI registry(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'?registry' must be a URL such as http://HOST:8081", e);
    }
    // Refused before it is shown: it may hold a password.
    if (url.getRawUserInfo() != null || text.contains("@")) {
      throw new IllegalArgumentException(
          "'?registry' must hold no user and no password: give them as basic.auth.user.info in the"
              + " file of --kafkaProperties");
    }
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "'?registry=" + text + "' must be a URL such as http://HOST:8081");
    }
    return url;
  }
}
