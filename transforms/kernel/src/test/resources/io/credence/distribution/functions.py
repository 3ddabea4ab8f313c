"""Writes functions.tsv: what the distributions' functions are, by SciPy and mpmath. It takes some minutes.

    python3 functions.py > functions.tsv

Made with SciPy 1.17.1, mpmath 1.4.1, NumPy 2.4.6, Python 3.11.7. Columns: distribution, parameters,
probability p, quantile of p (empty where it is no ordinary double), a value y near it, and at y log-density, cdf and survival.

SciPy's quantiles choose the values; the figures are those of mpmath with 60 digits, from the definitions
below, since some of SciPy's are good to fewer than 10 digits. Where SciPy differs by more than 1e-10, relative
for cdf and survival, and relative to max(1, |log-density|), it is listed on standard error.
"""

import math
import sys
import warnings

import mpmath as mp
import numpy as np
from mpmath import mpf
from scipy import stats

warnings.filterwarnings("ignore")
mp.mp.dps = 60
PROBABILITIES = [1e-12, 0.001, 0.1, 0.5, 0.8, 0.999, 1 - 2**-30]


def lower_gamma(a, x):
    """P(a, x): all terms are positive."""
    if x <= 0:
        return mpf(0)
    term = total = mpf(1)
    k = a
    while term > total * mpf(10) ** -45:
        k += 1
        term *= x / k
        total += term
    return mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * total


def gamma_cdf(a, x):
    p = lower_gamma(a, x)
    return p, 1 - p


def beta_cdf(a, b, x, y):
    """I_x(a, b) and what it lacks of 1, where y = 1 - x."""
    if x > (a + 1) / (a + b + 2):
        p, q = beta_cdf(b, a, y, x)
        return q, p
    term = total = mpf(1)
    k = mpf(0)
    while term > total * mpf(10) ** -45:
        term *= (a + b + k) / (a + 1 + k) * x
        k += 1
        total += term
    log = a * mp.log(x) + b * mp.log(y) + mp.loggamma(a + b) - mp.loggamma(a + 1) - mp.loggamma(b)
    p = mp.exp(log) * total
    return p, 1 - p


def normal_cdf(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2, mp.erfc(z / mp.sqrt(2)) / 2


LOG_ROOT = mp.log(2 * mp.pi) / 2


def choose(n, k):
    return mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)


def xlog(x, y):
    return mpf(0) if x == 0 else x * mp.log(y)


# Each: (y, *parameters) → (log-density, cdf, survival).
def normal(y, mu, sigma):
    z = (y - mu) / sigma
    return (-z * z / 2 - LOG_ROOT - mp.log(sigma), *normal_cdf(z))


def lognormal(y, mu, sigma):
    log, p, q = normal(mp.log(y), mu, sigma)
    return log - mp.log(y), p, q


def half_student_t(y, nu, sigma):
    z = y / sigma
    log = (mp.log(2) + mp.loggamma((nu + 1) / 2) - mp.loggamma(nu / 2) - mp.log(nu * mp.pi) / 2 - mp.log(sigma)
           - (nu + 1) / 2 * mp.log1p(z * z / nu))
    return (log, *beta_cdf(mpf(1) / 2, nu / 2, z * z / (nu + z * z), nu / (nu + z * z)))


def student_t(y, nu, mu, sigma):
    log, p, q = half_student_t(abs(y - mu), nu, sigma)
    return (log - mp.log(2), *((q / 2, 1 - q / 2) if y < mu else (1 - q / 2, q / 2)))


def gamma(y, alpha, beta):
    log = alpha * mp.log(beta) - mp.loggamma(alpha) + (alpha - 1) * mp.log(y) - beta * y
    return (log, *gamma_cdf(alpha, beta * y))


def inverse_gamma(y, alpha, beta):
    log, p, q = gamma(1 / y, alpha, beta)
    return log - 2 * mp.log(y), q, p


def beta(y, alpha, beta):
    log = (mp.loggamma(alpha + beta) - mp.loggamma(alpha) - mp.loggamma(beta)
           + xlog(alpha - 1, y) + xlog(beta - 1, 1 - y))
    return (log, *beta_cdf(alpha, beta, y, 1 - y))


def exponential(y, lam):
    return mp.log(lam) - lam * y, -mp.expm1(-lam * y), mp.exp(-lam * y)


def weibull(y, alpha, beta):
    power = (y / beta) ** alpha
    return mp.log(alpha / beta) + (alpha - 1) * mp.log(y / beta) - power, -mp.expm1(-power), mp.exp(-power)


