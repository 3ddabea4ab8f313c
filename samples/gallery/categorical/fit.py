"""How do travellers go from Sydney to Melbourne? 210 of them (Greene's data, public domain, from statsmodels)."""

import numpy as np
import pandas as pd
import pymc as pm
import statsmodels.api as sm

import gallery

MODES = ["air", "train", "bus", "car"]

rows = sm.datasets.modechoice.load_pandas().data
chosen = rows[rows["choice"] == 1]


def inputs(rows):
    return {"income": rows["hinc"] / 10, "party": rows["psize"]}


with pm.Model(coords={"mode": MODES}) as model:
    x = {name: pm.Data(name, values) for name, values in inputs(chosen).items()}
    a, b, c = (pm.ZeroSumNormal(name, 1, dims="mode") for name in ["a", "b", "c"])
    eta = a + b * x["income"][:, None] + c * x["party"][:, None]
    p = pm.math.softmax(eta, axis=-1)
    pm.Categorical("travel", p=p, shape=p.shape[:1], observed=chosen["mode"].astype(int) - 1)

rng = np.random.default_rng(7)
records = pd.DataFrame({"hinc": rng.integers(2, 73, 200), "psize": rng.integers(1, 7, 200)})
gallery.write(
    __file__,
    gallery.sample(model, seed=7),
    keep=["a", "b", "c"],
    records=records,
    predict=gallery.predictor(model, ["travel"], inputs(records)),
    labels={"travel": MODES},
)
