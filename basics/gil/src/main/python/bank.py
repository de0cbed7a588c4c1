"""Two deposits at once: the GIL keeps the interpreter sound, not your invariant."""

import sys
import threading
import time

SECONDS = 20  # a generous limit for what must happen; nothing waits this long when it does


class Account:
    def __init__(self):
        self.balance = 0
        self.entries = []
        self.lock = NotedLock(self)
        self.locks_taken = []
        self.overlapped = self.waited = False
        self.other_stopped = threading.Event()  # the other deposit is through, or must wait


class NotedLock:
    """A lock that notes on the account who takes it, and who has to wait for it."""

    def __init__(self, account):
        self.account = account
        self.lock = threading.Lock()

    def __enter__(self):
        self.account.locks_taken.append(self)
        if not self.lock.acquire(blocking=False):
            self.account.waited = True
            self.account.other_stopped.set()
            self.lock.acquire()

    def __exit__(self, *failure):
        self.lock.release()


def deposit(account, amount):
    account.balance += amount()  # reads the balance, calls, then writes


def deposit_appending(account, amount):
    account.entries.append(amount())  # calls, then adds one entry: reads nothing before


def deposit_locked(account, amount):
    with account.lock:
        account.balance += amount()


def deposit_calling_first(account, amount):
    cents = amount()
    with account.lock:
        account.balance += cents


def deposit_locking_each_step(account, amount):
    with account.lock:
        balance = account.balance
    balance += amount()
    with account.lock:
        account.balance = balance


def deposit_with_its_own_lock(account, amount):
    with NotedLock(account):
        account.balance += amount()


def two_deposits(way, overlapping):
    """What becomes of two deposits of 100; the other one overlaps the first's call of `amount`."""
    deposit_this_way = globals()[way]
    account = Account()

    def other_deposit():
        time.sleep(0.01)  # so late that only waiting for it lets the two overlap
        deposit_this_way(account, lambda: 100)
        account.other_stopped.set()

    other = threading.Thread(target=other_deposit)

    def amount_meanwhile():
        other.start()
        account.overlapped = account.other_stopped.wait(SECONDS)
        return 100

    if overlapping:
        deposit_this_way(account, amount_meanwhile)
    else:
        deposit_this_way(account, lambda: 100)
        other.start()
    other.join(SECONDS)
    locks = account.locks_taken
    circumstances = account.overlapped, account.waited, len(locks), len(set(locks))
    balance = account.balance + sum(account.entries)
    return {"balance": balance, "circumstances": circumstances}


def gil_is_on():
    return getattr(sys, "_is_gil_enabled", lambda: True)()  # before 3.13 there was no other build


if __name__ == "__main__":
    print("one deposit after the other:", two_deposits("deposit", False)["balance"])
    print("two that overlap:", two_deposits("deposit", True)["balance"])
    print("two that overlap, each appended:", two_deposits("deposit_appending", True)["balance"])
    print("two that overlap, with a lock:", two_deposits("deposit_locked", True)["balance"])
