"""Asks for a price and blocks its thread until it is there: for threads, processes and contexts."""

import socket
from contextlib import closing


def fetch(port, sku):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(asking_for(sku))
        with connection.makefile("rb") as answer:
            return price_in(answer.read())


def asking_for(sku):
    return f"GET /{sku} HTTP/1.0\r\n\r\n".encode()


def price_in(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    if b" 200 " not in head:
        raise ValueError(head.decode())
    return int(body)


if __name__ == "__main__":
    from price_server import PriceServer

    with closing(PriceServer(expected=1, requests=1)) as server:
        print("the price of a LAMP:", fetch(server.port, "LAMP"))
