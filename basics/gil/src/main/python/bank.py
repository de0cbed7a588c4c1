"""Two deposits at once: the GIL keeps the interpreter sound, not your invariant."""

import threading

SECONDS = 20  # a generous limit for what must happen; nothing waits this long when it does


class Account:
    def __init__(self):
        self.balance = 0
        self.second_began = threading.Event()
        self.lock = Door(self.second_began)


class Door:
    """A lock that tells when a second thread arrives at it."""

    def __init__(self, second_arrived):
        self.lock = threading.Lock()
        self.arrivals = 0
        self.second_arrived = second_arrived

    def __enter__(self):
        self.arrivals += 1
        if self.arrivals == 2:
            self.second_arrived.set()
        self.lock.acquire()

    def __exit__(self, *failure):
        self.lock.release()


def deposit(account, amount):
    account.balance += amount()  # reads the balance, calls, then writes


def deposit_locked(account, amount):
    with account.lock:
        account.balance += amount()


def deposit_locking_the_write(account, amount):
    balance = account.balance + amount()
    with account.lock:
        account.balance = balance


def deposit_with_its_own_lock(account, amount):
    with threading.Lock():
        account.balance += amount()


def balance_after_two(deposit):
    """The balance after two deposits of 100, the second begun while the first awaits its amount."""
    account = Account()

    def second_amount():
        account.second_began.set()
        return 100

    second = threading.Thread(target=deposit, args=(account, second_amount))

    def first_amount():
        second.start()
        account.second_began.wait(SECONDS)
        return 100

    deposit(account, first_amount)
    second.join(SECONDS)
    return account.balance


def without_a_lock():
    return balance_after_two(deposit)


def with_a_lock():
    return {
        "around the whole update": balance_after_two(deposit_locked),
        "around the write only": balance_after_two(deposit_locking_the_write),
        "made anew in each call": balance_after_two(deposit_with_its_own_lock),
    }


if __name__ == "__main__":
    print("two deposits of 100, no lock:", without_a_lock())
    for where, balance in with_a_lock().items():
        print(f"two deposits of 100, lock {where}:", balance)
