"""Two tasks withdraw money: between two awaits no other task runs, at an await it may."""

import asyncio


class Account:
    def __init__(self):
        self.balance = 100
        self.asked = []
        self.lock = asyncio.Lock()


async def ask_the_bank(account):
    account.asked.append([account.balance, account.lock.locked()])
    await asyncio.sleep(0)  # waits: the other tasks run meanwhile


async def withdraw_asking(account, amount):
    if account.balance >= amount:
        await ask_the_bank(account)
        account.balance -= amount


async def withdraw_at_once(account, amount):
    if account.balance >= amount:
        account.balance -= amount
        await ask_the_bank(account)


async def withdraw_locked(account, amount):
    async with account.lock:
        await withdraw_asking(account, amount)


async def withdraw(way, amounts):
    account = Account()
    await asyncio.gather(*(globals()[way](account, amount) for amount in amounts))
    return {"left": account.balance, "asked": account.asked}


def of_100(way, *amounts):
    """What is left of 100, and [the balance, is it locked] each time that the bank was asked."""
    return asyncio.run(withdraw(way, amounts))


if __name__ == "__main__":
    print("100, withdrawn twice 80, an await in between:", of_100("withdraw_asking", 80, 80))
    print("100, withdrawn twice 80, no await in between:", of_100("withdraw_at_once", 80, 80))
    print("100, withdrawn twice 80, a lock around both:", of_100("withdraw_locked", 80, 80))
