# caught by: a SKU is taken only while fewer fetches than the limit are in flight
# The semaphore limits the fetches, but all of skus is taken before the first one ends.

import asyncio


async def prices(skus, fetch, limit):
    if limit < 1:
        raise ValueError(f"a limit of {limit} lets nothing through")
    free = asyncio.Semaphore(limit)

    async def one(sku):
        async with free:
            return await price_or_none(fetch, sku)

    tasks = {}
    for sku in skus:
        if sku not in tasks:
            tasks[sku] = asyncio.create_task(one(sku))
    try:
        await asyncio.gather(*tasks.values())
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    return {sku: task.result() for sku, task in tasks.items()}
