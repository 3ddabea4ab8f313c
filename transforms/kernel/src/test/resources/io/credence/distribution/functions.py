"""Writes functions.tsv: log-densities, distribution functions and quantiles as SciPy has them.

    python3 functions.py > functions.tsv

Made with SciPy 1.17.1, NumPy 2.4.6, Python 3.11.7. Columns: distribution, parameters, function, argument, value.
"""

import math

from scipy import stats

CASES = {
    "normal": [(0.0, 1.0), (-3.0, 0.1), (1000.0, 25.0), (1e-3, 1e6)],
    "lognormal": [(0.0, 1.0), (2.0, 0.25), (-1.0, 3.0), (10.0, 0.01)],
    "student_t": [(5.0, 0.0, 1.0), (0.3, 0.0, 1.0), (1.0, 2.0, 3.0), (2.5, -1.0, 0.5), (4.85, 10.0, 2.5), (30.0, 0.0, 1.0), (300.0, 0.0, 2.0)],
}
PROBABILITIES = [1e-12, 1e-6, 0.001, 0.025, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.975, 0.999, 1 - 2**-20]
STEPS = [-6.0, -3.0, -1.5, -0.5, 0.0, 0.25, 1.0, 2.0, 4.0]


def frozen(name, p):
    if name == "normal":
        return stats.norm(*p)
    if name == "lognormal":
        return stats.lognorm(p[1], scale=math.exp(p[0]))
    return stats.t(p[0], loc=p[1], scale=p[2])


def arguments(name, p):
    location, scale = p[-2:]
    for step in STEPS:
        x = location + scale * step
        yield math.exp(x) if name == "lognormal" else x


for name, cases in CASES.items():
    for p in cases:
        d = frozen(name, p)
        parameters = " ".join(map(repr, p))
        for x in arguments(name, p):
            print(name, parameters, "logDensity", repr(x), repr(float(d.logpdf(x))), sep="\t")
            print(name, parameters, "cdf", repr(x), repr(float(d.cdf(x))), sep="\t")
        for q in PROBABILITIES:
            print(name, parameters, "quantile", repr(q), repr(float(d.ppf(q))), sep="\t")
