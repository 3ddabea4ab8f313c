"""Writes the figures that scoringrules, SciPy, scikit-learn and ArviZ have for random cases.

    python3 reference.py 200 > reference.tsv

Made with scoringrules 0.10.0, SciPy 1.17.1, scikit-learn 1.9.1, ArviZ 0.23.4, NumPy 2.4.6, Python 3.11.7. The
argument is the number of cases of each kind. ./compare.sh beside this script compares with 10,000 of them. The first
column says of which kind a line is:

samples   samples, label, probability, lower, upper; crps_fair, crps_nrg, expected_crps, interval_score
hdi       samples, probability; lower and upper end of the narrowest interval
mixture   distribution, parameters (draws by |), label; cdf, cdf of less, log-density
crps      distribution, parameters (draws by |), label; CRPS of the mixture, in closed form
share     successes, n; Wilson's lower and upper end at 95 %
numbers   predictions, labels; mae, rmse, mape, bias
classes   probabilities (records by |), labels; log loss, Brier score (not halved), Spiegelhalter's z
"""

import sys

import arviz as az
import numpy as np
import scoringrules as sr
from scipy import stats
from sklearn import metrics

CASES = int(sys.argv[1])
rng = np.random.default_rng(20261128)


def written(value):
    if isinstance(value, str):
        return value
    return ",".join(repr(float(each)) for each in np.atleast_1d(value))


def line(kind, *values):
    print("\t".join([kind, *map(written, values)]))


def samples():
    n = int(rng.integers(2, 40))
    kind = rng.integers(4)
    x = [
        lambda: rng.normal(rng.normal(0, 100), 10 ** rng.uniform(-2, 2), n),
        lambda: rng.standard_t(3, n) * 5,
        lambda: rng.gamma(2, 3, n),
        lambda: rng.poisson(3, n).astype(float),
    ][kind]()
    y = float(rng.choice(x) if rng.random() < 0.2 else rng.normal(x.mean(), 2 * x.std() + 1e-3))
    p = float(rng.uniform(0.1, 0.99))
    lower, upper = np.quantile(x, [(1 - p) / 2, 1 - (1 - p) / 2])
    pairs = np.abs(x[:, None] - x[None, :]).sum() / (2 * n * (n - 1))
    line(
        "samples", x, y, p, lower, upper,
        sr.crps_ensemble(y, x, estimator="fair"),
        sr.crps_ensemble(y, x, estimator="nrg"),
        pairs,
        sr.interval_score(y, lower, upper, 1 - p),
    )


def hdi():
    n = int(rng.integers(10, 60))
    x = rng.gamma(2, 3, n) if rng.random() < 0.5 else rng.poisson(3, n).astype(float)
    p = float(rng.uniform(0.1, 0.99))
    line("hdi", x, p, *az.hdi(x, hdi_prob=p))


def parts(draws):
    """Two normal components of a mixture: weights, means and standard deviations of each draw."""
    w = rng.uniform(0.05, 0.95, draws)
    return np.array([w, 1 - w]), rng.normal(0, 3, (2, draws)), 10 ** rng.uniform(-1, 1, (2, draws))


def joined(parameters):
    return "|".join(written(each) for each in parameters)


def same(*parameters):
    return joined([[each] * 4 for each in parameters])


