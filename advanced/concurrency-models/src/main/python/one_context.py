"""What Java calls in a context, from many virtual threads: a wait for a price."""

from contextlib import closing

from price_client import fetch


def price(port, sku):
    return fetch(port, sku)


if __name__ == "__main__":
    from price_server import PriceServer

    with closing(PriceServer(expected=1, requests=1)) as server:
        print("the price of a DESK:", price(server.port, "DESK"))