def laplace(y, mu, b):
    tail = mp.exp(-abs(y - mu) / b) / 2
    return (-abs(y - mu) / b - mp.log(2 * b), *((tail, 1 - tail) if y < mu else (1 - tail, tail)))


def cauchy(y, alpha, beta):
    z = (y - alpha) / beta
    return -mp.log1p(z * z) - mp.log(mp.pi * beta), mp.atan2(1, -z) / mp.pi, mp.atan2(1, z) / mp.pi


def half_cauchy(y, beta):
    z = y / beta
    return mp.log(2) - mp.log1p(z * z) - mp.log(mp.pi * beta), 2 * mp.atan2(z, 1) / mp.pi, 2 * mp.atan2(1, z) / mp.pi


def half_normal(y, sigma):
    z = y / sigma
    return mp.log(2) - z * z / 2 - LOG_ROOT - mp.log(sigma), mp.erf(z / mp.sqrt(2)), mp.erfc(z / mp.sqrt(2))


def uniform(y, lower, upper):
    return -mp.log(upper - lower), (y - lower) / (upper - lower), (upper - y) / (upper - lower)


def triangular(y, lower, upper, c):
    width = upper - lower
    if y <= c:
        p = (y - lower) ** 2 / width / (c - lower)
        return mp.log(2 * (y - lower) / width / (c - lower)), p, 1 - p
    q = (upper - y) ** 2 / width / (upper - c)
    return mp.log(2 * (upper - y) / width / (upper - c)), 1 - q, q


def gumbel(y, mu, beta):
    z = (y - mu) / beta
    return -z - mp.exp(-z) - mp.log(beta), mp.exp(-mp.exp(-z)), -mp.expm1(-mp.exp(-z))


def logistic(y, mu, s):
    z = (y - mu) / s
    return -z - 2 * mp.log1p(mp.exp(-z)) - mp.log(s), 1 / (1 + mp.exp(-z)), 1 / (1 + mp.exp(z))


def pareto(y, alpha, m):
    q = (m / y) ** alpha
    return mp.log(alpha) + alpha * mp.log(m) - (alpha + 1) * mp.log(y), 1 - q, q


def wald(y, mu, lam, alpha):
    x = y - alpha
    root = mp.sqrt(lam / x)
    log = mp.log(lam / (2 * mp.pi * x**3)) / 2 - lam * (x - mu) ** 2 / (2 * mu**2 * x)
    p, q = normal_cdf(root * (x / mu - 1))
    reflected = mp.exp(2 * lam / mu) * normal_cdf(-root * (x / mu + 1))[0]
    return log, p + reflected, q - reflected


def chi_squared(y, nu):
    return gamma(y, nu / 2, mpf(1) / 2)


def bernoulli(y, p):
    return mp.log(p if y == 1 else 1 - p), 1 if y == 1 else 1 - p, 0 if y == 1 else p


def binomial(y, n, p):
    log = choose(n, y) + xlog(y, p) + xlog(n - y, 1 - p)
    if y == n:
        return log, 1, 0
    q, survival = beta_cdf(n - y, y + 1, 1 - p, p)
    return log, q, survival


def poisson(y, mu):
    p, q = gamma_cdf(y + 1, mu)
    return y * mp.log(mu) - mu - mp.loggamma(y + 1), q, p


def negative_binomial(y, mu, alpha):
    p = alpha / (mu + alpha)
    log = choose(y + alpha - 1, y) + alpha * mp.log(p) + xlog(y, 1 - p)
    return (log, *beta_cdf(alpha, y + 1, p, mu / (mu + alpha)))


def geometric(y, p):
    return (y - 1) * mp.log1p(-p) + mp.log(p), -mp.expm1(y * mp.log1p(-p)), mp.exp(y * mp.log1p(-p))


def discrete_uniform(y, lower, upper):
    n = upper - lower + 1
    return -mp.log(n), (y - lower + 1) / n, (upper - y) / n


def zero_inflated(count):
    def figures(y, psi, *parameters):
        log, p, q = count(y, *parameters)
        total = psi * mp.exp(log) + (1 - psi if y == 0 else 0)
        return mp.log(total), 1 - psi + psi * p, psi * q

    return figures


