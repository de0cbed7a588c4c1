"""The queue has no limit, which is what a queue has by default."""


async def bounded_queue(orders, work):
    await through(asyncio.Queue(), orders, work)
