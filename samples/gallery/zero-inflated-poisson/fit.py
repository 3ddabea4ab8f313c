"""How many fish does a group bring home? 500 simulated groups, some of which never fished."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery


def groups(rng, count):
    persons = rng.integers(1, 5, count)
    return pd.DataFrame({"persons": persons, "children": rng.integers(0, persons), "camper": rng.integers(0, 2, count)})


rng = np.random.default_rng(4)
seen = groups(rng, 500)
fishing = rng.random(500) < 1 / (1 + np.exp(-(1.2 - 1.0 * seen["children"])))
caught = rng.poisson(np.exp(-0.5 + 0.6 * seen["persons"] + 0.6 * seen["camper"])) * fishing

with pm.Model() as model:
    x = {name: pm.Data(name, seen[name]) for name in seen}
    a, b_persons, b_camper, c, d_children = (pm.Normal(name, 0, 1.5) for name in ["a", "b_persons", "b_camper", "c", "d_children"])
    psi = pm.math.sigmoid(c + d_children * x["children"])
    mu = pm.math.exp(a + b_persons * x["persons"] + b_camper * x["camper"])
    pm.ZeroInflatedPoisson("fish", psi=psi, mu=mu, shape=mu.shape, observed=caught)

records = groups(rng, 200)
gallery.write(
    __file__,
    gallery.sample(model, seed=4),
    keep=["a", "b_persons", "b_camper", "c", "d_children"],
    records=records,
    predict=gallery.predictor(model, ["fish"], {name: records[name] for name in records}),
)
