"""Calls first: nothing happens any more between the read and the write."""


def deposit(account, amount):
    cents = amount()
    account.balance += cents
