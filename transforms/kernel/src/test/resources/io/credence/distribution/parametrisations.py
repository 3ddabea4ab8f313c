"""Writes parametrisations.tsv: where samples must lie, for each way to give the parameters of a distribution, by SciPy.

    python3 parametrisations.py > parametrisations.tsv

Made with SciPy 1.17.1, NumPy 2.4.6, mpmath 1.4.1 (which functions.py imports), Python 3.11.7. Columns: distribution, names of the parameters,
their values, and then either "cdf", a value y and the cdf at it, or "moments", mean, variance and excess kurtosis.

The first parametrisations are in functions.tsv, and here are those of their extremes that are too slow for its 60 digits.
"""

import math
import warnings

import numpy as np
from functions import CASES, Inflated, nb
from scipy import special, stats

warnings.filterwarnings("ignore")
PROBABILITIES = [0.001, 0.1, 0.5, 0.9, 0.999]


class Hurdle:
    """A distribution above 0 with probability psi, else 0."""

    def __init__(self, psi, whole):
        self.psi, self.whole, self.least = psi, whole, whole.cdf(0)

    def ppf(self, p):
        return 0.0 if p <= 1 - self.psi else self.whole.isf((1 - p) / self.psi * (1 - self.least))

    def cdf(self, y):
        return 1 - self.psi + self.psi * (self.whole.cdf(y) - self.least) / (1 - self.least)


class Classes:
    """Class k with probability p[k]."""

    def __init__(self, p):
        self.p = np.asarray(p)

    def cdf(self, y):
        return min(1.0, self.p[: int(y) + 1].sum())


def scipy(name):
    return CASES[name][1]


def sd(precision):
    return 1 / math.sqrt(precision)


def gamma(mu, sigma):
    return scipy("gamma")((mu / sigma) ** 2, mu / sigma**2)


def inverse_gamma(mu, sigma):
    alpha = 2 + (mu / sigma) ** 2
    return scipy("inverse_gamma")(alpha, mu * (alpha - 1))


def beta(mu, nu):
    return stats.beta(mu * nu, (1 - mu) * nu)


def ordered(latent):
    return lambda *cuts: Classes(np.diff([0, *latent.cdf(cuts), 1]))


