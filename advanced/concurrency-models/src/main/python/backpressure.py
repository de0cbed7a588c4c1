"""Two workers are busy, two hundred orders come: how many are taken in, and by what."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

WORKERS = 2
SECONDS = 20  # a generous limit for what must happen
TURNS = 1000  # of the loop: more than the producer needs to get stuck


class Orders:
    """A source that counts what is taken from it, and what becomes of that."""

    def __init__(self, number):
        self.number = number
        self.taken = 0
        self.started, self.done = [], []

    def __iter__(self):
        for order in range(self.number):
            self.taken += 1
            yield order

    def report(self):
        return {"taken": self.taken, "at work, done": [len(self.started), len(self.done)]}


def submit(orders, executor, work):
    return [executor.submit(work, order) for order in orders]


def map_all(orders, executor, work):
    return executor.map(work, orders)


def map_with_a_buffer(orders, executor, work):
    return executor.map(work, orders, buffersize=5)  # since 3.14


def taken_by_threads(way, number):
    """How many orders an executor takes from their source while its two threads are busy."""
    orders, meeting = Orders(number), threading.Barrier(WORKERS + 1)

    def work(order):
        orders.started.append(order)
        if order < WORKERS:
            meeting.wait(SECONDS)  # both are busy
            meeting.wait(SECONDS)  # until that is reported
        orders.done.append(order)

    with ThreadPoolExecutor(WORKERS) as executor:
        try:
            jobs = globals()[way](orders, executor, work)
        except TypeError as error:  # this Python's map has no buffer
            return {"taken": type(error).__name__}
        meeting.wait(SECONDS)
        report = orders.report()
        meeting.wait(SECONDS)
        for _ in jobs:
            pass
    return report | {"in the end": [orders.taken, len(orders.done)]}


async def semaphore(orders, work):
    limit = asyncio.Semaphore(WORKERS)

    async def limited(order):
        async with limit:
            await work(order)

    async with asyncio.TaskGroup() as group:
        for order in orders:
            group.create_task(limited(order))


async def unbounded_queue(orders, work):
    await through(asyncio.Queue(), orders, work)


async def bounded_queue(orders, work):
    await through(asyncio.Queue(maxsize=5), orders, work)


async def through(queue, orders, work):
    async def worker():
        while True:
            await work(await queue.get())
            queue.task_done()

    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker()) for _ in range(WORKERS)]
        for order in orders:
            await queue.put(order)
        await queue.join()
        for worker in workers:
            worker.cancel()


async def take(way, number):
    orders, may_finish = Orders(number), asyncio.Event()

    async def work(order):
        orders.started.append(order)
        await may_finish.wait()
        orders.done.append(order)

    all_of_it = asyncio.create_task(globals()[way](orders, work))
    for _ in range(TURNS):
        await asyncio.sleep(0)
    report = orders.report()
    may_finish.set()
    await all_of_it
    return report | {"in the end": [orders.taken, len(orders.done)]}


def taken_by_tasks(way, number):
    """How many orders tasks take from the source while two of them are busy."""
    return asyncio.run(take(way, number))


if __name__ == "__main__":
    print("taken of 200 orders while two workers are busy:")
    print("... submit:", taken_by_threads("submit", 200))
    print("... a task each, and a semaphore:", taken_by_tasks("semaphore", 200))
    print("... asyncio.Queue():", taken_by_tasks("unbounded_queue", 200))
    print("... asyncio.Queue(maxsize=5):", taken_by_tasks("bounded_queue", 200))