def mixture():
    draws = int(rng.integers(1, 12))
    m = rng.normal(0, 3, draws)
    s = 10 ** rng.uniform(-1, 1, draws)
    positive = 10 ** rng.uniform(-0.5, 1.5, draws)
    p = rng.uniform(0.05, 0.95, draws)
    if rng.random() < 0.2:
        w, m, s = parts(draws)
        y = rng.normal(0, 6)
        at_most = (w * stats.norm(m, s).cdf(y)).sum(0).mean()
        log = np.logaddexp.reduce((np.log(w) + stats.norm(m, s).logpdf(y)).ravel()) - np.log(draws)
        line("mixture", "mixture", joined([*w, m[0], s[0], m[1], s[1]]), y, at_most, at_most, log)
        return
    name, parameters, frozen, y = [
        lambda: ("normal", (m, s), stats.norm(m, s), rng.normal(0, 6)),
        lambda: ("student_t", (positive + 1, m, s), stats.t(positive + 1, m, s), rng.normal(0, 12)),
        lambda: ("gamma", (positive, s), stats.gamma(positive, scale=1 / s), rng.gamma(3, 2)),
        lambda: ("poisson", (positive,), stats.poisson(positive), float(rng.poisson(8))),
        lambda: ("bernoulli", (p,), stats.bernoulli(p), float(rng.integers(2))),
    ][rng.integers(5)]()
    discrete = name in ("poisson", "bernoulli")
    log = frozen.logpmf(y) if discrete else frozen.logpdf(y)
    below = frozen.cdf(y - 1) if discrete else frozen.cdf(y)
    line(
        "mixture", name, joined(parameters), y,
        np.mean(frozen.cdf(y)), np.mean(below), np.logaddexp.reduce(log) - np.log(draws),
    )


def crps():
    """Of mixtures of four draws where there is a closed form of mixtures, and else of four equal draws."""
    draws = 4
    m, s, p = rng.normal(0, 3, draws), 10 ** rng.uniform(-1, 1, draws), rng.uniform(0.01, 0.99, draws)
    shape, y = float(10 ** rng.uniform(-0.5, 1.5)), float(rng.normal(0, 6))
    k, yes = float(rng.poisson(8)), float(rng.integers(2))
    kind = rng.integers(6)
    if kind == 0:
        line("crps", "normal", joined([m, s]), y, sr.crps_mixnorm(y, m, s))
    elif kind == 1:
        line("crps", "student_t", same(shape + 1, m[0], s[0]), y, sr.crps_t(y, shape + 1, m[0], s[0]))
    elif kind == 2:
        line("crps", "gamma", same(shape, s[0]), abs(y), sr.crps_gamma(abs(y), shape, s[0]))
    elif kind == 3:
        line("crps", "poisson", same(shape), k, sr.crps_poisson(k, shape))
    elif kind == 4:
        line("crps", "bernoulli", joined([p]), yes, (np.mean(p) - yes) ** 2)
    else:
        w, m, s = parts(draws)
        line(
            "crps", "mixture", joined([*w, m[0], s[0], m[1], s[1]]), y,
            sr.crps_mixnorm(y, m.ravel(), s.ravel(), w.ravel() / draws),
        )


def share():
    n = int(10 ** rng.uniform(0, 6)) + 1
    k = int(rng.integers(n + 1))
    interval = stats.binomtest(k, n).proportion_ci(0.95, "wilson")
    line("share", k, n, interval.low, interval.high)


def numbers():
    n = int(rng.integers(2, 30))
    y = rng.normal(0, 10, n)
    prediction = y + rng.normal(0, 3, n)
    line(
        "numbers", prediction, y,
        metrics.mean_absolute_error(y, prediction),
        metrics.root_mean_squared_error(y, prediction),
        metrics.mean_absolute_percentage_error(y, prediction),
        np.mean(prediction - y),
    )


def classes():
    n, k = int(rng.integers(2, 30)), int(rng.integers(2, 6))
    p = rng.dirichlet(np.ones(k), n)
    p[:, -1] = 1 - p[:, :-1].sum(1)
    y = rng.integers(k, size=n)
    one = np.eye(k)[y]
    brier = ((p - one) ** 2).sum(1)
    variance = 4 * ((p**3).sum(1) - (p**2).sum(1) ** 2)
    line(
        "classes", "|".join(written(each) for each in p), y,
        metrics.log_loss(y, p, labels=range(k)),
        metrics.brier_score_loss(y, p, labels=list(range(k)), scale_by_half=False),
        (brier - (1 - (p**2).sum(1))).sum() / np.sqrt(variance.sum()),
    )


for _ in range(CASES):
    samples()
    hdi()
    mixture()
    crps()
    share()
    numbers()
    classes()
