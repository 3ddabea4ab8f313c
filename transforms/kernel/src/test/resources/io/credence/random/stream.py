"""Writes stream.tsv: the first numbers of some samples of some records, by an implementation that shares nothing with Credence's.

    python3 stream.py > stream.tsv

Hash: as the Javadoc of StreamSeeder has it, with hashlib. Numbers: as that of SampleStreams has them, with xoshiro256++ 1.0
after https://prng.di.unimi.it/xoshiro256plusplus.c. Columns: run seed, noise id, parts of the key (a text as the hexadecimal
digits of its UTF-8), and SAMPLE:NUMBER,NUMBER,... for a few samples.
"""

import hashlib
import struct

MASK = (1 << 64) - 1


def state(seed, digest, parts):
    prefix = hashlib.sha256(b"credence-2r" + struct.pack(">q", seed) + digest).digest()
    return struct.unpack(">4Q", hashlib.sha256(prefix + b"".join(map(encoded, parts))).digest())


def encoded(part):
    if isinstance(part, str):
        utf8 = part.encode()
        return b"s" + struct.pack(">i", len(utf8)) + utf8
    if isinstance(part, float) and not (part.is_integer() and abs(part) < 2.0**63):
        return b"d" + struct.pack(">d", part)
    return b"i" + struct.pack(">q", int(part))


def rotated(x, k):
    return (x << k | x >> (64 - k)) & MASK


def numbers(s, n):
    s = list(s)
    for _ in range(n):
        yield (rotated((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotated(s[3], 45)


def mixed(x):
    for _ in range(2):
        x = (x ^ x >> 32) * 0xDABA0B6EB09322E3 & MASK
    return x ^ x >> 32


def sample(s, i, n):
    start, stride, increment = numbers(s, 3)
    return [mixed((start + i * (stride | 1) + (t + 1) * (increment | 1)) & MASK) for t in range(n)]


def written(part):
    if isinstance(part, str):
        return "s:" + part.encode().hex()
    return f"d:{part!r}" if isinstance(part, float) else f"i:{part}"


ZEROS = bytes(32)
COUNTING = bytes(range(32))
KEYS = [
    [],
    [0],
    [5],
    [5.0],
    [-0.0],
    [-1],
    [2**63 - 1],
    [-(2**63)],
    [0.1],
    [-2.5],
    [5e-324],
    [1.7976931348623157e308],
    [9.223372036854775807e18],
    [""],
    ["a"],
    ["Zürich 🛫"],
    ["x" * 2000],
    ["x" * 471],
    [5.0, 1],
    [1, 5.0],
    ["ab", "c"],
    ["a", "bc"],
    [12.25, 3, "AA", "LAX", 0],
]

for seed in (0, 1, -1, 2**63 - 1):
    for digest in (ZEROS, COUNTING):
        for key in KEYS:
            s = state(seed, digest, key)
            streams = [(i, sample(s, i, n)) for i, n in ((0, 3), (1, 2), (9_999_999, 2))]
            text = " ".join(f"{i}:" + ",".join(f"{x:016x}" for x in xs) for i, xs in streams)
            print(seed, digest.hex(), " ".join(map(written, key)), text, sep="\t")
