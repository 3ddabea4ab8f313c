"""Does a policy have a claim, and what does it cost? 1,500 simulated policies."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery

rng = np.random.default_rng(16)
age = rng.integers(18, 81, 1_500)
claim = rng.random(1_500) < 1 / (1 + np.exp(-(-1.0 - 0.5 * (age - 45) / 20)))
size = rng.lognormal(7 + 0.3 * (age - 45) / 20, 0.8, 1_500)


def build(age, claim=None, size=None, has_claim=slice(None)):
    with pm.Model() as model:
        x = (age - 45) / 20
        g, h = pm.Normal("g", 0, 1), pm.Normal("h", 0, 1)
        a, b = pm.Normal("a", 7, 2), pm.Normal("b", 0, 1)
        sigma = pm.HalfNormal("sigma", 1)
        claims = pm.Bernoulli("claims", logit_p=g + h * x, observed=claim)
        sizes = pm.LogNormal("size", a + b * x[has_claim], sigma, observed=size)
        if claim is None:
            loss = pm.Deterministic("loss", claims * sizes)
            pm.Deterministic("large", loss > 2_000)
            pm.Deterministic("expected", pm.math.sigmoid(g + h * x) * pm.math.exp(a + b * x + sigma**2 / 2))
    return model


records = pd.DataFrame({"age": rng.integers(18, 81, 200)})
gallery.write(
    __file__,
    gallery.sample(build(age, claim, size[claim], claim), seed=16),
    keep=["g", "h", "a", "b", "sigma"],
    records=records,
    predict=gallery.predictor(build(records["age"].to_numpy()), ["loss", "large", "expected"]),
)
