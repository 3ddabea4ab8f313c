"""The kernel's work in NumPy, and the proof that both compute the same.

    python numpy_kernel.py DUMP

where DUMP is the folder that DumpScores wrote; needs ../requirements.txt. Prints the processor time
per record of each step, the fastest of several runs, and fails unless NumPy reduces Java's samples to Java's figures, bit for bit.
"""

import sys
import time
from pathlib import Path

import h5py
import numpy as np
import pyarrow.parquet as pq

SAMPLES = Path(__file__).resolve().parent.parent / "category-slopes"
RECORDS, DRAWS, BINS, PROBABILITY = 2_000, 1_000, 10, 0.95
# Vectorised over records, but not over so many that their samples leave the processor's caches.
BLOCKS = [20, 100, 500, RECORDS]
REPEATS = 9


def parameters():
    """Mean and standard deviation of each record's draws: (record, draw) from the same 1,000 draws as Credence's."""
    with h5py.File(SAMPLES / "posterior.nc") as file:
        beta = file["posterior/beta"][:].reshape(-1, 3)
        sigma = file["posterior/sigma"][:].reshape(-1)
    every = np.arange(DRAWS) * len(sigma) // DRAWS
    rows = pq.read_table(SAMPLES / "features.parquet").to_pandas().head(RECORDS)
    return rows["x"].to_numpy(float), rows["category"].to_numpy(), np.ascontiguousarray(beta[every].T), sigma[every]


def sample(rng, x, category, beta, sigma):
    noise = rng.standard_normal((len(x), DRAWS))
    noise *= sigma
    noise += beta[category] * x[:, None]
    return noise


def hdi(ordered):
    """ArviZ's way: the first of the narrowest intervals that span floor(p * n) steps."""
    span = int(np.floor(PROBABILITY * ordered.shape[1]))
    width = ordered[:, span:] - ordered[:, :-span]
    at = width.argmin(axis=1)
    row = np.arange(len(ordered))
    return ordered[row, at], ordered[row, at + span]


def median(ordered):
    middle = ordered.shape[1] // 2
    return (ordered[:, middle - 1] + ordered[:, middle]) / 2


def histogram_by_row(ordered):
    """numpy.histogram for one record at a time."""
    density, edges = zip(*(np.histogram(row, bins=BINS, density=True) for row in ordered))
    return np.array(edges), np.array(density)


def edges_of(ordered):
    first, last = ordered[:, :1], ordered[:, -1:]
    edges = np.arange(BINS + 1) * ((last - first) / BINS) + first
    edges[:, -1:] = last
    return edges


def density_of(edges, below):
    """From the number of samples below each edge."""
    counts = np.diff(below, axis=1)
    return counts / np.diff(edges, axis=1) / counts.sum(axis=1, keepdims=True)


def histogram_by_search(ordered):
    """The samples are sorted, so each edge is found by bisection; a loop over rows, nine edges in one call."""
    edges = edges_of(ordered)
    below = np.zeros(edges.shape, dtype=np.int64)
    below[:, -1] = ordered.shape[1]
    for row, cuts, counts in zip(ordered, edges, below):
        counts[1:-1] = row.searchsorted(cuts[1:-1])
    return edges, density_of(edges, below)


def histogram_by_comparison(ordered):
    """No loop over rows, but each sample is compared with each edge."""
    edges = edges_of(ordered)
    below = np.zeros(edges.shape, dtype=np.int64)
    below[:, -1] = ordered.shape[1]
    for i in range(1, BINS):
        below[:, i] = np.count_nonzero(ordered < edges[:, i : i + 1], axis=1)
    return edges, density_of(edges, below)


