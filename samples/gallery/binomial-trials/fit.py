"""How many seeds of a plate germinate? Crowder's 21 plates (Applied Statistics 27, 1978), a classic of BUGS."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery

SEED = ["aegyptiaca 75", "aegyptiaca 73"]
EXTRACT = ["bean", "cucumber"]

sown = [39, 62, 81, 51, 39, 6, 74, 72, 51, 79, 13, 16, 30, 28, 45, 4, 12, 41, 30, 51, 7]
germinated = [10, 23, 23, 26, 17, 5, 53, 55, 32, 46, 10, 8, 10, 8, 23, 0, 3, 22, 15, 32, 3]
seed = [0] * 11 + [1] * 10
extract = [0] * 5 + [1] * 6 + [0] * 5 + [1] * 5

with pm.Model(coords={"seed": SEED, "extract": EXTRACT}) as model:
    x = {
        name: pm.Data(name, values)
        for name, values in {"sown": sown, "seed_index": seed, "extract_index": extract}.items()
    }
    theta = pm.Normal("theta", 0, 1.5, dims=("seed", "extract"))
    logit_p = theta[x["seed_index"], x["extract_index"]]
    pm.Binomial("germinated", n=x["sown"], logit_p=logit_p, shape=logit_p.shape, observed=germinated)

rng = np.random.default_rng(10)
records = pd.DataFrame(
    {"sown": rng.integers(1, 100, 200), "seed": rng.choice(SEED, 200), "extract": rng.choice(EXTRACT, 200)}
)
gallery.write(
    __file__,
    gallery.sample(model, seed=10),
    keep=["theta"],
    records=records,
    predict=gallery.predictor(
        model,
        ["germinated"],
        {
            "sown": records["sown"],
            "seed_index": records["seed"].map(SEED.index),
            "extract_index": records["extract"].map(EXTRACT.index),
        },
    ),
)
