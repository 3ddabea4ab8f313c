"""Makes the posterior files beside this script.

    pip install xarray==2026.9.0 netCDF4==1.7.5.1.post1 h5netcdf==1.8.2 h5py==3.16.0
    python make_fixtures.py

Values tell where they belong, so that tests can compute what must come out:
    value = 1000 * element + 100 * chain + draw
"""

import os
import zlib

import h5py
import netCDF4
import numpy as np
import xarray as xr

HERE = os.path.dirname(os.path.abspath(__file__))
CHAINS, DRAWS = 2, 5
SIZES = {"chain": CHAINS, "draw": DRAWS, "k": 3, "j": 2, "one": 1}


def path(name):
    target = os.path.join(HERE, name)
    if os.path.exists(target):
        os.remove(target)
    return target


def values(*dims):
    """An array over dims whose values tell element (in C order of the other dims), chain and draw."""
    index = dict(zip(dims, np.indices([SIZES[d] for d in dims])))
    element = np.zeros([SIZES[d] for d in dims])
    for d in dims:
        if d not in ("chain", "draw"):
            element = element * SIZES[d] + index[d]
    return dims, 1000 * element + 100 * index["chain"] + index["draw"]


def write(target, engine="netcdf4", encoding=None, **groups):
    encoding = encoding or {}
    mode = "w"
    for group, dataset in groups.items():
        dataset.to_netcdf(
            target, mode=mode, group=group, engine=engine, encoding=encoding.get(group, {})
        )
        mode = "a"


def layouts():
    """Every order of dimensions and every type a parameter may have; all kinds of constants."""
    posterior = xr.Dataset(
        {
            "usual": values("chain", "draw", "k"),
            "scalar": values("chain", "draw"),
            "swapped": values("draw", "chain"),
            "leading": values("k", "chain", "draw"),
            "between": values("j", "draw", "k", "chain"),
            "one": values("chain", "draw", "one"),
            "flag": (("chain", "draw"), np.arange(10).reshape(2, 5) % 3 == 0),
            "whole": (("chain", "draw"), np.arange(10).reshape(2, 5) - 5),
            "small": (("chain", "draw"), (np.arange(10).reshape(2, 5) / 4).astype("f4")),
            "unsigned": (("chain", "draw"), np.full((2, 5), 2**64 - 2048, "u8")),
            "packed": (("chain", "draw"), np.arange(10.0).reshape(2, 5) / 4 + 3),
        },
        coords={
            "chain": [0, 1],
            "draw": np.arange(DRAWS),
            "k": ["Nord", "Süd", "東"],
            "j": [10, 20],
            "when": ("j", np.array([3, 4])),
        },
    )
    constants = xr.Dataset(
        {
            "x_mean": 12.25,
            "n": 7,
            "exposure": ("k", [1.5, np.nan, 2.5]),
            "tight": ("x", np.array([1, 2], "f4")),
            "label": ("k", ["a", "b", "c"]),
        },
        coords={"k": ["Nord", "Süd", "東"], "x": [0.1, 2.0], "yes": [False, True]},
    )
    encoding = {
        "posterior": {
            "packed": {"dtype": "i2", "scale_factor": 0.25, "add_offset": 3.0, "_FillValue": -1},
            "usual": {"zlib": True, "shuffle": True, "chunksizes": (1, 2, 2)},
        }
    }
    write(path("layouts.nc"), encoding=encoding, posterior=posterior, constant_data=constants)
    write(path("layouts-h5netcdf.nc"), "h5netcdf", encoding, posterior=posterior, constant_data=constants)


def sample():
    """One dimension for all draws, as arviz.extract leaves it, with chain and draw as labels."""
    write(
        path("sample.nc"),
        posterior=xr.Dataset(
            {
                "mu": ("sample", np.arange(6.0)),
                "theta": (("k", "sample"), np.arange(12.0).reshape(2, 6)),
            },
            coords={
                "chain": ("sample", [0, 0, 0, 1, 1, 1]),
                "draw": ("sample", [0, 1, 2, 0, 1, 2]),
            },
        ),
    )


