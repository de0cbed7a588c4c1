# caught by: an error cancels the fetches in flight, and goes on when they have ended
# gather raises the first error and leaves the other workers to go on for nobody.

import asyncio


async def prices(skus, fetch, limit):
    if limit < 1:
        raise ValueError(f"a limit of {limit} lets nothing through")
    found = {}
    waiting = iter(skus)

    async def work():
        for sku in waiting:
            if sku not in found:
                found[sku] = None
                found[sku] = await price_or_none(fetch, sku)

    await asyncio.gather(*(work() for _ in range(limit)))
    return found
