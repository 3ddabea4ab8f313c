package io.credence.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code credence registry} can do, and the options that each takes. */
enum RegistryVerb {
  REGISTER(List.of("--model"), List.of("--lineage", "--reason", "--by")),
  PROMOTE(
      List.of("--name", "--version"),
      List.of("--alias", "--evaluation", "--force", "--reason", "--by")),
  ROLLBACK(List.of("--name"), List.of("--alias", "--reason", "--by")),
  RETIRE(List.of("--name", "--version"), List.of("--reason", "--by")),
  LIST(List.of(), List.of()),
  SHOW(List.of("--name"), List.of()),
  LOG(List.of("--name"), List.of()),
  VERIFY(List.of(), List.of("--name"));

  /** Those of one verb or another. */
  private static final List<String> SOME =
      Arrays.stream(values())
          .flatMap(verb -> Stream.concat(verb.required.stream(), verb.optional.stream()))
          .distinct()
          .toList();

  private final List<String> required;
  private final List<String> optional;

  RegistryVerb(List<String> required, List<String> optional) {
    this.required = required;
    this.optional = optional;
  }

  /** The options that it can't do without. */
  List<String> required() {
    return required;
  }

  /** The options that it knows nothing of, though others do. */
  List<String> foreign() {
    return SOME.stream()
        .filter(option -> !required.contains(option) && !optional.contains(option))
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