def groupless():
    xr.Dataset({"mu": values("chain", "draw"), "x_mean": 3.0}).to_netcdf(
        path("groupless.nc"), engine="netcdf4"
    )


def datatree():
    """ArviZ 1.x: a tree whose groups inherit labels from the root."""
    tree = xr.DataTree.from_dict(
        {
            "/": xr.Dataset(coords={"k": ["a", "b", "c"]}),
            "/posterior": xr.Dataset({"theta": values("chain", "draw", "k")}),
            "/constant_data": xr.Dataset({"width": ("k", [1.0, 2.0, 3.0])}),
        }
    )
    tree.to_netcdf(path("datatree.nc"), engine="h5netcdf")


def unusable():
    """Several faults at once: all must be reported."""
    mu = values("chain", "draw")[1]
    mu[1, 2:4] = np.nan
    theta = values("chain", "draw", "k")[1]
    theta[0, 0, 0] = np.inf
    posterior = xr.Dataset(
        {
            "fine": values("chain", "draw"),
            "mu": (("chain", "draw"), mu),
            "theta": (("chain", "draw", "k"), theta),
            "filled": (("chain", "draw"), np.where(mu == 3, np.nan, 1.0)),
            "text": (("chain", "draw"), np.full((2, 5), "x", dtype=object)),
            "halfway": ("draw", np.arange(5.0)),
        }
    )
    encoding = {"posterior": {"filled": {"dtype": "i4", "_FillValue": -999}}}
    write(path("unusable.nc"), encoding=encoding, posterior=posterior)


def names():
    for engine in ("netcdf4", "h5netcdf"):
        write(
            path(f"greek-{engine}.nc"),
            engine,
            posterior=xr.Dataset({"β": values("chain", "draw"), "σ": values("chain", "draw")}),
        )


def other_labels():
    write(
        path("other-labels.nc"),
        posterior=xr.Dataset({"theta": values("chain", "draw", "k")}, coords={"k": ["a", "b", "c"]}),
        constant_data=xr.Dataset({"width": ("k", [1.0, 2.0, 3.0])}, coords={"k": ["a", "c", "b"]}),
    )


def other_length():
    """A dimension of constants shares its name, but neither length nor labels, with a coordinate."""
    with netCDF4.Dataset(path("other-length.nc"), "w") as file:
        posterior = file.createGroup("posterior")
        for name, size in (("chain", CHAINS), ("draw", DRAWS), ("s", 3)):
            posterior.createDimension(name, size)
        posterior.createVariable("mu", "f8", ("chain", "draw"))[:] = 1.0
        posterior.createVariable("s", "i8", ("s",))[:] = [0, 1, 2]
        constants = file.createGroup("constant_data")
        constants.createDimension("s", 2)
        constants.createVariable("width", "f8", ("s",))[:] = [1.0, 2.0]


def no_posterior():
    write(
        path("no-posterior.nc"),
        prior=xr.Dataset({"mu": values("chain", "draw")}),
        observed_data=xr.Dataset({"y": ("obs", [1.0, 2.0])}),
    )


def missing_blocks():
    with netCDF4.Dataset(path("missing-blocks.nc"), "w") as file:
        group = file.createGroup("posterior")
        group.createDimension("chain", 2)
        group.createDimension("draw", 4)
        mu = group.createVariable("mu", "f8", ("chain", "draw"), zlib=True, chunksizes=(1, 2))
        mu[0, :] = 1.0
        group.createVariable("never", "f8", ("chain", "draw"))


def latest():
    """The newer format of HDF5 (1.10; what libver="latest" means), whose block indices differ."""
    for name, maxshape in (("latest.nc", (2, 40)), ("latest-unlimited.nc", (2, None))):
        with h5py.File(path(name), "w", libver=("v110", "v110")) as file:
            group = file.create_group("posterior")
            for dim, size in (("chain", 2), ("draw", 40)):
                group.create_dataset(dim, data=np.arange(size)).make_scale(dim)
            data = 100.0 * np.arange(2)[:, None] + np.arange(40)
            mu = group.create_dataset("mu", data=data, chunks=(1, 3), maxshape=maxshape)
            for axis, dim in enumerate(("chain", "draw")):
                mu.dims[axis].attach_scale(group[dim])


