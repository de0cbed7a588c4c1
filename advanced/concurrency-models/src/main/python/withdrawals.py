"""Two tasks withdraw money: between two awaits no other task runs, at an await it may."""

import asyncio


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = asyncio.Lock()


async def ask_the_bank():
    await asyncio.sleep(0)  # waits: the other tasks run meanwhile


async def withdraw_asking(account, amount):
    if account.balance >= amount:
        await ask_the_bank()
        account.balance -= amount


async def withdraw_at_once(account, amount):
    if account.balance >= amount:
        account.balance -= amount
        await ask_the_bank()


async def withdraw_locked(account, amount):
    async with account.lock:
        await withdraw_asking(account, amount)


async def withdraw(way, times):
    account = Account()
    await asyncio.gather(*(globals()[way](account, 80) for _ in range(times)))
    return account.balance


def left_of_100(way, times):
    """What is left of 100 when 80 is withdrawn so many times at once."""
    return asyncio.run(withdraw(way, times))


if __name__ == "__main__":
    print("100, withdrawn twice 80, an await in between:", left_of_100("withdraw_asking", 2))
    print("100, withdrawn twice 80, no await in between:", left_of_100("withdraw_at_once", 2))
    print("100, withdrawn twice 80, a lock around both:", left_of_100("withdraw_locked", 2))
