"""Makes posterior.nc beside it: two parameters, 2 chains of 50 draws.

    pip install numpy==2.4.6 h5py==3.16.0
    python make_posterior.py
"""

from pathlib import Path

import h5py
import numpy as np

rng = np.random.default_rng(1)
with h5py.File(Path(__file__).with_name("posterior.nc"), "w", track_order=True) as file:
    posterior = file.create_group("posterior")
    for name, values in {"chain": [0, 1], "draw": range(50), "kind": ["a", "b"]}.items():
        kind = h5py.string_dtype() if name == "kind" else "i8"
        posterior.create_dataset(name, data=np.array(list(values), dtype=kind))
        posterior[name].make_scale(name)
    for name, dims, values in [
        ("shift", ("chain", "draw", "kind"), rng.normal([-1, 1], 0.1, (2, 50, 2))),
        ("scale", ("chain", "draw"), rng.uniform(0.9, 1.1, (2, 50))),
    ]:
        posterior.create_dataset(name, data=values)
        for axis, dim in enumerate(dims):
            posterior[name].dims[axis].attach_scale(posterior[dim])
