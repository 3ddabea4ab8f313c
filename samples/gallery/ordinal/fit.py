"""Which party do they feel close to, on a scale of seven? 944 voters of the American National Election Study 1996 (public domain, from statsmodels)."""

import numpy as np
import pandas as pd
import pymc as pm
import statsmodels.api as sm
import xarray as xr

import gallery

PARTY = ["strong D", "weak D", "leans D", "independent", "leans R", "weak R", "strong R"]

voters = sm.datasets.anes96.load_pandas().data


def inputs(rows):
    return {"left_right": rows["selfLR"] - 4, "income": rows["income"] / 10, "age": rows["age"] / 10}


with pm.Model(coords={"predictor": ["left_right", "income", "age"], "cut": range(6)}) as model:
    x = {name: pm.Data(name, values) for name, values in inputs(voters).items()}
    beta = pm.Normal("beta", 0, 1, dims="predictor")
    cutpoints = pm.Normal(
        "cutpoints", 0, 3, dims="cut", transform=pm.distributions.transforms.ordered, initval=np.linspace(-2, 2, 6)
    )
    eta = beta[0] * x["left_right"] + beta[1] * x["income"] + beta[2] * x["age"]
    observed = voters["PID"].astype(int)
    pm.OrderedLogistic("party", eta=eta, cutpoints=cutpoints, compute_p=False, shape=eta.shape, observed=observed)

rng = np.random.default_rng(6)
records = pd.DataFrame(
    {"selfLR": rng.integers(1, 8, 200), "income": rng.integers(1, 25, 200), "age": rng.integers(18, 90, 200)}
)
gallery.write(
    __file__,
    gallery.sample(model, seed=6),
    keep=["beta", "cutpoints"],
    records=records,
    predict=gallery.predictor(model, ["party"], inputs(records)),
    # Six cutpoints make seven classes: their names are a coordinate of nothing that was fitted.
    constants=xr.Dataset({"position": ("party", range(7))}, {"party": PARTY}),
    labels={"party": PARTY},
)
