"""How many points does a pupil get? 360 simulated pupils in 15 schools, taught by one of three methods. Fitted with Bambi."""

import bambi as bmb
import numpy as np
import pandas as pd
import xarray as xr

import gallery

METHODS = ["lecture", "project", "tutor"]
SCHOOLS = [f"school {i:02d}" for i in range(1, 16)]


def pupils(rng, count, schools):
    return pd.DataFrame(
        {
            "Hours": rng.uniform(0, 10, count).round(1),
            "method": rng.choice(METHODS, count),
            "school": rng.choice(schools, count),
        }
    )


rng = np.random.default_rng(15)
seen = pupils(rng, 360, SCHOOLS)
effect = dict(zip(SCHOOLS, rng.normal(0, 4, 15)))
seen["points"] = (
    50 + 2.5 * seen["Hours"] + seen["method"].map({"lecture": 0, "project": 3, "tutor": 8}) + seen["school"].map(effect)
    + rng.normal(0, 6, 360)
)

model = bmb.Model("points ~ Hours + method + (1|school)", seen)
fit = model.fit(
    draws=2 * gallery.DRAWS, tune=1_000, chains=gallery.CHAINS, cores=1, random_seed=15, target_accept=0.95, progressbar=False
)
fit = gallery.thinned(fit)

# Every fifth pupil goes to a school of its own that the fit has not seen.
records = pupils(rng, 200, SCHOOLS)
records.loc[::5, "school"] = [f"new {i:02d}" for i in range(40)]


def predict(posterior):
    """Bambi's own prediction gives a new school the effect of a school that it has seen; a new one is drawn here."""
    draws = np.random.default_rng(1)
    shape = (posterior.sizes["chain"], posterior.sizes["draw"], 200)
    known = posterior["1|school"].reindex(school__factor_dim=records["school"]).to_numpy()
    new = posterior["1|school_sigma"].to_numpy()[..., None] * draws.standard_normal(shape)
    method = posterior["method"].reindex(method_dim=records["method"], fill_value=0).to_numpy()
    mean = (
        posterior["Intercept"].to_numpy()[..., None]
        + posterior["Hours"].to_numpy()[..., None] * records["Hours"].to_numpy()
        + method
        + np.where(np.isnan(known), new, known)
    )
    points = mean + posterior["sigma"].to_numpy()[..., None] * draws.standard_normal(shape)
    return xr.Dataset({"points": (("chain", "draw", "record"), points)})


gallery.write(
    __file__,
    fit,
    keep=["Intercept", "Hours", "method", "1|school", "1|school_sigma", "sigma"],
    records=records,
    predict=predict,
)
