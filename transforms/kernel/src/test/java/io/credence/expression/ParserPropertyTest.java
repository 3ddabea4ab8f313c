package io.credence.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Not;
import io.credence.expression.Expression.Quoted;
import io.credence.expression.Expression.Vector;
import io.credence.expression.Expression.Whole;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * A tree that is printed and parsed is the same tree; no text makes the parser fail otherwise. Edge
 * cases are off: of trees there would be more than tries.
 */
class ParserPropertyTest {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readsWhatIsPrintedWithAllParentheses(@ForAll("trees") Expression tree) throws Exception {
    Expression read = Parser.parse(Printer.grouped(tree));
    assertThat(Printer.withoutOffsets(read)).isEqualTo(tree);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readsWhatIsPrintedWithTheFewestParentheses(@ForAll("trees") Expression tree)
      throws Exception {
    Expression read = Parser.parse(Printer.terse(tree));
    assertThat(Printer.withoutOffsets(read)).isEqualTo(tree);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void refusesWithinTheSourceOrReads(@ForAll("texts") String source) {
    try {
      assertThat(Parser.parse(source).offset()).isBetween(0, source.length());
    } catch (ExpressionException e) {
      assertThat(e.offset()).isBetween(0, source.length());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().withChars("ab1.e+-*/<=>!()[], `\"':andor").ofMaxLength(30));
  }

  @Provide
  Arbitrary<Expression> trees() {
    return Arbitraries.recursive(this::leaves, this::grown, 0, 4);
  }

  private Arbitrary<Expression> leaves() {
    Arbitrary<Expression> literals =
        Arbitraries.oneOf(
                Arbitraries.doubles().between(0, Double.MAX_VALUE),
                Arbitraries.integers().between(0, 20).map(Integer::doubleValue),
                Arbitraries.of(Double.MIN_VALUE, 1e-12, 0.1, 1e7, 1e22, Double.MAX_VALUE))
            .map(x -> new Literal(Math.abs(x), 0));
    return Arbitraries.oneOf(literals, names().map(x -> x), names().map(x -> x), quoted());
  }

  /** A text in quotes can hold one kind of quotes. */
  private static Arbitrary<Expression> quoted() {
    return Arbitraries.oneOf(
            Arbitraries.of("tv", "", "it's", "a \"b\"", "`", "#", ": ", "[0, 1]", "not"),
            shown().filter(text -> text.indexOf('"') < 0 || text.indexOf('\'') < 0))
        .map(text -> new Quoted(text, 0));
  }

  /** Any characters but those that control. */
  private static Arbitrary<String> shown() {
    return Arbitraries.strings()
        .ofMaxLength(6)
        .filter(text -> text.chars().noneMatch(Character::isISOControl));
  }

  private static Arbitrary<Name> names() {
    Arbitrary<String> known =
        Arbitraries.of(
            "x",
            "beta",
            "σ_1",
            "_a",
            "e1",
            "where",
            "b|eth",
            "1|Subject",
            "and",
            "a b",
            "x[0]",
            "C(eth)[T.x]",
            "price:channel",
            "'",
            "\"",
            "1e5",
            "-");
    Arbitrary<String> any = shown().filter(text -> !text.isEmpty() && text.indexOf('`') < 0);
    return Arbitraries.frequencyOf(Tuple.of(4, known), Tuple.of(1, any))
        .map(text -> new Name(text, 0));
  }

  private Arbitrary<Expression> grown(Arbitrary<Expression> inner) {
    Arbitrary<String> operators =
        Arbitraries.of("+", "-", "*", "/", "**", "<", "<=", ">", ">=", "==", "!=", "and", "or");
    Arbitrary<Expression> binaries =
        Combinators.combine(operators, inner, inner).as((op, a, b) -> new Binary(op, a, b, 0));
    Arbitrary<Expression> indexed =
        Combinators.combine(names(), indices(inner).list().ofMinSize(1).ofMaxSize(3))
            .as((name, indices) -> new Index(name, indices, 0));
    Arbitrary<Expression> calls =
        Combinators.combine(functions(), arguments(inner).list().ofMaxSize(3))
            .as((name, arguments) -> new Call(name, arguments, 0));
    Arbitrary<Expression> vectors =
        inner.list().ofMinSize(1).ofMaxSize(3).map(elements -> new Vector(elements, 0));
    Arbitrary<Expression> negations = inner.map(operand -> new Negation(operand, 0));
    Arbitrary<Expression> inversions = inner.map(operand -> new Not(operand, 0));
    return Arbitraries.oneOf(binaries, binaries, indexed, calls, vectors, negations, inversions);
  }

  private static Arbitrary<String> functions() {
    return Arbitraries.of("exp", "f_1", "where", "normal", "truncated", "ordering");
  }

  private static Arbitrary<Expression> indices(Arbitrary<Expression> inner) {
    Arbitrary<Expression> fromTheEnd =
        Arbitraries.integers().between(1, 9).map(i -> new Negation(new Literal(i, 0), 0));
    return Arbitraries.oneOf(inner, inner, fromTheEnd, Arbitraries.just(new Whole(0)));
  }

  private static Arbitrary<Argument> arguments(Arbitrary<Expression> inner) {
    return Combinators.combine(inner, Arbitraries.of("mu", "lower", ""))
        .as((value, name) -> new Argument(nullIfEmpty(name), value));
  }

  private static @Nullable String nullIfEmpty(String name) {
    return name.isEmpty() ? null : name;
  }
}
