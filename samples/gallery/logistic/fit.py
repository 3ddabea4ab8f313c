"""Would they vote for Dole? 944 voters of the American National Election Study 1996 (public domain, from statsmodels)."""

import numpy as np
import pandas as pd
import pymc as pm
import statsmodels.api as sm

import gallery

voters = sm.datasets.anes96.load_pandas().data


def inputs(rows):
    return {"left_right": rows["selfLR"] - 4, "income": rows["income"] / 10, "education": rows["educ"] - 4}


with pm.Model(coords={"predictor": ["left_right", "income", "education"]}) as model:
    x = {name: pm.Data(name, values) for name, values in inputs(voters).items()}
    intercept = pm.Normal("intercept", 0, 2)
    beta = pm.Normal("beta", 0, 1, dims="predictor")
    eta = intercept + beta[0] * x["left_right"] + beta[1] * x["income"] + beta[2] * x["education"]
    pm.Bernoulli("vote", logit_p=eta, shape=eta.shape, observed=voters["vote"])

rng = np.random.default_rng(1)
records = pd.DataFrame(
    {"selfLR": rng.integers(1, 8, 200), "income": rng.integers(1, 25, 200), "educ": rng.integers(1, 8, 200)}
)
gallery.write(
    __file__,
    gallery.sample(model, seed=1),
    keep=["intercept", "beta"],
    records=records,
    predict=gallery.predictor(model, ["vote"], inputs(records)),
)
