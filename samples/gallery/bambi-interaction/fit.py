"""How many rooms are booked at a price? 400 simulated days on three channels. Fitted with Bambi."""

import bambi as bmb
import numpy as np
import pandas as pd

import gallery

CHANNELS = ["agency", "phone", "web"]


def days(rng, count):
    return pd.DataFrame({"price": rng.uniform(50, 200, count).round(1), "channel": rng.choice(CHANNELS, count)})


rng = np.random.default_rng(20)
seen = days(rng, 400)
slope = seen["channel"].map({"agency": -0.004, "phone": -0.006, "web": -0.012})
mean = np.exp(3 + seen["channel"].map({"agency": 0, "phone": -0.5, "web": 0.8}) + slope * seen["price"])
seen["bookings"] = rng.poisson(mean * rng.gamma(5, 1 / 5, 400))

model = bmb.Model("bookings ~ price * channel", seen, family="negativebinomial")
fit = gallery.thinned(
    model.fit(
        draws=2 * gallery.DRAWS, tune=1_000, chains=gallery.CHAINS, cores=1, random_seed=20, target_accept=0.9, progressbar=False
    )
)

records = days(rng, 200)


def predict(posterior):
    fit_of_file = fit.copy()
    fit_of_file.posterior = posterior
    predicted = model.predict(fit_of_file, kind="response", data=records, inplace=False, random_seed=1)
    return predicted.posterior_predictive[["bookings"]]


gallery.write(
    __file__,
    fit,
    keep=["Intercept", "price", "channel", "price:channel", "alpha"],
    records=records,
    predict=predict,
)
