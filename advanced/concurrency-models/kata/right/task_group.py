"""A TaskGroup cancels the workers and waits for them; its first exception is the one to raise."""

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

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(limit):
                group.create_task(work())
    except ExceptionGroup as several:
        raise several.exceptions[0] from None
    return found
