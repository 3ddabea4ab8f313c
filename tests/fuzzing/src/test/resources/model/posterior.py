"""Writes posterior.nc: a bit of everything that expressions can name, so that a few bytes reach much of their code.

    python3 posterior.py

Made with xarray 2026.4.0, netCDF4 1.7.4, NumPy 2.4.6.
"""

from pathlib import Path

import numpy as np
import xarray as xr

FILE = Path(__file__).with_name("posterior.nc")
CHAINS, DRAWS = 2, 4
COORDS = {"shop": ["a", "b", "c"], "eth": ["x", "y"], "effect": ["level", "slope"], "effect_": ["level", "slope"]}
SHAPES = {
    "mu": [],
    "sigma": [],
    "beta": ["shop"],
    "ab": ["shop", "effect"],
    "1|eth": ["eth"],
    "w": ["unit", "shop"],
    "v": ["unit"],
    "cut": ["step"],
    "chol": ["effect", "effect_"],
    # Their product is 90,000 numbers.
    "row": ["many", "one"],
    "column": ["one", "many"],
}
SIZES = {"shop": 3, "eth": 2, "effect": 2, "effect_": 2, "unit": 4, "step": 2, "many": 300, "one": 1}

rng = np.random.default_rng(1)
draws = {name: (["chain", "draw", *dims], rng.normal(size=[CHAINS, DRAWS, *(SIZES[d] for d in dims)]).round(2)) for name, dims in SHAPES.items()}
draws["sigma"] = ("chain", "draw"), abs(draws["sigma"][1]) + 0.5
draws["cut"] = draws["cut"][0], np.sort(draws["cut"][1])
draws["chol"] = draws["chol"][0], np.tile([[1.0, 0.0], [0.5, 0.75]], (CHAINS, DRAWS, 1, 1))
constants = {"knots": (["knot"], [0.0, 0, 0, 0, 0.5, 1, 1, 1, 1]), "grid": (["point"], [0.0, 1.0, 4.0]), "n": ([], 12)}

packed = {name: {"zlib": True, "complevel": 9, "dtype": "float32"} for name in draws}
xr.Dataset(draws, COORDS).to_netcdf(FILE, group="posterior", engine="netcdf4", encoding=packed)
xr.Dataset(constants).to_netcdf(FILE, mode="a", group="constant_data", engine="netcdf4")