def filters():
    with h5py.File(path("scale-offset.nc"), "w") as file:
        group = file.create_group("posterior")
        for dim, size in (("chain", 2), ("draw", 5)):
            group.create_dataset(dim, data=np.arange(size)).make_scale(dim)
        mu = group.create_dataset("mu", data=np.arange(10).reshape(2, 5), chunks=(2, 5), scaleoffset=0)
        for axis, dim in enumerate(("chain", "draw")):
            mu.dims[axis].attach_scale(group[dim])


def too_large():
    """Shapes without blocks, as a damaged header or an interrupted fit leaves them."""
    with h5py.File(path("too-large.nc"), "w") as file:
        group = file.create_group("posterior")
        for name, draws in (("mu", 10**10), ("tau", 10**8)):
            mu = group.create_dataset(name, shape=(2, draws), dtype="f8", chunks=(1, 1000))
            for axis, dim in enumerate(("chain", "draw")):
                scale = group.require_dataset(dim, (2,), "i8")
                scale.make_scale(dim)
                mu.dims[axis].attach_scale(scale)


def unnamed():
    with h5py.File(path("unnamed-dimensions.h5"), "w") as file:
        file.create_dataset("posterior/mu", data=np.zeros((2, 5)))


def characters():
    """Labels as a table of characters, as netCDF-C's classic model has them."""
    with netCDF4.Dataset(path("characters.nc"), "w") as file:
        group = file.createGroup("posterior")
        for dim, size in (("chain", 2), ("draw", 5), ("k", 3), ("width", 5)):
            group.createDimension(dim, size)
        k = group.createVariable("k", "S1", ("k", "width"))
        k[:] = netCDF4.stringtochar(np.array(["one", "two", "three"], "S5"))
        theta = group.createVariable("theta", "f8", ("chain", "draw", "k"))
        theta[:] = values("chain", "draw", "k")[1]


def unlike():
    """Faults that xarray can't make: labels that are no text, old-style unsigned, other draws."""
    with netCDF4.Dataset(path("unlike.nc"), "w") as file:
        group = file.createGroup("posterior")
        for dim, size in (("chain", 2), ("draw", 5), ("sample", 4), ("k", 2), ("width", 4)):
            group.createDimension(dim, size)
        k = group.createVariable("k", "S1", ("k", "width"))
        k[:] = np.array(["Süd".encode(), "Nord".encode()], "S4").view("S1").reshape(2, 4)
        group.createVariable("fine", "f8", ("chain", "draw"))[:] = values("chain", "draw")[1]
        bytes_ = group.createVariable("bytes", "i1", ("chain", "draw"))
        bytes_[:] = np.zeros((2, 5), "i1")
        bytes_.setncattr("_Unsigned", "true")
        group.createVariable("other", "f8", ("sample",))[:] = np.zeros(4)


