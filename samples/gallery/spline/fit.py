"""How much water does the Nile bring to Aswan in a year? 1871 to 1970 (public domain, from statsmodels)."""

import numpy as np
import pandas as pd
import pymc as pm
import statsmodels.api as sm
import xarray as xr
from scipy.interpolate import BSpline

import gallery

DEGREE = 3

nile = sm.datasets.nile.load_pandas().data
# The ends of the range stand there once for each degree and once more, as a B-spline needs them.
inner = np.linspace(1871, 1970, 9)[1:-1]
knots = np.concatenate([[1871] * (DEGREE + 1), inner, [1970] * (DEGREE + 1)])


def basis(year):
    return BSpline.design_matrix(np.asarray(year, dtype=float), knots, DEGREE).toarray()


with pm.Model() as model:
    b = pm.Data("b", basis(nile["year"]))
    level = pm.Normal("level", 900, 100)
    scale = pm.HalfNormal("scale", 200)
    w = pm.Normal("w", level, scale, shape=len(knots) - DEGREE - 1)
    sigma = pm.HalfNormal("sigma", 200)
    mu = b @ w
    pm.Normal("volume", mu, sigma, shape=mu.shape, observed=nile["volume"])

records = pd.DataFrame({"year": np.random.default_rng(14).uniform(1871, 1970, 200).round(2)})
gallery.write(
    __file__,
    gallery.sample(model, seed=14, target_accept=0.95),
    keep=["level", "scale", "w", "sigma"],
    records=records,
    predict=gallery.predictor(model, ["volume"], {"b": basis(records["year"])}),
    constants=xr.Dataset({"knots": ("knot", knots)}),
)