# Distribution, names of the parameters: SciPy's distribution, values.
ALL = {
    ("normal", "mu, tau"): (lambda m, t: stats.norm(m, sd(t)), [(3, 4), (0, 1e7), (-1, 1e-12)]),
    ("lognormal", "mu, tau"): (lambda m, t: scipy("lognormal")(m, sd(t)), [(3, 4), (0, 1e7), (-1, 0.1)]),
    ("student_t", "nu, mu, lam"): (lambda n, m, l: stats.t(n, m, sd(l)), [(5, 3, 4), (0.3, 0, 1e7), (30, 1, 1e-12)]),
    ("half_normal", "tau"): (lambda t: stats.halfnorm(scale=sd(t)), [(4,), (1e7,), (1e-12,)]),
    ("half_student_t", "nu, lam"): (lambda n, l: scipy("half_student_t")(n, sd(l)), [(5, 4), (0.3, 1e7), (30, 1e-12)]),
    ("skew_normal", "alpha, mu, tau"): (lambda a, m, t: stats.skewnorm(a, m, sd(t)), [(-2, 3, 4), (50, 0, 1e7), (0, 1, 1e-12)]),
    ("hurdle_lognormal", "psi, mu, tau"): (lambda s, m, t: Hurdle(s, scipy("lognormal")(m, sd(t))), [(0.3, 3, 4), (1e-12, 0, 1), (1, 0, 0.1)]),
    ("gamma", "mu, sigma"): (gamma, [(6, 2), (1, 10), (1e7, 1e4), (1e-7, 1e-6)]),
    ("hurdle_gamma", "psi, mu, sigma"): (lambda s, *rest: Hurdle(s, gamma(*rest)), [(0.3, 6, 2), (0.7, 1, 10), (1, 1e7, 1e4)]),
    ("inverse_gamma", "mu, sigma"): (inverse_gamma, [(6, 2), (1, 100), (1e7, 1e4)]),
    ("beta", "mu, sigma"): (lambda m, s: beta(m, m * (1 - m) / s**2 - 1), [(0.25, 0.25), (0.5, 0.495), (1e-6, 1e-6)]),
    ("beta", "mu, nu"): (beta, [(0.25, 8), (0.5, 0.02), (1e-6, 1e7)]),
    ("exponential", "scale"): (lambda s: stats.expon(scale=s), [(4,), (1e7,), (1e-12,)]),
    ("bernoulli", "logit_p"): (lambda l: stats.bernoulli(special.expit(l)), [(0,), (-3,), (-27.6,), (27.6,)]),
    ("binomial", "n, logit_p"): (lambda n, l: stats.binom(n, special.expit(l)), [(7, 1.1), (1e7, -16.1), (1e7, -0.4), (100, -27.6)]),
    ("negative_binomial", "n, p"): (stats.nbinom, [(3, 0.25), (0.01, 0.02), (3, 1e-7), (1e7, 0.5), (5, 1 - 1e-7)]),
    ("zero_inflated_negative_binomial", "psi, n, p"): (lambda s, n, p: Inflated(s, stats.nbinom(n, p)), [(0.3, 3, 0.25), (1e-12, 3, 0.5), (0.9, 0.01, 0.02)]),
    ("hurdle_negative_binomial", "psi, n, p"): (lambda s, n, p: Hurdle(s, stats.nbinom(n, p)), [(0.3, 3, 0.25), (0.7, 0.01, 0.02), (1, 3, 1e-7)]),
    ("wald", "mu, phi, alpha"): (lambda m, p, a: scipy("wald")(m, p * m, a), [(2, 3, 1), (1, 0.01, 0), (1e5, 100, 0)]),
    ("wald", "lam, phi, alpha"): (lambda l, p, a: scipy("wald")(l / p, l, a), [(6, 3, 1), (0.01, 0.01, 0), (1e7, 100, -5)]),
    ("categorical", "p"): (lambda *p: Classes(p), [(0.2, 0.5, 0.3), (1e-12, 1 - 1e-12), (0, 1, 0)]),
    ("categorical", "logit_p"): (lambda *l: Classes(special.softmax(l)), [(0, 1, -1), (-27.6, 0), (1000, 1000, -1000)]),
    ("ordered_logistic", "eta, cutpoints"): (lambda e, *c: ordered(stats.logistic(e))(*c), [(0.5, -1, 1, 2), (0, 27.6), (1e7, 0, 1)]),
    ("ordered_probit", "eta, cutpoints, sigma"): (lambda e, *c: ordered(stats.norm(e, c[-1]))(*c[:-1]), [(0.5, -1, 1, 2, 2), (0, 7, 1), (0, -1, 1, 1e7)]),
    ("binomial", "n, p"): (stats.binom, [(100, 1e-12)]),
    ("negative_binomial", "mu, alpha"): (nb, [(3, 1e7), (1e7, 3), (1e-12, 1), (200, 0.1), (1e7, 0.01)]),
    ("beta_binomial", "alpha, beta, n"): (lambda a, b, n: stats.betabinom(n, a, b), [(1e7, 1e7, 1000), (2, 3, 1e5)]),
}


def values(known, discrete):
    if isinstance(known, Classes):
        return range(len(known.p))
    # SciPy has the value before the least for a probability of 0.
    found = [max(float(known.ppf(p)), 0.0) if discrete else float(known.ppf(p)) for p in PROBABILITIES]
    # What a double can hardly tell from 0.
    return sorted({y for y in found if math.isfinite(y) and (discrete or abs(y) > 1e-300)})


for (name, names), (make, cases) in ALL.items():
    for given in cases:
        known = make(*given)
        begin = (name, names, " ".join(repr(float(each)) for each in given))
        for y in values(known, CASES[name][2] if name in CASES else True):
            print(*begin, "cdf", repr(float(y)), repr(float(known.cdf(y))), sep="\t")
        if hasattr(known, "stats"):
            mean, variance, kurtosis = map(float, known.stats("mvk"))
            if math.isfinite(mean + variance + kurtosis) and variance > 0 and kurtosis < 1e4:
                print(*begin, "moments", mean, variance, kurtosis, sep="\t")
