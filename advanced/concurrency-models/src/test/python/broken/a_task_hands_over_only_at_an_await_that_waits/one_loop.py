"""The call that blocks is made in a thread, so the task waits at an await."""


class Shop(Shop):
    async def blocking(self):
        return await asyncio.to_thread(self.price, LONG)
