"""The call that blocks is made in a thread, so the task waits at an await."""


class Shop(Shop):
    async def blocking(self):
        threading.Thread(target=self.other.beat_in_a_thread).start()
        await asyncio.to_thread(self.price, self.heart)
