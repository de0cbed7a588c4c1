# caught by: an error cancels the fetches in flight, and goes on when they have ended
# A cancellation is a request: the fetches still clean up when the caller already has the error.

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

    workers = [asyncio.create_task(work()) for _ in range(limit)]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
    return found
