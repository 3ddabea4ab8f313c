"""What share of their budget do households spend on food? 400 simulated households."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery


def households(rng, count):
    return pd.DataFrame({"income": rng.lognormal(7.6, 0.5, count).round(), "children": rng.integers(0, 4, count)})


def inputs(rows):
    return {"income": np.log(rows["income"] / 2_000), "children": rows["children"]}


rng = np.random.default_rng(8)
seen = households(rng, 400)
mean = 1 / (1 + np.exp(-(-1.2 - 0.7 * inputs(seen)["income"] + 0.2 * seen["children"])))

with pm.Model() as model:
    x = {name: pm.Data(name, values) for name, values in inputs(seen).items()}
    intercept, b_income, b_children = (pm.Normal(name, 0, 1) for name in ["intercept", "b_income", "b_children"])
    nu = pm.Gamma("nu", 2, 0.05)
    mu = pm.math.sigmoid(intercept + b_income * x["income"] + b_children * x["children"])
    pm.Beta("food", mu=mu, nu=nu, shape=mu.shape, observed=rng.beta(40 * mean, 40 * (1 - mean)))

records = households(rng, 200)
gallery.write(
    __file__,
    gallery.sample(model, seed=8),
    keep=["intercept", "b_income", "b_children", "nu"],
    records=records,
    predict=gallery.predictor(model, ["food"], inputs(records)),
)
