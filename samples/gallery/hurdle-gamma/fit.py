"""How much does it rain on a day? Three simulated years: whether it rains, and how much if it does, follow the seasons."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery


def season(day):
    return {"cosine": np.cos(2 * np.pi * day / 365), "sine": np.sin(2 * np.pi * day / 365)}


rng = np.random.default_rng(5)
truth = season(np.arange(3 * 365))
wet = rng.random(3 * 365) < 1 / (1 + np.exp(-(-0.3 + 0.8 * truth["cosine"] + 0.2 * truth["sine"])))
amount = rng.gamma(0.9, np.exp(1.5 - 0.4 * truth["cosine"]) / 0.9) * wet

with pm.Model(coords={"harmonic": ["cosine", "sine"]}) as model:
    cosine, sine = (pm.Data(name, values) for name, values in truth.items())
    a, c = pm.Normal("a", 0, 1), pm.Normal("c", 1, 1)
    b, d = pm.Normal("b", 0, 1, dims="harmonic"), pm.Normal("d", 0, 1, dims="harmonic")
    alpha = pm.Exponential("alpha", 1)
    psi = pm.math.sigmoid(a + b[0] * cosine + b[1] * sine)
    mu = pm.math.exp(c + d[0] * cosine + d[1] * sine)
    pm.HurdleGamma("rain", psi=psi, alpha=alpha, beta=alpha / mu, shape=mu.shape, observed=amount)

records = pd.DataFrame({"day": rng.permutation(365)[:200] + 1})
gallery.write(
    __file__,
    gallery.sample(model, seed=5),
    keep=["a", "b", "c", "d", "alpha"],
    records=records,
    predict=gallery.predictor(model, ["rain"], season(records["day"])),
)