def hurdle(family, discrete):
    def figures(y, psi, *parameters):
        if y == 0:
            return mp.log(1 - psi), 1 - psi, psi
        above = family(mpf(0), *parameters)[2] if discrete else mpf(1)
        log, _, q = family(y, *parameters)
        return mp.log(psi) + log - mp.log(above), 1 - psi * q / above, psi * q / above

    return figures


def skew_normal(y, alpha, mu, sigma):
    z = (y - mu) / sigma
    density = lambda t: 2 * mp.npdf(t) * normal_cdf(alpha * t)[0]
    steps = [z - step for step in (40, 20, 10, 5, 2, 1, 0)] if z <= 0 else [z + step for step in (0, 1, 2, 5, 10, 20, 40)]
    with mp.workdps(25):
        tail = mp.quad(density, steps)
    return mp.log(density(z) / sigma), *((tail, 1 - tail) if z <= 0 else (1 - tail, tail))


def von_mises(y, mu, kappa):
    density = lambda t: mp.exp(kappa * (mp.cos(t - mu) - 1)) / (2 * mp.pi * mp.exp(-kappa) * mp.besseli(0, kappa))
    width = 1 / mp.sqrt(1 + kappa)
    with mp.workdps(25):
        norm = density(mu)
        scaled = lambda t: norm * mp.exp(kappa * (mp.cos(t - mu) - 1))
        below = y <= mu
        end = max(-mp.pi, y - 40 * width) if below else min(mp.pi, y + 40 * width)
        tail = mp.quad(scaled, mp.linspace(end, y, 25)) * (1 if below else -1)
    return mp.log(density(y)), *((tail, 1 - tail) if below else (1 - tail, tail))


def beta_binomial(y, alpha, beta, n):
    logb = lambda a, b: mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    log = choose(n, y) + logb(y + alpha, n - y + beta) - logb(alpha, beta)
    term = total = mp.exp(log)
    k = y
    while k > 0:
        term *= k / (n - k + 1) * (n - k + beta) / (k - 1 + alpha)
        total += term
        k -= 1
    return log, total, 1 - total


def nb(mu, alpha):
    return stats.nbinom(alpha, alpha / (mu + alpha))


