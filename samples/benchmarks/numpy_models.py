"""Kinds of models in NumPy, beside Credence, and the proof that both sample the same.

    python numpy_models.py make DIR       writes a folder for each model: model.yaml, posterior.nc and records.parquet
    python numpy_models.py measure DIR    expects means.f64 of DumpMeans in each; prints the processor time per record

Needs ../requirements.txt. A record is 1,000 samples, one for each posterior draw, vectorised over a batch of records.
"""

import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import xarray as xr

RECORDS, DRAWS = 2_000, 1_000
# Vectorised over records, but not over so many that their samples leave the processor's caches.
BLOCKS = [20, 100, 500, RECORDS]
REPEATS = 5
HIDDEN = 16


def expit(x):
    return 1 / (1 + np.exp(-x))


def bernoulli(rng, z, d):
    return rng.random((len(z), DRAWS)) < expit(d["a"] + z @ d["beta"].T)


def negative_binomial(rng, z, d):
    return rng.negative_binomial(d["alpha"], d["alpha"] / (d["alpha"] + np.exp(d["a"] + z @ d["beta"].T)))


def ordered_logistic(rng, z, d):
    """The class is how many of P(class <= k) lie below a uniform variate."""
    eta, u = z @ d["beta"].T, rng.random((len(z), DRAWS))
    y = np.zeros(eta.shape, dtype=np.int64)
    for cut in d["cut"].T:
        y += u > expit(cut - eta)
    return y


def hurdle_gamma(rng, z, d):
    eta = z @ d["beta"].T
    amount = rng.standard_gamma(d["alpha"], eta.shape) * np.exp(d["a"] + eta) / d["alpha"]
    return np.where(rng.random(eta.shape) < expit(eta), amount, 0)


def neural_network(rng, z, d):
    mu = np.zeros((len(z), DRAWS)) + d["b2"]
    for unit in range(HIDDEN):
        mu += d["w2"][:, unit] * np.tanh(z @ d["w1"][:, :, unit].T + d["b1"][:, unit])
    return mu + d["sigma"] * rng.standard_normal(mu.shape)


# Name: sampler, coefficients, the posterior's other variables by their shape, and predict.
LOGISTIC = {"a": ()}
MODELS = {
    f"logistic-{count}": (bernoulli, count, LOGISTIC, "bernoulli(logit_p = a + dot(beta, z))") for count in (1, 10, 200)
} | {
    "negative-binomial": (negative_binomial, 3, {"a": (), "alpha": ()}, "negative_binomial(mu = exp(a + dot(beta, z)), alpha)"),
    "ordered-logistic": (ordered_logistic, 3, {"cut": (3,)}, "ordered_logistic(eta = dot(beta, z), cutpoints = cut)"),
    "hurdle-gamma": (
        hurdle_gamma, 3, {"a": (), "alpha": ()},
        "hurdle_gamma(psi = logistic(dot(beta, z)), alpha, beta = alpha / exp(a + dot(beta, z)))",
    ),
    "neural-network": (
        neural_network, 3, {"w1": (3, HIDDEN), "b1": (HIDDEN,), "w2": (HIDDEN,), "b2": (), "sigma": ()},
        "normal(dot(tanh(matmul(z, w1) + b1), w2) + b2, sigma)",
    ),
}  # fmt: skip
POSITIVE = ["alpha", "sigma"]


def make(folder, name):
    _, count, shapes, predict = MODELS[name]
    rng = np.random.default_rng(7)
    draws = {"beta": rng.normal(0, 1 / np.sqrt(count), (DRAWS, count))}
    draws |= {each: rng.normal(0, 0.5, (DRAWS, *shape)) for each, shape in shapes.items()}
    draws |= {each: 1 + abs(draws[each]) for each in POSITIVE if each in draws}
    if "cut" in draws:
        draws["cut"] = np.sort(draws["cut"] + [-1, 0, 1], axis=1)
    if name == "neural-network":
        del draws["beta"]
    folder.mkdir(parents=True, exist_ok=True)
    variables = {each: (["chain", "draw", *(f"{each}_dim_{i}" for i in range(values.ndim - 1))], values[None]) for each, values in draws.items()}
    xr.Dataset(variables).to_netcdf(folder / "posterior.nc", group="posterior", engine="h5netcdf")
    z = rng.normal(size=(RECORDS, count))
    pq.write_table(pa.table({"id": np.arange(RECORDS), "z": pa.array(list(z), pa.list_(pa.float64()))}), folder / "records.parquet")
    (folder / "model.yaml").write_text(
        f"credence: 1\nname: {name}\nversion: 1.0.0\nposterior: posterior.nc\n"
        f"features:\n  z: {{type: vector, size: {count}}}\ntarget: y\npredict: {predict}\n"
    )


def load(folder):
    draws = xr.load_dataset(folder / "posterior.nc", group="posterior", engine="h5netcdf")
    z = np.array(pq.read_table(folder / "records.parquet")["z"].to_pylist())
    return z, {str(name): values.to_numpy()[0] for name, values in draws.items()}


def require_same(folder, sampler):
    """Means of a record's samples: those of Credence differ from NumPy's as those of two runs of NumPy do."""
    z, draws = load(folder)
    rng = np.random.default_rng(1)
    one, other = (np.concatenate([sampler(rng, z[i : i + 100], draws).mean(axis=1) for i in range(0, RECORDS, 100)]) for _ in range(2))
    # The means of some models' records have heavy tails.
    java, one, other = map(np.arcsinh, (np.fromfile(folder / "means.f64", "<f8"), one, other))
    difference = java - one
    # A ratio of two variances of 2,000 differences has a standard error of about 0.06.
    ratio = difference.var() / (other - one).var()
    z_of_mean = difference.mean() / difference.std() * np.sqrt(RECORDS)
    assert abs(z_of_mean) < 5 and 0.7 < ratio < 1.4, f"{folder.name}: {z_of_mean} standard errors, ratio of variances {ratio}"


def best(sampler, z, draws, size):
    """The fastest of some runs, in microseconds of processor time per record."""
    # NumPy's fastest generator.
    rng = np.random.Generator(np.random.SFC64(1))
    times = []
    for _ in range(REPEATS):
        start = time.thread_time()
        for i in range(0, RECORDS, size):
            sampler(rng, z[i : i + size], draws)
        times.append(time.thread_time() - start)
    return min(times) / RECORDS * 1e6


if __name__ == "__main__":
    what, target = sys.argv[1], Path(sys.argv[2])
    for name, (sampler, *_) in MODELS.items():
        if what == "make":
            make(target / name, name)
            continue
        require_same(target / name, sampler)
        times = [best(sampler, *load(target / name), size) for size in BLOCKS]
        print(f"{name},{times[-1]:.2f},{min(times):.2f}", flush=True)
