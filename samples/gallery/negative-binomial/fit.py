"""How often do people see a doctor in a year? 1,000 rows of the RAND Health Insurance Experiment (public domain, from statsmodels)."""

import numpy as np
import pandas as pd
import pymc as pm
import statsmodels.api as sm

import gallery

HEALTH = ["excellent", "good", "fair", "poor"]

people = sm.datasets.randhie.load_pandas().data.sample(1_000, random_state=3)
people["health"] = np.select([people["hlthg"] == 1, people["hlthf"] == 1, people["hlthp"] == 1], [1, 2, 3])


def inputs(rows):
    return {
        "coinsurance": rows["lncoins"],
        "limited": rows["physlm"],
        "diseases": rows["disea"] / 10,
        "health": rows["health"],
    }


# Treatment coding: "excellent" is the level that the others are compared with, and has no coefficient.
with pm.Model(coords={"health": HEALTH[1:]}) as model:
    x = {name: pm.Data(name + "_data", values) for name, values in inputs(people).items()}
    intercept, b_coinsurance, b_limited, b_diseases = (
        pm.Normal(name, 0, 1) for name in ["intercept", "b_coinsurance", "b_limited", "b_diseases"]
    )
    b_health = pm.Normal("b_health", 0, 1, dims="health")
    alpha = pm.Exponential("alpha", 1)
    effect = pm.math.concatenate([[0.0], b_health])[x["health"]]
    eta = intercept + b_coinsurance * x["coinsurance"] + b_limited * x["limited"] + b_diseases * x["diseases"] + effect
    mu = pm.math.exp(eta)
    pm.NegativeBinomial("visits", mu=mu, alpha=alpha, shape=mu.shape, observed=people["mdvis"].astype(int))

rng = np.random.default_rng(3)
shown = people.sample(200, random_state=4).round(3)
records = pd.DataFrame(
    {
        "lncoins": shown["lncoins"],
        "physlm": shown["physlm"],
        "disea": shown["disea"],
        "health": [HEALTH[i] for i in rng.permutation(np.arange(200) % 4)],
    }
)
gallery.write(
    __file__,
    gallery.sample(model, seed=3),
    keep=["intercept", "b_coinsurance", "b_limited", "b_diseases", "b_health", "alpha"],
    records=records,
    predict=gallery.predictor(
        model,
        ["visits"],
        {
            name + "_data": values
            for name, values in inputs(records.assign(health=records["health"].map(HEALTH.index))).items()
        },
    ),
)