# Name: figures, SciPy's distribution (None: it has none), whether discrete, parameters.
CASES = {
    "normal": (normal, stats.norm, False, [(0, 1), (-3, 0.1), (1000, 25), (1e-3, 1e6)]),
    "lognormal": (lognormal, lambda m, s: stats.lognorm(s, scale=math.exp(m)), False, [(0, 1), (2, 0.25), (-1, 3), (10, 0.01)]),
    "student_t": (student_t, stats.t, False, [(5, 0, 1), (0.3, 0, 1), (1, 2, 3), (2.5, -1, 0.5), (4.85, 10, 2.5), (30, 0, 1), (300, 0, 2)]),
    "half_student_t": (half_student_t, lambda n, s: Half(stats.t(n, scale=s)), False, [(5, 1), (1, 2), (0.3, 1), (2.5, 1e-6), (1e5, 1)]),
    "gamma": (gamma, lambda a, b: stats.gamma(a, scale=1 / b), False, [(2, 3), (0.01, 1), (0.5, 1e-3), (1, 5), (1.5, 1e7), (1e7, 2)]),
    "inverse_gamma": (inverse_gamma, lambda a, b: stats.invgamma(a, scale=b), False, [(3, 2), (0.5, 1), (0.01, 1), (1e4, 1e7)]),
    "chi_squared": (chi_squared, stats.chi2, False, [(1,), (5,), (0.02,), (1e5,)]),
    "beta": (beta, stats.beta, False, [(2, 3), (0.01, 0.02), (0.5, 0.5), (1, 1), (300, 0.3), (1, 4), (1e6, 2e6)]),
    "exponential": (exponential, lambda l: stats.expon(scale=1 / l), False, [(1,), (1e7,), (1e-12,)]),
    "weibull": (weibull, lambda a, b: stats.weibull_min(a, scale=b), False, [(1.5, 2), (0.05, 1), (1, 3), (200, 10)]),
    "laplace": (laplace, stats.laplace, False, [(0, 1), (-3, 0.1), (5, 1e4)]),
    "cauchy": (cauchy, stats.cauchy, False, [(0, 1), (2, 0.5)]),
    "half_cauchy": (half_cauchy, lambda b: stats.halfcauchy(scale=b), False, [(1,), (2.5,)]),
    "half_normal": (half_normal, lambda s: stats.halfnorm(scale=s), False, [(1,), (1e-6,), (30,)]),
    "uniform": (uniform, lambda a, b: stats.uniform(a, b - a), False, [(0, 1), (-2, 5), (1e6, 1e6 + 1)]),
    "triangular": (triangular, lambda a, b, c: stats.triang((c - a) / (b - a), a, b - a), False, [(0, 1, 0.5), (-2, 5, -2), (0, 4, 4), (1, 3, 1.5)]),
    "gumbel": (gumbel, stats.gumbel_r, False, [(0, 1), (10, 2.5)]),
    "logistic": (logistic, stats.logistic, False, [(0, 1), (-1, 0.1)]),
    "pareto": (pareto, lambda a, m: stats.pareto(a, scale=m), False, [(1, 1), (3, 2), (0.05, 1), (1e3, 5)]),
    "wald": (wald, lambda m, l, a: stats.invgauss(m / l, a, l), False, [(1, 1, 0), (3, 0.5, 0), (1, 1e4, 2), (1, 0.01, 0), (1e5, 1e7, 0)]),
    "skew_normal": (skew_normal, stats.skewnorm, False, [(1, 0, 1), (-3, 2, 0.5), (0, 0, 1), (50, 0, 1)]),
    "von_mises": (von_mises, lambda m, k: stats.vonmises(k, m), False, [(0, 1), (0, 1e-6), (0, 30), (0, 1e5)]),
    "beta_binomial": (beta_binomial, lambda a, b, n: stats.betabinom(n, a, b), True, [(2, 3, 10), (0.01, 0.02, 50), (300, 0.5, 200)]),
    "bernoulli": (bernoulli, stats.bernoulli, True, [(0.3,), (1e-12,), (0.999,)]),
    "binomial": (binomial, stats.binom, True, [(10, 0.3), (1, 0.5), (1000, 0.999), (10000000, 1e-7), (10000000, 0.4), (100, 1e-12)]),
    "poisson": (poisson, stats.poisson, True, [(3.5,), (0.1,), (1e-12,), (50,), (1e7,)]),
    "negative_binomial": (negative_binomial, nb, True, [(5, 2), (0.5, 0.01), (3, 1e7), (1e7, 3), (1e-12, 1), (200, 0.1)]),
    "geometric": (geometric, stats.geom, True, [(0.3,), (1e-12,), (0.999,)]),
    "discrete_uniform": (discrete_uniform, lambda a, b: stats.randint(a, b + 1), True, [(0, 9), (-5, 5), (3, 3)]),
    "zero_inflated_poisson": (zero_inflated(poisson), lambda s, m: Inflated(s, stats.poisson(m)), True, [(0.7, 3.5), (1e-12, 50), (1, 1000)]),
    "zero_inflated_binomial": (zero_inflated(binomial), lambda s, n, p: Inflated(s, stats.binom(n, p)), True, [(0.7, 10, 0.3), (0.2, 10000000, 0.4)]),
    "zero_inflated_negative_binomial": (zero_inflated(negative_binomial), lambda s, m, a: Inflated(s, nb(m, a)), True, [(0.7, 5, 2), (0.3, 1e7, 3)]),
    "hurdle_poisson": (hurdle(poisson, True), None, True, [(0.7, 3.5), (0.5, 1e-12), (0.9, 1e7)]),
    "hurdle_negative_binomial": (hurdle(negative_binomial, True), None, True, [(0.7, 5, 2), (0.5, 0.5, 0.01)]),
    "hurdle_gamma": (hurdle(gamma, False), None, False, [(0.7, 2, 3), (0.4, 0.01, 1)]),
    "hurdle_lognormal": (hurdle(lognormal, False), None, False, [(0.7, 0, 1), (1e-12, 2, 0.25)]),
}


class Half:
    """The absolute value of a variate that is symmetric around 0."""

    def __init__(self, whole):
        self.whole = whole

    def ppf(self, p):
        return self.whole.isf((1 - p) / 2)

    def logpdf(self, y):
        return math.log(2) + self.whole.logpdf(y)

    def cdf(self, y):
        return stats.f.cdf((y / self.whole.kwds["scale"]) ** 2, 1, self.whole.args[0])

    def sf(self, y):
        return 2 * self.whole.sf(y)


class Inflated:
    def __init__(self, psi, count):
        self.psi = psi
        self.count = count

    def ppf(self, p):
        return 0.0 if p <= 1 - self.psi else self.count.ppf((p - 1 + self.psi) / self.psi)

    def logpmf(self, y):
        return math.log(self.psi * self.count.pmf(y) + (1 - self.psi if y == 0 else 0))

    def cdf(self, y):
        return 1 - self.psi + self.psi * self.count.cdf(y)

    def sf(self, y):
        return self.psi * self.count.sf(y)


