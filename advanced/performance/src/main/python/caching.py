"""How often a cached function computes after all."""

import threading
from contextlib import suppress
from functools import lru_cache

SECONDS = 20  # a generous limit for what must happen


class Rates:
    """A slow source of rates behind `lru_cache`; counts how often it is asked."""

    def __init__(self, **settings):
        self.computed = 0
        self.rate = lru_cache(**settings)(self.slow_rate)

    def slow_rate(self, currency, day=1):
        self.computed += 1
        if currency == "XXX":
            raise LookupError(currency)
        return 93


def hits(days, most=128, backwards=False):
    """Hits of the second round through so many days; 128 entries are the default."""
    rates = Rates() if most == 128 else Rates(maxsize=most)
    for day in range(days):
        rates.rate("USD", day)
    for day in reversed(range(days)) if backwards else range(days):
        rates.rate("USD", day)
    return rates.rate.cache_info().hits


def spelt(*ways):
    """How often one rate is computed that is asked for in these ways, positional and named."""
    rates = Rates()
    for positional, named in ways:
        rates.rate(*positional, **named)
    return rates.computed


def failing(currency):
    """How often a rate is computed that is asked for twice."""
    rates = Rates()
    for _ in range(2):
        with suppress(LookupError):
            rates.rate(currency)
    return rates.computed


def by_two_threads(at_once):
    """How often two threads compute one rate: both at once, or one after the other."""
    meeting = threading.Barrier(2 if at_once else 1)
    computed = []

    @lru_cache
    def rate(currency):
        meeting.wait(SECONDS)  # the first one waits here until the second is inside, too
        computed.append(currency)
        return 93

    threads = [threading.Thread(target=rate, args=["USD"]) for _ in range(2)]
    for thread in threads:
        thread.start()
        if not at_once:
            thread.join()
    for thread in threads:
        thread.join()
    return len(computed)


if __name__ == "__main__":
    print("hits of a second round through 128 and 129 days:", hits(128), hits(129))
    ways = [(["USD", 1], {}), (["USD"], {"day": 1}), (["USD"], {})]
    print("one rate, spelt in three ways, is computed", spelt(*ways), "times")
    print("two threads at once compute it", by_two_threads(at_once=True), "times")
