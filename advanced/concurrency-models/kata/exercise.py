"""prices: many requests, never too many at once, and none left behind.

Write the coroutine function prices(skus, fetch, limit).

    skus    any iterable of SKUs, the numbers of articles, each a str. It may be a generator,
            and it may name a SKU twice.
    fetch   a coroutine function: await fetch(sku) takes a while and gives the price in cents.
    limit   how many fetches may be in flight at once.

It fetches each SKU once, and returns a dict of each SKU with its price, in the order in which
skus names them first.

    Limit      At most `limit` fetches are in flight. The next SKU is taken from skus only when
               fewer are, and then at once: do not wait for a batch to end. A limit below 1
               raises ValueError; then nothing is taken from skus.
    Unknown    If a fetch raises LookupError, or a subclass, the price of that SKU is None.
    Error      If it raises another Exception, all fetches in flight are cancelled, and none
               begins after that. When they have ended, that same exception goes on to the
               caller.
    Cancelled  If the call of prices is itself cancelled, as by asyncio.timeout, the same
               happens, and CancelledError goes on.

A fetch that is cancelled may need a while to clean up, and then raises CancelledError. Do not
cancel it a second time meanwhile. Whichever way prices ends, no task that it began is left.

For example, with a shop that sells a LAMP for 49.99 and a DESK for 129.99:

    >>> asyncio.run(prices(["LAMP", "DESK", "LAMP"], fetch, limit=2))
    {'LAMP': 4999, 'DESK': 12999}
    >>> asyncio.run(prices(["SOFA", "DESK"], fetch, limit=1))
    {'SOFA': None, 'DESK': 12999}

Check yourself with ./kata practice concurrency-models,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Awaitable, Callable, Iterable


async def prices(
    skus: Iterable[str], fetch: Callable[[str], Awaitable[int]], limit: int
) -> dict[str, int | None]:
    raise NotImplementedError("prices is yours to write")
