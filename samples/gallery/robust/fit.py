"""How much ammonia escapes from a plant? Brownlee's 21 days (public domain, from statsmodels), some of them odd."""

import numpy as np
import pandas as pd
import pymc as pm
import statsmodels.api as sm

import gallery

days = sm.datasets.stackloss.load_pandas().data
names = ["AIRFLOW", "WATERTEMP", "ACIDCONC"]
centre = days[names].mean().round()


def inputs(rows):
    return {"x": ((rows[names] - centre) / 10).to_numpy()}


with pm.Model(coords={"predictor": names}) as model:
    x = pm.Data("x", inputs(days)["x"])
    intercept = pm.Normal("intercept", 15, 10)
    beta = pm.Normal("beta", 0, 10, dims="predictor")
    nu = pm.Gamma("nu", 2, 0.1)
    sigma = pm.HalfNormal("sigma", 5)
    mu = intercept + x @ beta
    pm.StudentT("loss", nu=nu + 2, mu=mu, sigma=sigma, shape=mu.shape, observed=days["STACKLOSS"])

rng = np.random.default_rng(18)
records = pd.DataFrame(
    {"AIRFLOW": rng.integers(50, 81, 200), "WATERTEMP": rng.integers(17, 28, 200), "ACIDCONC": rng.integers(72, 94, 200)}
)
gallery.write(
    __file__,
    gallery.sample(model, seed=18),
    keep=["intercept", "beta", "nu", "sigma"],
    records=records,
    predict=gallery.predictor(model, ["loss"], inputs(records)),
)
print(centre)
