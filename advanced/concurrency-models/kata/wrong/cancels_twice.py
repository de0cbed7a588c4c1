# caught by: a cancelled call cancels its fetches, and ends when they have ended
# gather has cancelled the workers already; the finally interrupts what they clean up.

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
        await asyncio.gather(*workers, return_exceptions=True)
    return found
