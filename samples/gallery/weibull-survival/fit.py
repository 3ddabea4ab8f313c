"""How long does a bearing last? 300 simulated bearings; the test ends after 1,000 hours, and those that still run are censored."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery

END = 1_000.0


def bearings(rng, count):
    return pd.DataFrame({"load": rng.uniform(0.5, 2, count).round(2), "oil": rng.choice(["mineral", "synthetic"], count)})


def inputs(rows):
    return {"load": np.log(rows["load"]), "synthetic": (rows["oil"] == "synthetic").astype(float)}


def lifetimes(rows):
    """alpha and beta of the Weibull distribution."""
    x = {name: pm.Data(name, values) for name, values in inputs(rows).items()}
    alpha = pm.Gamma("alpha", 4, 2)
    intercept, b_load, b_synthetic = (pm.Normal(name, mu, 1) for name, mu in [("intercept", 6), ("b_load", 0), ("b_synthetic", 0)])
    return alpha, pm.math.exp(intercept + b_load * x["load"] + b_synthetic * x["synthetic"])


rng = np.random.default_rng(11)
tested = bearings(rng, 300)
scale = np.exp(6.5 - 1.2 * np.log(tested["load"]) + 0.4 * (tested["oil"] == "synthetic"))
hours = np.minimum(scale * rng.weibull(1.8, 300), END)

with pm.Model() as test:
    alpha, beta = lifetimes(tested)
    pm.Censored("hours", pm.Weibull.dist(alpha, beta), lower=None, upper=END, observed=hours)

# The test ends; a lifetime does not.
records = bearings(rng, 200)
with pm.Model() as life:
    pm.Weibull("hours", *lifetimes(records))

gallery.write(
    __file__,
    gallery.sample(test, seed=11),
    keep=["alpha", "intercept", "b_load", "b_synthetic"],
    records=records,
    predict=gallery.predictor(life, ["hours"]),
)
