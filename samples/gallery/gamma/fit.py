"""What do households spend on food? Engel's 235 Belgian households of 1857 (public domain, from statsmodels)."""

import numpy as np
import pandas as pd
import pymc as pm
import statsmodels.api as sm

import gallery

households = sm.datasets.engel.load_pandas().data

with pm.Model() as model:
    income = pm.Data("log_income", np.log(households["income"] / 1_000))
    a, b = pm.Normal("a", 6, 2), pm.Normal("b", 1, 1)
    relative_sd = pm.HalfNormal("relative_sd", 0.5)
    mu = pm.math.exp(a + b * income)
    pm.Gamma("food", mu=mu, sigma=relative_sd * mu, shape=mu.shape, observed=households["foodexp"])

records = pd.DataFrame({"income": np.random.default_rng(9).lognormal(6.8, 0.5, 200).round(1)})
gallery.write(
    __file__,
    gallery.sample(model, seed=9),
    keep=["a", "b", "relative_sd"],
    records=records,
    predict=gallery.predictor(model, ["food"], {"log_income": np.log(records["income"] / 1_000)}),
)
