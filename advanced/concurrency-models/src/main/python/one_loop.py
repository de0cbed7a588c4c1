"""A loop has one thread: its tasks take turns, and only at an await that waits."""

import asyncio
import threading

LIFE = 1000  # a heart beats no oftener
SECONDS = 20  # a generous limit for what must happen


class Heart:
    """Beats in a loop, a beat each time the loop comes round, or in a thread."""

    def __init__(self):
        self.beats = 0
        self.has_lived = threading.Event()

    def beat(self):
        self.beats += 1
        if self.beats == LIFE:
            self.has_lived.set()

    async def beat_in_the_loop(self):
        while not self.has_lived.is_set():
            self.beat()
            await asyncio.sleep(0)

    def beat_in_a_thread(self):
        while not self.has_lived.is_set():
            self.beat()


class Shop:
    """A task that gets a price in several ways, beside a heart in its loop."""

    def __init__(self):
        self.heart, self.other = Heart(), Heart()
        self.prices = 0

    def price(self, heart):
        """Blocks its thread until that heart has beaten all its beats."""
        heart.has_lived.wait(SECONDS)
        self.prices += 1

    async def blocking(self):
        threading.Thread(target=self.other.beat_in_a_thread).start()
        self.price(self.other)

    async def in_a_thread(self):
        await asyncio.to_thread(self.price, self.heart)

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
    heart = asyncio.create_task(shop.heart.beat_in_the_loop())
    await asyncio.sleep(0)
    before, shop.heart.beats = shop.heart.beats, 0
    await getattr(shop, way)()
    heart.cancel()
    return {
        "before": before,
        "beats": shop.heart.beats,
        "of the other heart": shop.other.beats,
        "prices": shop.prices,
    }


def heartbeats(way):
    """How often the heart beats while the shop gets a price in this way."""
    return asyncio.run(beside_a_heartbeat(way))


if __name__ == "__main__":
    during = heartbeats("blocking")
    print("beats during a call that blocks:", during["beats"])
    print("... of a heart in another thread:", during["of the other heart"])
    print("beats while a thread makes such a call:", heartbeats("in_a_thread")["beats"])
