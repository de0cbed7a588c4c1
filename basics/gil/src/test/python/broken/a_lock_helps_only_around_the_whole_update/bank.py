"""The lock no longer spans the read."""


def deposit_locked(account, amount):
    deposit_locking_the_write(account, amount)
