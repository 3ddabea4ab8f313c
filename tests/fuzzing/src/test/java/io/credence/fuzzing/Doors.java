package io.credence.fuzzing;

import java.io.IOException;
import java.util.Locale;

/** Every door, each with a corpus of its name. */
enum Doors {
  JSON,
  AVRO,
  REGISTRY,
  LETTERS,
  FOOTER,
  PAGES,
  POSTERIOR,
  PROGRESS,
  MODEL,
  EXPRESSION,
  VERIFICATION;

  /** Opens a door, through which any number of bytes may come. */
  Door open() throws IOException {
    return switch (this) {
      case JSON -> MessageDoor.json();
      case AVRO -> MessageDoor.avro();
      case REGISTRY -> new RegistryDoor();
      case LETTERS -> new LettersDoor();
      case FOOTER -> ParquetDoor.footers();
      case PAGES -> ParquetDoor.pages();
      case POSTERIOR -> new PosteriorDoor();
      case PROGRESS -> new ProgressDoor();
      case MODEL -> ModelDoor.description();
      case EXPRESSION -> new ExpressionDoor();
      case VERIFICATION -> ModelDoor.verification();
    };
  }

  /** Of its folder, and for the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Doors of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
