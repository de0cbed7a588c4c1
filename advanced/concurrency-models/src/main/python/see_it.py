"""Three ways to wait for a price in a coroutine: a program to paste."""

import asyncio
import time


async def awaits(log):
    log.append("asked")
    await asyncio.sleep(0.5)
    log.append("answered")


def blocks(log):
    log.append("asked")
    time.sleep(0.5)
    log.append("answered")


async def calls_what_blocks(log):
    blocks(log)


async def calls_it_in_a_thread(log):
    await asyncio.to_thread(blocks, log)


async def two_at_once(request):
    log = []
    await asyncio.gather(request(log), request(log))
    return log


for request in awaits, calls_what_blocks, calls_it_in_a_thread:
    print(request.__name__, *asyncio.run(two_at_once(request)))
