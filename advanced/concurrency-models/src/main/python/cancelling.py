"""A cancellation is an exception at an await. Who sends one, and whom it reaches."""

import asyncio
import threading

SECONDS = 20  # a generous limit for what must happen
TURNS = 10  # of the loop: how long a cancelled task cleans up


class Refused(Exception):
    """The first shop does not answer."""


class SecondShop:
    """A request to it is on its way when the first shop refuses, or when time is up."""

    def __init__(self):
        self.log = []
        self.loop = asyncio.get_running_loop()
        self.asked, self.answers, self.over = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.thread_answers = threading.Event()

    async def task(self):
        self.asked.set()
        try:
            await self.answers.wait()
            self.log.append("finished")
        except asyncio.CancelledError:
            for _ in range(TURNS):
                await asyncio.sleep(0)
            self.log.append("cancelled")
            raise
        finally:
            self.over.set()

    async def swallowing_task(self):
        try:
            await self.task()
        except BaseException:
            self.log.append("went on")

    async def thread(self):
        await asyncio.to_thread(self.block)

    def block(self):
        self.loop.call_soon_threadsafe(self.asked.set)
        self.thread_answers.wait(SECONDS)
        self.log.append("finished")
        self.loop.call_soon_threadsafe(self.over.set)

    def answer(self):
        self.answers.set()
        self.thread_answers.set()


async def refuse(second):
    await second.asked.wait()
    raise Refused


async def gather(second, work):
    await asyncio.gather(refuse(second), work)


async def task_group(second, work):
    async with asyncio.TaskGroup() as group:
        group.create_task(refuse(second))
        group.create_task(work)


async def timeout(second, work):
    async with asyncio.timeout(None) as limit:
        second.clock = asyncio.create_task(time_is_up(second, limit))
        await work


async def time_is_up(second, limit):
    """No clock decides: it is up as soon as the request is on its way."""
    await second.asked.wait()
    limit.reschedule(asyncio.get_running_loop().time())


async def nothing_happens(second, work):
    second.answer()
    await work


async def scenario(way, kind):
    second = SecondShop()
    raised = None
    try:
        await globals()[way](second, getattr(second, kind)())
    except Exception as error:
        raised = error
    at_once = list(second.log)
    second.answer()
    await asyncio.wait_for(second.over.wait(), SECONDS)
    causes = [type(cause).__name__ for cause in getattr(raised, "exceptions", [])]
    return {
        "raised": raised and [type(raised).__name__, *causes],
        "at once": ", ".join(at_once) or "runs on",
        "later": ", ".join(second.log),
    }


def work_when(way, kind):
    """What becomes of the work, at once and once the second shop answers, and what is raised."""
    return asyncio.run(scenario(way, kind))


if __name__ == "__main__":
    for way, kind in (
        ("gather", "task"),
        ("task_group", "task"),
        ("timeout", "task"),
        ("timeout", "swallowing_task"),
        ("timeout", "thread"),
    ):
        print(f"{way}, {kind}:", work_when(way, kind))
