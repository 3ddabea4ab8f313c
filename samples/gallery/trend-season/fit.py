"""How much ice cream does a shop sell on a day? Two simulated years with a trend, a season and weekends."""

import numpy as np
import pandas as pd
import pymc as pm

import gallery

ORIGIN = pd.Timestamp("2024-01-01")


def inputs(dates):
    day = (dates - ORIGIN).dt.days.to_numpy()
    turn = 2 * np.pi * day / 365.25
    return {"year": day / 365.25, "wave": np.stack([np.cos(turn), np.sin(turn)]), "weekend": (day % 7 >= 5).astype(float)}


rng = np.random.default_rng(19)
seen = pd.Series(pd.date_range(ORIGIN, periods=731))
truth = inputs(seen)
mean = 5 + 0.2 * truth["year"] - 0.8 * truth["wave"][0] - 0.3 * truth["wave"][1] + 0.4 * truth["weekend"]

with pm.Model(coords={"wave": ["cosine", "sine"]}) as model:
    x = {name: pm.Data(name + "_data", values) for name, values in truth.items()}
    level, growth, weekend = (pm.Normal(name, mu, 1) for name, mu in [("level", 5), ("growth", 0), ("weekend", 0)])
    season = pm.Normal("season", 0, 1, dims="wave")
    sigma = pm.HalfNormal("sigma", 0.5)
    mu = level + growth * x["year"] + season @ x["wave"] + weekend * x["weekend"]
    pm.LogNormal("sold", mu, sigma, shape=mu.shape, observed=np.exp(rng.normal(mean, 0.25)))

records = pd.DataFrame({"date": pd.Series(pd.date_range("2025-06-01", periods=200)).astype("datetime64[us]")})
gallery.write(
    __file__,
    gallery.sample(model, seed=19),
    keep=["level", "growth", "season", "weekend", "sigma"],
    records=records,
    predict=gallery.predictor(model, ["sold"], {name + "_data": values for name, values in inputs(records["date"]).items()}),
)
