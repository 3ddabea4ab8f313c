"""What PyMC predicts of sums over houses, county by county, from the posterior of samples/gallery/radon.

    pip install -r samples/gallery/requirements.txt
    python totals.py   # from this folder; writes records.parquet and totals.json

Five counties are new to the model, with 8 houses each: their effect is drawn once per county and posterior draw, and so is
the same for all houses of one. Sums are taken within each draw.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pymc as pm
import xarray as xr

HERE = Path(__file__).parent
ROOT = next(each for each in HERE.parents if (each / "samples").is_dir())
PASSES = 40
QUANTILES = [0.05, 0.5, 0.95]

posterior = xr.load_dataset(ROOT / "samples/gallery/radon/posterior.nc", group="posterior", engine="netcdf4").astype("float64")
counties = [str(each) for each in posterior.county.values]
rng = np.random.default_rng(31)
county = np.concatenate([np.repeat([f"New {i}" for i in range(5)], 8), rng.choice(counties, 160)])
records = pd.DataFrame({"county": county, "floor": rng.integers(0, 2, 200), "id": np.arange(200)})
records = records.sample(frac=1, random_state=1)
records.to_parquet(HERE / "records.parquet", index=False)

names = counties + [f"New {i}" for i in range(5)]
at = np.array([names.index(each) for each in records.county])
with pm.Model(coords={"county": counties, "effect": ["basement", "floor"], "effect_": ["basement", "floor"]}) as model:
    mean = pm.Flat("mean", dims="effect")
    chol = pm.Flat("chol", dims=("effect", "effect_"), shape=(2, 2))
    ab = pm.Flat("ab", dims=("county", "effect"))
    sigma = pm.HalfFlat("sigma")
    ab_new = pm.MvNormal("ab_new", mean, chol=chol, shape=(5, 2))
    all_ab = pm.math.concatenate([ab, ab_new])
    pm.Normal("log_radon", all_ab[at, 0] + all_ab[at, 1] * records["floor"].to_numpy(), sigma)

many = xr.concat([posterior] * PASSES, "chain").assign_coords(chain=np.arange(PASSES * posterior.sizes["chain"]))
with model:
    drawn = pm.sample_posterior_predictive(many, var_names=["log_radon"], predictions=True, random_seed=1, progressbar=False)
draws = drawn.predictions["log_radon"].to_numpy().reshape(PASSES, -1, 200)  # pass, posterior draw, record


def figures(sums):
    """Of one group, from sums as (pass, posterior draw); noise is what one prediction adds to its posterior draw's mean."""
    return {
        "mean": sums.mean(),
        "sd": sums.std(ddof=1),
        "noise": float(np.sqrt(sums.var(axis=0, ddof=1).mean())),
        "quantiles": {str(p): np.quantile(sums, p) for p in QUANTILES},
    }


totals = {name: figures(draws[:, :, records.county.to_numpy() == name].sum(axis=2)) for name in sorted(set(county))}
totals[""] = figures(draws.sum(axis=2))
(HERE / "totals.json").write_text(json.dumps({"draws": draws.shape[0] * draws.shape[1], "totals": totals}, indent=1) + "\n")
