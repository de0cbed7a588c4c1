"""A loop has one thread: its tasks take turns, and only at an await that waits."""

import asyncio
import threading

LIFE = 1001  # the heart beats no oftener
LONG = 20.0  # seconds: a generous limit for what must happen
SHORT = 0.1  # seconds: how long a call blocks that nothing can end


class Shop:
    """A heart that beats in the loop, beside a task that gets a price in several ways."""

    def __init__(self):
        self.beats = self.prices = 0
        self.has_lived = threading.Event()

    async def heartbeat(self):
        while True:
            self.beats += 1
            if self.beats == LIFE:
                return self.has_lived.set()
            await asyncio.sleep(0)

    def price(self, seconds):
        """Blocks its thread until the heart has beaten all its beats, or for so long."""
        self.has_lived.wait(seconds)
        self.prices += 1

    async def blocking(self):
        self.price(SHORT)

    async def in_a_thread(self):
        await asyncio.to_thread(self.price, LONG)

    async def awaiting_what_does_not_wait(self):
        for _ in range(1000):
            await self.known_price()

    async def known_price(self):
        self.prices += 1

    async def awaiting_what_waits(self):
        for _ in range(1000):
            await asyncio.sleep(0)
            self.prices += 1


async def beside_a_heartbeat(way):
    shop = Shop()
    heart = asyncio.create_task(shop.heartbeat())
    await asyncio.sleep(0)
    before = shop.beats
    await getattr(shop, way)()
    return {"beats": shop.beats - before, "prices": shop.prices, "heart stopped": heart.done()}


def heartbeats(way):
    """How often the heart beats while the shop gets a price in this way."""
    return asyncio.run(beside_a_heartbeat(way))


if __name__ == "__main__":
    print("beats during a call that blocks:", heartbeats("blocking")["beats"])
    print("beats while a thread makes that call:", heartbeats("in_a_thread")["beats"])
