package io.credence.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code credence registry} can do, and the options that each takes. */
enum RegistryVerb {
  REGISTER,
  PROMOTE,
  ROLLBACK,
  RETIRE,
  LIST,
  SHOW,
  LOG,
  VERIFY;

  /** The options that it can't do without. */
  List<String> required() {
    return switch (this) {
      case REGISTER -> List.of("--model");
      case PROMOTE, RETIRE -> List.of("--name", "--version");
      case ROLLBACK, SHOW, LOG -> List.of("--name");
      case LIST, VERIFY -> List.of();
    };
  }

  private List<String> optional() {
    return switch (this) {
      case REGISTER -> List.of("--lineage", "--reason", "--by");
      case PROMOTE -> List.of("--alias", "--evaluation", "--force", "--reason", "--by");
      case ROLLBACK -> List.of("--alias", "--reason", "--by");
      case RETIRE -> List.of("--reason", "--by");
      case LIST, SHOW, LOG -> List.of();
      case VERIFY -> List.of("--name");
    };
  }

  private Stream<String> known() {
    return Stream.concat(required().stream(), optional().stream());
  }

  /** The options that it knows nothing of, though others do. */
  List<String> foreign() {
    List<String> own = known().toList();
    return Arrays.stream(values())
        .flatMap(RegistryVerb::known)
        .distinct()
        .filter(option -> !own.contains(option))
        .toList();
  }

  static Optional<RegistryVerb> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String words() {
    return Arrays.stream(values()).map(RegistryVerb::word).collect(Collectors.joining(", "));
  }
}
