# ruff: noqa
"""Fifteen defects, one a function: ruff reads this file, nobody runs it."""

import asyncio
import datetime
import hashlib
import pickle
import subprocess
import time


def mutable_default(sku, cart=[]):
    cart.append(sku)
    return cart


def late_binding(rates):
    return [lambda cents: cents * rate for rate in rates]


def undefined_name(order):
    return order.total - dicsount


def unused_variable(order):
    total = order.total
    return order


def assert_a_tuple(order):
    assert (order.total > 0, "nothing to pay")


def bare_except(order):
    try:
        order.ship()
    except:
        order.cancel()


def blocking_sleep():
    async def wait():
        time.sleep(1)

    return wait


def pickle_loads(message):
    return pickle.loads(message)


def evaluated(rule):
    return eval(rule)


def through_a_shell(name):
    return subprocess.run("lpr " + name, shell=True, check=True)


def weak_hash(password):
    return hashlib.md5(password).hexdigest()


def cause_lost(order):
    try:
        order.ship()
    except OSError:
        raise ValueError(order)


def task_dropped(order):
    asyncio.create_task(order.ship())


def no_time_zone():
    return datetime.datetime.now()


def zip_cut_short(skus, prices):
    return dict(zip(skus, prices))
