"""A loop has one thread: its tasks take turns, and only at an await that waits."""

import asyncio
import threading

LONG = 20.0  # seconds: a generous limit for what must happen
SHORT = 0.1  # how long a call blocks that nobody can interrupt


class Shop:
    """What happens in the loop, in this order, beside one request for a price."""

    def __init__(self):
        self.beats = 0
        self.has_beaten = threading.Event()

    async def heartbeat(self):
        while True:
            self.beats += 1
            if self.beats > 3:
                self.has_beaten.set()
            await asyncio.sleep(0)

    def price(self, seconds):
        """Blocks its thread until the heart has beaten, or for so long."""
        return self.has_beaten.wait(seconds)

    async def blocking(self):
        return self.price(SHORT)

    async def in_a_thread(self):
        return await asyncio.to_thread(self.price, LONG)

    async def awaiting_what_does_not_wait(self):
        for _ in range(1000):
            await self.known_price()
        return self.has_beaten.is_set()

    async def known_price(self):
        return 4999

    async def awaiting_what_waits(self):
        for _ in range(1000):
            await asyncio.sleep(0)
        return self.has_beaten.is_set()


async def beside_a_heartbeat(way):
    shop = Shop()
    beating = asyncio.create_task(shop.heartbeat())
    await asyncio.sleep(0)
    before = shop.beats
    was_seen = await getattr(shop, way)()
    beats = shop.beats - before
    beating.cancel()
    return {"before": before, "beats": beats, "seen": was_seen}


def heartbeats(way):
    """How often the heart beats while the shop gets a price in this way."""
    return asyncio.run(beside_a_heartbeat(way))


if __name__ == "__main__":
    print("beats during a call that blocks:", heartbeats("blocking")["beats"])
    print("beats during the same in a thread, more than 2:", heartbeats("in_a_thread")["beats"] > 2)
