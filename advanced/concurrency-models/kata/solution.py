"""As many workers as may be in flight share one iterator, and none outlives the call."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable


async def prices(
    skus: Iterable[str], fetch: Callable[[str], Awaitable[int]], limit: int
) -> dict[str, int | None]:
    if limit < 1:
        raise ValueError(f"a limit of {limit} lets nothing through")
    found: dict[str, int | None] = {}
    waiting = iter(skus)

    async def work() -> None:
        for sku in waiting:  # takes the next one only when this worker is free
            if sku not in found:
                found[sku] = None  # its place in the order, before another worker looks
                found[sku] = await price_or_none(fetch, sku)

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(limit):
                group.create_task(work())
    except ExceptionGroup as several:
        raise several.exceptions[0] from None
    return found


async def price_or_none(fetch: Callable[[str], Awaitable[int]], sku: str) -> int | None:
    try:
        return await fetch(sku)
    except LookupError:
        return None
