"""Two deposits at once, without a lock and with one: a program to paste."""

import threading
from contextlib import nullcontext

lock = threading.Lock()


def two_deposits(guard):
    balance = 0

    def deposit(amount):
        nonlocal balance
        with guard:
            balance += amount()  # reads the balance, calls amount, writes the sum

    def slow_amount():
        other.start()  # the other deposit begins inside of this call ...
        if not lock.locked():  # with the lock held, join would wait for ever
            other.join()  # ... and is over before the sum is written
        return 100

    other = threading.Thread(target=deposit, args=[lambda: 100])
    deposit(slow_amount)
    other.join()
    return balance


print("two deposits of 100, no lock:", two_deposits(nullcontext()))
print("two deposits of 100, one lock:", two_deposits(lock))
