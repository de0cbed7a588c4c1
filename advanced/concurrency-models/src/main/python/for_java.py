"""What Java calls in a context of GraalPy, from many virtual threads."""

from contextlib import closing

from fan_out import fetch
from price_server import PriceServer


def price(port, sku):
    return fetch(port, sku)


if __name__ == "__main__":
    with closing(PriceServer(expected=1, requests=1)) as server:
        print("the price of a DESK:", price(server.port, "DESK"))