def histogram_by_bisection(ordered):
    """Bisection for all edges of all rows at once: ten gathers of (record, edge)."""
    edges = edges_of(ordered)
    row = np.arange(len(ordered))[:, None]
    low = np.zeros((len(ordered), BINS - 1), dtype=np.int64)
    high = np.full_like(low, ordered.shape[1])
    for _ in range(int(ordered.shape[1]).bit_length()):
        middle = (low + high) >> 1
        less = ordered[row, np.minimum(middle, ordered.shape[1] - 1)] < edges[:, 1:-1]
        open_ = low < high
        low = np.where(less & open_, middle + 1, low)
        high = np.where(~less & open_, middle, high)
    below = np.zeros(edges.shape, dtype=np.int64)
    below[:, 1:-1], below[:, -1] = low, ordered.shape[1]
    return edges, density_of(edges, below)


HISTOGRAMS = [histogram_by_row, histogram_by_search, histogram_by_comparison, histogram_by_bisection]


def require_equal(dump):
    """All of NumPy's ways give Java's figures for Java's samples. == throughout, no tolerance."""
    samples = np.fromfile(dump / "samples.f64", "<f8").reshape(RECORDS, DRAWS)
    figures = np.fromfile(dump / "figures.f64", "<f8").reshape(RECORDS, 3 + 2 * BINS + 1)
    ordered = np.sort(samples, axis=1)
    lower, upper = hdi(ordered)
    assert (np.median(samples, axis=1) == figures[:, 0]).all(), "median"
    assert (median(ordered) == figures[:, 0]).all(), "median of sorted samples"
    assert (lower == figures[:, 1]).all() and (upper == figures[:, 2]).all(), "HDI"
    for histogram in HISTOGRAMS:
        # numpy.histogram decides for itself on the unsorted samples.
        edges, density = histogram(samples if histogram is histogram_by_row else ordered)
        assert (edges == figures[:, 3 : 4 + BINS]).all(), f"edges of {histogram.__name__}"
        assert (density == figures[:, 4 + BINS :]).all(), f"densities of {histogram.__name__}"
    print(f"equal   {RECORDS:,} records, {figures.size:,} figures: NumPy reduces Java's samples to Java's figures, bit for bit")


def best(work, blocks):
    """The fastest of some runs, in microseconds of processor time per record."""
    times = []
    for _ in range(REPEATS):
        start = time.thread_time()
        for block in blocks:
            work(*block)
        times.append(time.thread_time() - start)
    return min(times) / RECORDS * 1e6


def measure():
    x, category, beta, sigma = parameters()
    # NumPy's fastest generator.
    rng = np.random.Generator(np.random.SFC64(1))
    ways = []
    for size in BLOCKS:
        cuts = [slice(i, i + size) for i in range(0, RECORDS, size)]
        inputs = [(rng, x[cut], category[cut], beta, sigma) for cut in cuts]
        drawn = [sample(*each) for each in inputs]
        ordered = [np.sort(each, axis=1) for each in drawn]
        blocks = [(each,) for each in ordered]
        steps = {
            "sample": best(sample, inputs),
            "sort": best(lambda each: np.sort(each, axis=1), [(each,) for each in drawn]),
            "median": best(median, blocks),
            "HDI": best(hdi, blocks),
        }
        histograms = {way.__name__: best(way, blocks) for way in HISTOGRAMS}
        fastest = min(HISTOGRAMS, key=lambda way: histograms[way.__name__])
        steps["histogram"] = histograms[fastest.__name__]

        def whole(*each):
            in_order = np.sort(sample(*each), axis=1)
            return median(in_order), hdi(in_order), fastest(in_order)

        total = best(whole, inputs)
        ways.append(total)
        parts = ", ".join(f"{name} {microseconds:.2f}" for name, microseconds in steps.items())
        print(f"blocks of {size:5,}: {total:6.2f} us per record ({parts} by {fastest.__name__.removeprefix('histogram_by_')})")
        print("                 histograms: " + ", ".join(f"{name.removeprefix('histogram_by_')} {us:.2f}" for name, us in histograms.items()))
    print(f"numpy-at-once   {ways[-1]:.2f} us per record, vectorised over all {RECORDS:,} records")
    print(f"numpy-at-best   {min(ways):.2f} us per record, in blocks that fit the caches")


if __name__ == "__main__":
    require_equal(Path(sys.argv[1]))
    measure()
