"""How long does a parcel take? 500 simulated parcels: some go astray, those that go far more often."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery

rng = np.random.default_rng(12)
km = rng.uniform(10, 800, 500)
astray = rng.random(500) < 1 / (1 + np.exp(-(-2.5 + 1.5 * km / 500)))
hours = np.where(astray, rng.normal(72, 8, 500), rng.normal(20 + 6 * km / 500, 3, 500))

with pm.Model() as model:
    x = pm.Data("x", km / 500)
    a, b = pm.Normal("a", -2, 1), pm.Normal("b", 0, 1)
    c, d = pm.Normal("c", 24, 5), pm.Normal("d", 0, 5)
    late = pm.Normal("late", 70, 10)
    sigma, sigma_late = pm.HalfNormal("sigma", 5), pm.HalfNormal("sigma_late", 10)
    p = pm.math.sigmoid(a + b * x)
    pm.Mixture(
        "hours",
        w=pm.math.stack([1 - p, p], axis=-1),
        comp_dists=[pm.Normal.dist(c + d * x, sigma), pm.Normal.dist(late + 0 * x, sigma_late)],
        shape=x.shape,
        observed=hours,
    )

records = pd.DataFrame({"km": rng.uniform(10, 800, 200).round(1)})
gallery.write(
    __file__,
    gallery.sample(model, seed=12),
    keep=["a", "b", "c", "d", "late", "sigma", "sigma_late"],
    records=records,
    predict=gallery.predictor(model, ["hours"], {"x": records["km"] / 500}),
)
