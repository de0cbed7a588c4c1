"""The same requests, in flight together: by tasks, threads, processes and interpreters."""

import asyncio
import os
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, nullcontext

import price_client
from price_server import MOMENT, PriceServer

callers = set()  # the threads of this process that have asked


def fetch(port, sku):
    """Blocks its thread until the price is there; also says which process asked."""
    callers.add(threading.get_ident())
    return price_client.fetch(port, sku), os.getpid()


async def fetch_awaiting(port, sku):
    """Lets the other tasks run until the price is there."""
    callers.add(threading.get_ident())
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    with closing(writer):
        writer.write(price_client.asking_for(sku))
        return price_client.price_in(await reader.read()), os.getpid()


async def all_at_once(port, skus, limit):
    async def one(sku):
        async with limit:
            return await fetch_awaiting(port, sku)

    return await asyncio.gather(*(one(sku) for sku in skus))


def tasks(port, skus, limit):
    limited = nullcontext() if limit is None else asyncio.Semaphore(limit)
    return asyncio.run(all_at_once(port, skus, limited))


def threads(port, skus, workers):
    with ThreadPoolExecutor(workers) as executor:
        return list(executor.map(fetch, [port] * len(skus), skus))


def processes(port, skus, workers):
    with ProcessPoolExecutor(workers) as executor:
        return list(executor.map(fetch, [port] * len(skus), skus))


def interpreters(port, skus, workers):
    from concurrent.futures import InterpreterPoolExecutor  # since 3.14

    same_path = f"import sys; sys.path[:] = {sys.path!r}"
    with InterpreterPoolExecutor(workers, initializer=exec, initargs=(same_path,)) as executor:
        return list(executor.map(fetch, [port] * len(skus), skus))


async def wait_together(number):
    """So many tasks wait for one event: how many wait at once, and in how many threads."""
    waiting, threads, opens = set(), set(), asyncio.Event()

    async def wait(customer):
        threads.add(threading.get_ident())
        waiting.add(customer)
        await opens.wait()
        waiting.remove(customer)

    async with asyncio.TaskGroup() as group:
        for customer in range(number):
            group.create_task(wait(customer))
        await asyncio.sleep(0)
        together = len(waiting)
        opens.set()
    return [together, len(threads)]


def waiting_tasks(number):
    return asyncio.run(wait_together(number))


def fan_out(way, requests, expected, limit, moment=MOMENT):
    """What is seen of it: the most requests in flight, as the server counts, and who asked."""
    skus = ["LAMP", "DESK"] * (requests // 2)
    callers.clear()
    with closing(PriceServer(expected, requests, moment)) as server:
        try:
            prices, processes = zip(*globals()[way](server.port, skus, limit), strict=True)
        except (ImportError, NotImplementedError) as error:  # this Python cannot do it
            return {"seen": type(error).__name__}
    return {
        "seen": [server.most, len(callers)],
        "prices": sum(prices),
        "processes": len(set(processes)),
        "answered": [server.answered, server.in_flight],
    }


if __name__ == "__main__":
    print("tasks that wait at once, and their threads:", waiting_tasks(2_000))
    print("24 requests; the most in flight, as the server counts:")
    print("tasks, no limit:", fan_out("tasks", 24, 24, None)["seen"][0])
    print("tasks and a Semaphore(4):", fan_out("tasks", 24, 4, 4)["seen"][0])
    print("4 threads:", fan_out("threads", 24, 4, 4)["seen"][0])
    print("4 processes:", fan_out("processes", 24, 4, 4)["seen"][0])
