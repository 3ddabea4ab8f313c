"""How many claims does a policy have while it is insured? 800 simulated motor policies."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery


def policies(rng, count):
    return pd.DataFrame(
        {
            "age": rng.integers(18, 81, count),
            "urban": rng.random(count) < 0.4,
            "years": rng.integers(30, 366, count) / 365,
        }
    )


def inputs(rows):
    return {"age": (rows["age"] - 45) / 10, "urban": rows["urban"].astype(float), "years": rows["years"]}


rng = np.random.default_rng(2)
insured = policies(rng, 800)
rate = np.exp(-1.2 - 0.25 * (insured["age"] - 45) / 10 + 0.5 * insured["urban"])

with pm.Model() as model:
    x = {name: pm.Data(name, values) for name, values in inputs(insured).items()}
    intercept, b_age, b_urban = (pm.Normal(name, 0, 1) for name in ["intercept", "b_age", "b_urban"])
    mu = x["years"] * pm.math.exp(intercept + b_age * x["age"] + b_urban * x["urban"])
    pm.Poisson("claims", mu, shape=mu.shape, observed=rng.poisson(rate * insured["years"]))

records = policies(rng, 200)
gallery.write(
    __file__,
    gallery.sample(model, seed=2),
    keep=["intercept", "b_age", "b_urban"],
    records=records,
    predict=gallery.predictor(model, ["claims"], inputs(records)),
)
