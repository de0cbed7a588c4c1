# whole
"""No workers: a task for each fetch, begun only when an earlier one has ended."""

import asyncio


async def prices(skus, fetch, limit):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    tasks = {}
    in_flight = set()

    async def one_has_ended():
        nonlocal in_flight
        ended, in_flight = await asyncio.wait(in_flight, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            if task.exception() and not isinstance(task.exception(), LookupError):
                raise task.exception()

    try:
        for sku in skus:
            if sku not in tasks:
                tasks[sku] = asyncio.create_task(fetch(sku))
                in_flight.add(tasks[sku])
            if len(in_flight) == limit:
                await one_has_ended()
        while in_flight:
            await one_has_ended()
    finally:
        for task in in_flight:
            task.cancel()
        await asyncio.gather(*in_flight, return_exceptions=True)
    return {sku: None if task.exception() else task.result() for sku, task in tasks.items()}
