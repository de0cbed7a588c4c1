# caught by: an error cancels the fetches in flight, and goes on when they have ended
# A TaskGroup cancels and waits, but raises a group: the caller's `except Refused` never matches.

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

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(work())
    return found
