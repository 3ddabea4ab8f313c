"""Triton's client has metadata and predictions from a server of samples/flights.

    pip install -r serving-requirements.txt
    open_inference.py HOST:PORT
"""

import sys

import numpy as np
import tritonclient.http as triton

client = triton.InferenceServerClient(sys.argv[1])
assert client.is_server_live() and client.is_server_ready() and client.is_model_ready("flights")
assert client.get_server_metadata()["name"] == "credence"
metadata = client.get_model_metadata("flights")
types = {each["name"]: each["datatype"] for each in metadata["inputs"]}
assert types == {"dep_delay": "FP64", "distance": "FP64", "carrier": "BYTES", "month": "INT64"}, types

columns = {
    "dep_delay": np.array([1.0, 2.0, 3.0]),
    "distance": np.array([500.0, 600.0, 700.0]),
    "carrier": np.array(["AA", "UA", "none such"], dtype=object),
    "month": np.array([1, 2, 13]),
}
inputs = []
for name, values in columns.items():
    tensor = triton.InferInput(name, list(values.shape), types[name])
    tensor.set_data_from_numpy(values, binary_data=False)
    inputs.append(tensor)

answer = client.infer("flights", inputs)
for output in metadata["outputs"]:
    values = answer.as_numpy(output["name"])
    assert values is not None and values.shape[0] == 3, output
median = answer.as_numpy("arr_delay_pred")
assert median.dtype == np.float64 and np.isfinite(median[:2]).all() and np.isnan(median[2]), median
assert answer.as_numpy("arr_delay_pred_density").shape == (3, 10)
assert answer.as_numpy("error_code").tolist()[:2] == [None, None], answer.as_numpy("error_code")

wanted = [triton.InferRequestedOutput("arr_delay_pred", binary_data=False)]
few = client.infer(
    "flights", inputs, model_version="1.0.0", outputs=wanted, request_id="7", parameters={"n_samples": 50}
)
assert few.get_response()["id"] == "7" and len(few.get_response()["outputs"]) == 1
assert few.as_numpy("arr_delay_pred")[0] != median[0]

try:
    client.infer("flights", inputs, model_version="2")
    raise SystemExit("a version that there is not was taken")
except triton.InferenceServerException as refusal:
    assert "no version '2'" in str(refusal), refusal
print(f"Triton's client read {len(metadata['outputs'])} tensors")
