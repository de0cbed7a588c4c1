"""Each call asks twice at once, so a pool of two contexts has more than two requests in flight."""

import threading


def price(port, sku):
    other = threading.Thread(target=fetch, args=[port, sku])
    other.start()
    answer = fetch(port, sku)
    other.join()
    return answer
