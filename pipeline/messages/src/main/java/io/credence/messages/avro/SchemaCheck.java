package io.credence.messages.avro;

import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.problem.Suggestion;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredColumn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Checks that a schema has what a model needs, and room for what it adds. */
final class SchemaCheck {

  private static final String ONE = "a single number, a text, true or false";

  private enum Kind {
    NUMBER,
    BOOLEAN,
    TEXT,
    NUMBERS,
    OTHER
  }

  private final Schema schema;
  private final Problems problems;

  private SchemaCheck(Schema schema, Problems problems) {
    this.schema = schema;
    this.problems = problems;
  }

  /** Adds a line for each thing that does not fit. */
  static void run(Schema schema, Model model, ScoreSpec spec, Problems problems) {
    SchemaCheck check = new SchemaCheck(schema, problems);
    model.features().forEach(check::checkFeature);
    String keyField = spec.predict().keyField();
    if (keyField != null) {
      check.checkKey(keyField);
    }
    check.checkSize();
    check.checkRoom(ScoreColumns.of(model, spec).columns());
  }

  private void checkFeature(Feature feature) {
    Schema.Field field = schema.getField(feature.column());
    if (field == null) {
      if (!feature.mayBeMissing()) {
        problems.add("Feature '%s': %s".formatted(feature.name(), missing(feature.column())));
      }
    } else if (kinds(field.schema()).stream().noneMatch(kind -> fits(feature, kind))) {
      problems.add(
          "Feature '%s' must be a %s, but the schema has %s"
              .formatted(feature.name(), feature.type().yaml(), field.schema()));
    }
  }

  private void checkKey(String name) {
    Schema.Field field = schema.getField(name);
    if (field == null) {
      problems.add("--keyField=%s: %s".formatted(name, missing(name)));
    } else if (kinds(field.schema()).stream()
        .allMatch(kind -> kind == Kind.OTHER || kind == Kind.NUMBERS)) {
      problems.add(
          "--keyField=%s: must be %s, but the schema has %s".formatted(name, ONE, field.schema()));
    }
  }

  private void checkSize() {
    try {
      SchemaSize.requireBounded(schema);
    } catch (IllegalArgumentException e) {
      problems.add("The schema " + e.getMessage());
    }
  }

  private void checkRoom(List<ScoredColumn> columns) {
    String clashes =
        columns.stream()
            .map(ScoredColumn::name)
            .filter(name -> schema.getField(name) != null)
            .collect(Collectors.joining(", "));
    if (!clashes.isEmpty()) {
      problems.add(
          "The schema already has fields that scoring would add: %s; rename them, or the model's"
                  .formatted(clashes)
              + " target");
    }
  }

  private static boolean fits(Feature feature, Kind kind) {
    return switch (feature.type()) {
      case DOUBLE, INT -> kind == Kind.NUMBER;
      case BOOL -> kind == Kind.BOOLEAN || (feature.acceptsNumbers() && kind == Kind.NUMBER);
      case STRING, TIMESTAMP -> kind == Kind.TEXT;
      case VECTOR -> kind == Kind.NUMBERS;
    };
  }

  /** What a field may hold: of a union, each message has its own. */
  private static Set<Kind> kinds(Schema type) {
    if (type.getType() == Schema.Type.UNION) {
      return type.getTypes().stream()
          .filter(branch -> branch.getType() != Schema.Type.NULL)
          .map(SchemaCheck::kind)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }
    return EnumSet.of(kind(type));
  }

  private static Kind kind(Schema type) {
    if (type.getLogicalType() instanceof LogicalTypes.Decimal) {
      return Kind.NUMBER;
    }
    if (type.getLogicalType() != null) {
      return Kind.OTHER;
    }
    return switch (type.getType()) {
      case INT, LONG, FLOAT, DOUBLE -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case STRING, ENUM -> Kind.TEXT;
      case ARRAY ->
          kinds(type.getElementType()).equals(EnumSet.of(Kind.NUMBER)) ? Kind.NUMBERS : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private String missing(String name) {
    List<String> names = schema.getFields().stream().map(Schema.Field::name).sorted().toList();
    return "the schema has no such field%s; it has: %s"
        .formatted(Suggestion.didYouMean(name, names), String.join(", ", names));
  }
}
