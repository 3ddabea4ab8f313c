"""Prints the figures that DiagnosticsTest expects.

    pip install arviz==0.23.4
    python arviz_figures.py
"""

import arviz as az
import numpy as np


def autoregressive(chains, draws, phi, seed, shift=0.0):
    state = seed
    values = np.zeros((chains, draws))
    for chain in range(chains):
        previous = 0.0
        for draw in range(draws):
            state = (state * 25214903917 + 11) & ((1 << 48) - 1)
            previous = phi * previous + (state / 2.0**48 - 0.5)
            values[chain, draw] = previous + chain * shift
    return values


CASES = {
    "independent": autoregressive(4, 250, 0.0, 1),
    "sticky": autoregressive(4, 250, 0.9, 2),
    "repelling": autoregressive(4, 250, -0.9, 3),
    "apart and odd": autoregressive(3, 101, 0.3, 4, 0.5),
    "one chain": autoregressive(1, 500, 0.5, 5),
    "five draws": autoregressive(2, 5, 0.0, 6),
    "four draws": autoregressive(2, 4, 0.0, 7),
    "three draws": autoregressive(2, 3, 0.0, 7),
    "ties": np.floor(autoregressive(4, 100, 0.5, 8) * 4),
    "another scale": autoregressive(4, 200, 0.0, 9) * np.array([1, 1, 1, 3])[:, None],
    "constant": np.full((2, 10), 3.5),
}

for name, chains in CASES.items():
    print(f"{name}: rhat {float(az.rhat(chains))!r}, ess {float(az.ess(chains))!r}")
