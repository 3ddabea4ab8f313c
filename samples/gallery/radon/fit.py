"""How much radon is in a house? 583 houses in 17 counties of Minnesota.

The State Residential Radon Survey of the US Environmental Protection Agency, of which Gelman and Hill's Data Analysis
Using Regression made a classic: here the counties with at least 13 houses. To fit anew, lay the survey beside this file
as radon.csv, with the columns county, floor (0 is the basement) and activity (pCi/L).
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pymc as pm

import gallery

houses = pd.read_csv(Path(__file__).with_name("radon.csv"))
counties = sorted(houses["county"].unique())
at = houses["county"].map(counties.index)

EFFECTS = ["basement", "floor"]
coords = {"county": counties, "effect": EFFECTS, "effect_": EFFECTS}

with pm.Model(coords=coords) as model:
    mean = pm.Normal("mean", [1, 0], 1, dims="effect")
    chol, _, _ = pm.LKJCholeskyCov("chol_packed", n=2, eta=2, sd_dist=pm.Gamma.dist(3, 10))
    pm.Deterministic("chol", chol, dims=("effect", "effect_"))
    # Standardised steps, so that small spreads make no funnel.
    step = pm.Normal("step", dims=("county", "effect"))
    ab = pm.Deterministic("ab", mean + step @ chol.T, dims=("county", "effect"))
    sigma = pm.Exponential("sigma", 1)
    mu = ab[at.to_numpy(), 0] + ab[at.to_numpy(), 1] * houses["floor"].to_numpy()
    pm.Normal("log_radon", mu, sigma, observed=np.log(houses["activity"]))

# Every fourth house is in a county of its own that the fit has not seen.
rng = np.random.default_rng(13)
county = np.where(np.arange(200) % 4 == 3, [f"New {i}" for i in range(200)], rng.choice(counties, 200))
records = pd.DataFrame({"county": county, "floor": rng.integers(0, 2, 200)})
names = counties + sorted(set(county) - set(counties))
at = np.array([names.index(each) for each in county])

# What the posterior holds is taken from there. It does not hold the effects of new counties, so PyMC draws them.
with pm.Model(coords=coords) as prediction:
    mean = pm.Flat("mean", dims="effect")
    chol = pm.Flat("chol", dims=("effect", "effect_"), shape=(2, 2))
    ab = pm.Flat("ab", dims=("county", "effect"))
    sigma = pm.HalfFlat("sigma")
    ab_new = pm.MvNormal("ab_new", mean, chol=chol, shape=(len(names) - len(counties), 2))
    all_ab = pm.math.concatenate([ab, ab_new])
    pm.Normal("log_radon", all_ab[at, 0] + all_ab[at, 1] * records["floor"].to_numpy(), sigma)

gallery.write(
    __file__,
    gallery.sample(model, seed=13, target_accept=0.99, tune=2_000),
    keep=["mean", "chol", "ab", "sigma"],
    records=records,
    predict=gallery.predictor(prediction, ["log_radon"]),
)