def times():
    """Times in the units that xarray chooses, and coordinates that a double can't hold or rounds."""
    posterior = xr.Dataset(
        {
            "by_day": (("chain", "draw", "day"), np.zeros((2, 5, 3))),
            "waits": (("chain", "draw"), np.arange(10).reshape(2, 5).astype("m8[h]").astype("m8[ns]")),
        },
        coords={
            "day": np.array(["2024-02-28", "2024-02-29", "1999-12-31"], "M8[ns]"),
            "moment": np.array(["2024-03-01", "2024-03-01T12:30:00", "2024-03-01T12:30:00.25"], "M8[ns]"),
            "wait": np.array([0, 90, 86400], "m8[s]").astype("m8[ns]"),
            "short": np.array([1, 2500], "m8[us]").astype("m8[ns]"),
            "id": [9007199254740993, 9007199254740992, -9223372036854775807],
            "step": np.array([0.5, 1.0, 2.0]),
            "packed": np.array([0.5, 1.0, 1.5]),
            "whole": [10, 20],
        },
    )
    constants = xr.Dataset(
        {
            "one_day": ("w", np.array([24, 48], "m8[h]").astype("m8[ns]")),
            "hours": ("w", np.array([24, 30], "m8[h]").astype("m8[ns]")),
            "short_wait": np.timedelta64(1500, "ms").astype("m8[ns]"),
            "start": np.datetime64("2024-03-01T00:00:00", "ns"),
            "never": ("w", np.array(["2024-03-01", "NaT"], "M8[ns]")),
            "onboarding": xr.Variable((), 3, {"units": "days since onboarding"}),
            "hours_as_real": xr.Variable((), 1.5, {"units": "hours"}),
        }
    )
    encoding = {"posterior": {"packed": {"dtype": "i2", "scale_factor": 0.5, "_FillValue": -1}}}
    write(path("times.nc"), encoding=encoding, posterior=posterior, constant_data=constants)


def odd_times():
    """Times that can't be decoded, or may be none; a coordinate with a label that is missing."""
    with netCDF4.Dataset(path("odd-times.nc"), "w") as file:
        group = file.createGroup("posterior")
        for dim, size in (("chain", 2), ("draw", 5), ("w", 2)):
            group.createDimension(dim, size)
        group.createVariable("mu", "f8", ("chain", "draw"))[:] = 1.0
        attributes = {
            "months": {"units": "months since 2000-01-01"},
            "lunar": {"units": "days since 2000-01-01", "calendar": "360_day"},
            "nowhere": {"units": "days since 2000-13-01"},
            "zoned": {"units": "hours since 2000-01-01 00:00:00 -05:00"},
            "far": {"units": "days since 2000-01-01"},
            "old": {"units": "days since 1000-01-01"},
            "unitless": {"dtype": "timedelta64[ns]"},
            "either": {"units": "days"},
        }
        for name, each in attributes.items():
            group.createDimension(name, 1)
            variable = group.createVariable(name, "i8", (name,))
            variable[:] = [2**60 if name == "far" else 1]
            variable.setncatts(each)
        missing = group.createVariable("w", "i8", ("w",), fill_value=-1)
        missing[:] = [7, -1]


def descriptions():
    """Coordinates that no dimension is indexed by, of every kind."""
    write(
        path("descriptions.nc"),
        posterior=xr.Dataset(
            {"v": (("chain", "draw", "shop"), 10.0 * np.ones((2, 5, 2)) * [1, 2])},
            coords={
                "shop": [0, 1],
                "shop_name": ("shop", ["north", "south"]),
                "latitude": ("shop", [54.5, 48.25]),
                "stage": ("draw", list("abcde")),
                "flag": (("chain", "draw"), np.full((2, 5), "x", dtype=object)),
                "origin": "simulated",
            },
        ),
    )


def bomb():
    """A block of 80 bytes that unpacks to 20 million."""
    with h5py.File(path("bomb.nc"), "w") as file:
        group = file.create_group("posterior")
        for dim, size in (("chain", 2), ("draw", 5)):
            group.create_dataset(dim, data=np.arange(size)).make_scale(dim)
        mu = group.create_dataset("mu", (2, 5), "f8", chunks=(2, 5), compression="gzip")
        mu.id.write_direct_chunk((0, 0), zlib.compress(bytes(20_000_000)))
        for axis, dim in enumerate(("chain", "draw")):
            mu.dims[axis].attach_scale(group[dim])


def classic():
    xr.Dataset({"mu": values("chain", "draw")}).to_netcdf(
        path("classic.nc"), engine="netcdf4", format="NETCDF3_CLASSIC"
    )


if __name__ == "__main__":
    layouts()
    sample()
    groupless()
    datatree()
    unusable()
    names()
    other_labels()
    other_length()
    no_posterior()
    missing_blocks()
    latest()
    filters()
    too_large()
    unnamed()
    characters()
    unlike()
    times()
    odd_times()
    descriptions()
    bomb()
    classic()