def smallest(figures, parameters, p, start):
    """The smallest whole number whose cdf is at least p."""
    reaches = lambda k: at(figures, k, parameters)[1] >= p - mpf(10) ** -40
    low, high, width = mpf(start), mpf(start), 1
    while not reaches(high):
        low, high, width = high, high + width, width * 2
    width = 1
    while low >= least(figures, parameters) and reaches(low):
        low, high, width = low - width, low, width * 2
    while high - low > 1:
        middle = mp.floor((low + high) / 2)
        low, high = (low, middle) if middle >= least(figures, parameters) and reaches(middle) else (middle, high)
    return high


def least(figures, parameters):
    return parameters[0] if figures is discrete_uniform else 1 if figures is geometric else 0


def at(figures, y, parameters):
    if y < least(figures, parameters):
        return mpf("-inf"), mpf(0), mpf(1)
    return figures(y, *parameters)


def figures_at(figures, y, parameters):
    return figures(y, *parameters)


def refined(figures, parameters, p, y):
    """Newton's steps from SciPy's quantile, on the logarithm of the smaller tail."""
    for _ in range(60):
        log, cdf, survival = figures(y, *parameters)
        tail, wanted, sign = (cdf, p, -1) if p <= 0.5 else (survival, 1 - p, 1)
        step = sign * tail * mp.log(tail / wanted) / mp.exp(log)
        if not mp.isfinite(step):
            return None
        y += step
        if abs(step) <= abs(y) * mpf(10) ** -19:
            return y
    return None


def row(name, p):
    figures, scipy, discrete, _ = CASES[name]
    parameters = tuple(map(mpf, p[1]))
    probability = mpf(p[0])
    frozen = scipy(*p[1]) if scipy else None
    if name.startswith("hurdle") and p[0] <= 1 - p[1][0]:
        start = quantile = mpf(0)
    else:
        if frozen:
            start = float(frozen.ppf(p[0]))
        else:
            inner, inner_scipy = {"hurdle_poisson": (poisson, stats.poisson), "hurdle_negative_binomial": (negative_binomial, nb),
                                  "hurdle_gamma": (gamma, CASES["gamma"][1]), "hurdle_lognormal": (lognormal, CASES["lognormal"][1])}[name]
            start = float(inner_scipy(*p[1][1:]).isf((1 - p[0]) / p[1][0]))
            start = max(start, 1.0) if discrete else start
        if not math.isfinite(start) or start != 0 and abs(start) < 1e-300 or not discrete and start == 0 and p[0] != 0.5:
            return
        quantile = smallest(figures, parameters, probability, start) if discrete else refined(figures, parameters, probability, mpf(start))
    y = float(start)
    if name == "von_mises" and math.pi - abs(y) < 1e-6:
        return  # The digits that a double of pi lacks would count.
    if discrete and quantile is not None:
        near = [at(figures, k, parameters)[1] for k in (quantile - 1, quantile)]
        if min(abs(c - probability) for c in near) < 1e-14:
            quantile = None  # A tie, which the last bit decides.
    if not discrete and frozen and (frozen.cdf(y) == 0 or frozen.sf(y) == 0):
        return
    log, cdf, survival = (at if discrete else figures_at)(figures, mpf(y), parameters)
    if frozen:
        mine = (frozen.logpmf if discrete else frozen.logpdf)(y), frozen.cdf(y), frozen.sf(y)
        for what, a, b, scale in zip(("log-density", "cdf", "survival"), mine, (log, cdf, survival), (max(1, abs(log)), cdf, survival)):
            if b != 0 and scale != 0 and abs(a - b) > 1e-10 * scale:
                print(f"{name}{p[1]} at {y!r}: SciPy's {what} is {a!r}, not {float(b)!r}", file=sys.stderr)
    texts = [repr(float(v)) for v in p[1]]
    found = "" if quantile is None else repr(float(quantile))
    print(name, " ".join(texts), repr(p[0]), found, repr(y), *(repr(float(v)) if v == 0 or abs(v) > 1e-50 else "0.0" for v in (log, cdf, survival)), sep="\t")


if __name__ == "__main__":
    for each in sys.argv[1:] or CASES:
        for case in CASES[each][3]:
            for q in PROBABILITIES:
                row(each, (q, case))
