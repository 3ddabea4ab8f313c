"""How warm does a house get? A network with one hidden layer of three units, fitted to 150 simulated hours.

As often with networks, chains settle in different modes: R-hat of the weights is 1.7, with 64 divergences. The predictions
are averages over these modes; do not read anything into a single weight.
"""

import numpy as np
import pandas as pd
import pymc as pm

import gallery

HIDDEN = 3


def hours(rng, count):
    return pd.DataFrame({"sun": rng.uniform(0, 1, count).round(3), "wind": rng.uniform(0, 1, count).round(3)})


def inputs(rows):
    return {"x": 2 * rows[["sun", "wind"]].to_numpy() - 1}


rng = np.random.default_rng(17)
seen = hours(rng, 150)
warmth = 18 + 6 * np.tanh(3 * seen["sun"] - 1) - 3 * seen["wind"] * seen["sun"] + rng.normal(0, 0.5, 150)

with pm.Model(coords={"input": ["sun", "wind"], "unit": range(HIDDEN)}) as model:
    x = pm.Data("x", inputs(seen)["x"])
    w1 = pm.Normal("w1", 0, 1, dims=("input", "unit"))
    # Units that change places, or their signs, are the same network: their order and positive weights choose one of them.
    ordered = pm.distributions.transforms.ordered
    b1 = pm.Normal("b1", 0, 1, dims="unit", transform=ordered, initval=np.linspace(-1, 1, HIDDEN))
    w2 = pm.HalfNormal("w2", 3, dims="unit")
    b2 = pm.Normal("b2", 18, 5)
    sigma = pm.HalfNormal("sigma", 1)
    hidden = pm.math.tanh(x @ w1 + b1)
    mu = hidden @ w2 + b2
    pm.Normal("warmth", mu, sigma, shape=mu.shape, observed=warmth)

records = hours(rng, 200)
gallery.write(
    __file__,
    gallery.sample(model, seed=17, target_accept=0.95, max_treedepth=8),
    keep=["w1", "b1", "w2", "b2", "sigma"],
    records=records,
    predict=gallery.predictor(model, ["warmth"], inputs(records)),
)
