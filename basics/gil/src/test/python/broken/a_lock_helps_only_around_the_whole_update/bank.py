"""The lock is let go of between the read and the write."""


def deposit_locked(account, amount):
    deposit_locking_each_step(account, amount)
