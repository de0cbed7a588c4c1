# caught by: when a fetch ends, the next one begins
# Each batch waits for its slowest fetch, so most of the limit is unused most of the time.

import asyncio
from itertools import islice


async def prices(skus, fetch, limit):
    if limit < 1:
        raise ValueError(f"a limit of {limit} lets nothing through")
    found = {}
    waiting = iter(dict.fromkeys(skus))
    while batch := list(islice(waiting, limit)):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(price_or_none(fetch, sku)) for sku in batch]
        found |= {sku: task.result() for sku, task in zip(batch, tasks, strict=True)}
    return found
