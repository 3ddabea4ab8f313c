"""category-slopes behind FastAPI, scored with NumPy: what one would write without Credence.

    uvicorn --workers 2 --port 8001 numpy_server:app

It answers as Credence does at the same path: median, mean, standard deviation, 95 % HDI and a
histogram of 10 bins of each record, all records of a request vectorised.
"""

from pathlib import Path

import h5py
import numpy as np
from fastapi import FastAPI
from pydantic import BaseModel, Field

with h5py.File(Path(__file__).parent.parent / "category-slopes/posterior.nc") as file:
    BETA = np.asarray(file["posterior/beta"]).reshape(-1, 3)
    SIGMA = np.asarray(file["posterior/sigma"]).reshape(-1)

app = FastAPI()
random = np.random.default_rng(42)


class Record(BaseModel):
    x: float = Field(ge=0)
    category: int = Field(ge=0, le=2)


class Parameters(BaseModel):
    n_samples: int = Field(1_000, ge=1, le=10_000)


class Request(BaseModel):
    instances: list[Record] = Field(max_length=1_000)
    parameters: Parameters = Parameters()


@app.post("/v1/models/category-slopes:predict")
def predict(request: Request):
    n = request.parameters.n_samples
    draws = np.arange(n) % len(SIGMA)
    x = np.array([record.x for record in request.instances])
    category = np.array([record.category for record in request.instances])
    mu = BETA[draws][:, category].T * x[:, None]
    samples = np.sort(mu + SIGMA[draws] * random.standard_normal((len(x), n)), axis=1)
    lower, upper = hdi(samples)
    middle = samples[:, (n - 1) // 2] + samples[:, n // 2]
    histograms = [np.histogram(row, bins=10, density=True) for row in samples]
    return {
        "predictions": [
            {
                "y_pred": y,
                "y_pred_mean": mean,
                "y_pred_sd": sd,
                "y_pred_lower": low,
                "y_pred_upper": high,
                "y_pred_bin_edges": edges.tolist(),
                "y_pred_density": density.tolist(),
            }
            for y, mean, sd, low, high, (density, edges) in zip(
                (middle / 2).tolist(),
                samples.mean(axis=1).tolist(),
                samples.std(axis=1, ddof=1).tolist(),
                lower.tolist(),
                upper.tolist(),
                histograms,
            )
        ]
    }


def hdi(samples):
    """The narrowest interval that holds 95 % of each row, which is sorted."""
    held = int(np.floor(0.95 * samples.shape[1]))
    widths = samples[:, held:] - samples[:, : samples.shape[1] - held]
    at = widths.argmin(axis=1)
    rows = np.arange(len(samples))
    return samples[rows, at], samples[rows, at + held]
