package io.credence.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The functions of the language. Those that IEEE 754 does not fix to the last bit come from {@link
 * StrictMath}: the same record must get the same bits on every processor.
 */
final class Functions {

  /** For a function of any number of arguments. */
  private static final int ANY = Integer.MAX_VALUE;

  /** How a call becomes a value. */
  @FunctionalInterface
  private interface Form {
    Value compile(CallArguments call) throws ExpressionException;
  }

  private record Function(FunctionDeclaration declaration, int least, int most, Form form) {}

  private static final Map<String, Function> ALL = new TreeMap<>();

  private Functions() {}

  static {
    unary("abs", "the absolute value", Math::abs);
    unary("cos", "the cosine of an angle in radians", StrictMath::cos);
    unary("erf", "the error function", ErrorFunction::erf);
    unary("exp", "e to the power of x", StrictMath::exp);
    unary("expm1", "exp(x) - 1, exact for small x", StrictMath::expm1);
    unary("floor", "the largest whole number that is at most x", Math::floor);
    unary("log", "the natural logarithm", StrictMath::log);
    unary("log10", "the logarithm to base 10", StrictMath::log10);
    unary("log1p", "log(1 + x), exact for small x", StrictMath::log1p);
    unary("logistic", "1 / (1 + exp(-x)), the inverse of logit", Functions::logistic);
    unary("logit", "log(x / (1 - x)), the inverse of logistic", p -> StrictMath.log(p / (1 - p)));
    unary("normal_cdf", "the standard normal distribution function", ErrorFunction::normalCdf);
    unary("round", "the nearest whole number; of two, the even one, as in NumPy", Math::rint);
    unary("sin", "the sine of an angle in radians", StrictMath::sin);
    unary("softplus", "log(1 + exp(x)), without overflow", Functions::softplus);
    unary("sqrt", "the square root", Math::sqrt);
    unary("tanh", "the hyperbolic tangent", StrictMath::tanh);
    folding("max", "the largest of its arguments", Math::max);
    folding("min", "the smallest of its arguments", Math::min);
    add(
        "pow(x, y)",
        "x to the power of y, as x ** y",
        2,
        2,
        call -> call.elementwise(Elementwise.folding(StrictMath::pow)));
    add(
        "clip(x, low, high)",
        "x, but at least low and at most high",
        3,
        3,
        call -> call.elementwise(Clip.INSTANCE));
    add(
        "where(condition, yes, no)",
        "yes where the condition is not 0, else no",
        3,
        3,
        call -> call.elementwise(Elementwise.WHERE));
    add(
        "dot(a, b)",
        "the sum of the products of two vectors; of an array and a vector, along the axis of the"
            + " vector's name",
        2,
        2,
        Products::dot);
    add(
        "matmul(a, b)",
        "the matrix product: along the last axis of a and the first of b",
        2,
        2,
        Products::matmul);
    add("sum(x, axis)", "the sum of all elements, or along an axis", 1, 2, c -> reduced(c, false));
    add("mean(x, axis)", "the mean of all elements, or along an axis", 1, 2, c -> reduced(c, true));
    add(
        "softmax(x, axis)",
        "exp(x) / sum(exp(x)) of a vector, or along an axis",
        1,
        2,
        Functions::softmax);
    add(
        "bspline(x, knots, degree)",
        "the values at x of the B-splines on all knots, the repeated outer ones included, as patsy"
            + " and SciPy have them",
        3,
        3,
        BSpline::compile);
    add(
        "interp(x, grid, values)",
        "linear interpolation at x between values on an increasing grid, constant beyond its ends,"
            + " as numpy.interp",
        3,
        3,
        Interpolation::compile);
  }

  private static void unary(String name, String description, DoubleUnaryOperator function) {
    add(name + "(x)", description, 1, 1, call -> call.elementwise(Elementwise.unary(function)));
  }

  private static void folding(String name, String description, DoubleBinaryOperator function) {
    Elementwise operation = Elementwise.folding(function);
    add(name + "(a, b, …)", description, 2, ANY, call -> call.elementwise(operation));
  }

  private static void add(String signature, String description, int least, int most, Form form) {
    String name = signature.substring(0, signature.indexOf('('));
    FunctionDeclaration declaration = new FunctionDeclaration(name, signature, description);
    ALL.put(name, new Function(declaration, least, most, form));
  }

  /** All functions, in the order of the alphabet. */
  static List<FunctionDeclaration> declarations() {
    List<FunctionDeclaration> declarations = new ArrayList<>();
    ALL.values().forEach(function -> declarations.add(function.declaration()));
    return List.copyOf(declarations);
  }

  static Optional<FunctionDeclaration> declaration(String name) {
    return Optional.ofNullable(ALL.get(name)).map(Function::declaration);
  }

  /** Requires the right number of arguments, before they are looked at. */
  static void requireCount(String name, int given, int offset) throws ExpressionException {
    Function function = known(name);
    if (given < function.least() || given > function.most()) {
      throw new ExpressionException(
          "%s takes %s argument%s, but found %s: %s"
              .formatted(
                  name,
                  count(function),
                  function.most() == 1 ? "" : "s",
                  given,
                  function.declaration().signature()),
          offset);
    }
  }

  private static Function known(String name) {
    return Objects.requireNonNull(ALL.get(name));
  }

  private static String count(Function function) {
    if (function.most() == ANY) {
      return "at least " + function.least();
    }
    return function.least() == function.most()
        ? "" + function.least()
        : function.least() + " or " + function.most();
  }

  static Value compile(CallArguments call) throws ExpressionException {
    return known(call.function()).form().compile(call);
  }

  private static Value reduced(CallArguments call, boolean mean) throws ExpressionException {
    Array array = call.array(0);
    int draws = call.values().draws();
    return call.values()
        .simplified(
            call.count() == 1
                ? Reduction.all(array, mean, draws)
                : Reduction.along(array, call.axis(1, array.shape()), mean, draws));
  }

  private static Value softmax(CallArguments call) throws ExpressionException {
    Array array = call.array(0);
    if (call.count() == 1 && array.shape().rank() != 1) {
      throw new TypeFault(
          "softmax of %s needs the axis along which it adds to 1, as in softmax(x, \"%s\")"
              .formatted(array.kind(), array.shape().axis(array.shape().rank() - 1).name()),
          call.offset());
    }
    int axis = call.count() == 1 ? 0 : call.axis(1, array.shape());
    return new Softmax(array, axis, call.values().draws());
  }

  /** 1 / (1 + exp(-x)), without overflow on either side. */
  private static double logistic(double x) {
    if (x >= 0) {
      return 1 / (1 + StrictMath.exp(-x));
    }
    double e = StrictMath.exp(x);
    return e / (1 + e);
  }

  /** log(1 + exp(x)), without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
