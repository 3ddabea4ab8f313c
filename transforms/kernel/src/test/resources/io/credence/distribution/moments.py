"""Writes moments.tsv: distribution, parameters, mean, variance and excess kurtosis, by SciPy.

    python3 moments.py > moments.tsv

Made with SciPy 1.17.1, NumPy 2.4.6, Python 3.11.7. Distributions without a finite fourth moment have no line.
"""

import math

from functions import CASES

for name, (_, scipy, _, cases) in CASES.items():
    if scipy is None or name.startswith(("half_student", "zero_inflated", "von_mises")):
        continue  # Not of SciPy, or without its moments: their counts are tested.
    for case in cases:
        mean, variance, kurtosis = map(float, scipy(*case).stats("mvk"))
        if math.isfinite(mean + variance + kurtosis) and variance > 0 and kurtosis < 1e4:
            print(name, " ".join(repr(float(p)) for p in case), mean, variance, kurtosis, sep="\t")
