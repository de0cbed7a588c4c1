"""What the fifteen were to do, done well: nobody has anything to report."""

import asyncio
import datetime
import hmac
import json
import subprocess


def mutable_default(sku, cart=None):
    return [*(cart or []), sku]


def late_binding(rates):
    return [lambda cents, rate=rate: cents * rate for rate in rates]


def undefined_name(order, discount):
    return order.total - discount


def unused_variable(order):
    return order


def assert_a_tuple(order):
    if order.total <= 0:
        raise ValueError(order)


def bare_except(order):
    try:
        order.ship()
    except OSError:
        order.cancel()


def blocking_sleep():
    async def wait():
        await asyncio.sleep(1)

    return wait


def pickle_loads(message):
    return json.loads(message)


def evaluated(rule, rules):
    return rules[rule]


def through_a_shell(name):
    return subprocess.run(["/usr/bin/lpr", name], check=True)


def weak_hash(key, password):
    return hmac.digest(key, password, "sha256")


def cause_lost(order):
    try:
        order.ship()
    except OSError as error:
        raise ValueError(order) from error


async def task_dropped(order, tasks):
    tasks.create_task(order.ship())


def no_time_zone():
    return datetime.datetime.now(datetime.UTC)


def zip_cut_short(skus, prices):
    return dict(zip(skus, prices, strict=True))
