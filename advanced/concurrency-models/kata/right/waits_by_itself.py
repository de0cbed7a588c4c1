"""Waits for the first failure by itself, then cancels the workers and waits for them."""

import asyncio


async def prices(skus, fetch, limit):
    if limit < 1:
        raise ValueError(f"a limit of {limit} lets nothing through")
    found = {}
    waiting = iter(skus)

    async def work():
        for sku in waiting:  # takes the next one only when this worker is free
            if sku not in found:
                found[sku] = None  # its place in the order, before another worker looks
                found[sku] = await price_or_none(fetch, sku)

    workers = [asyncio.create_task(work()) for _ in range(limit)]
    try:
        ended, _ = await asyncio.wait(workers, return_when=asyncio.FIRST_EXCEPTION)
        for worker in ended:
            worker.result()
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return found
