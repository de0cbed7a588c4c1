"""Each call asks twice at once, so four contexts have more than four requests in flight."""

from concurrent.futures import ThreadPoolExecutor


def price(port, sku):
    with ThreadPoolExecutor(2) as threads:
        return max(threads.map(fetch, [port] * 2, [sku] * 2))
