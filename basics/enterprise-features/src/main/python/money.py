"""Money in Python: what never overflows, and what is rounded all the same."""

import asyncio
import decimal
import threading
from contextlib import nullcontext
from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext

CENT = Decimal("0.01")
NET = Decimal("1.50")  # at 19 % that makes 0.285: exactly between two cents
started = []  # the rule in force here, each time that a thread was started


def a_long_and_one():
    return str(2**63 - 1 + 1)


def three_dimes():
    """Three times 0.1, in binary and in decimal."""
    return [0.1 + 0.1 + 0.1, str(sum([Decimal("0.1")] * 3))]


def a_cent_more(digits):
    """How many digits an exact sum with one more cent has, and whether the cent changes it."""
    total = Decimal(10) ** (digits - 3)
    with localcontext(prec=2 * digits):
        exact = total + CENT
    return [len(exact.as_tuple().digits), total + CENT != total]


def vat(rounding=None):
    return str((NET * Decimal("0.19")).quantize(CENT, rounding))


def vat_half_up():
    return vat(ROUND_HALF_UP)


def in_a_thread(tax):
    """The tax here when a new thread starts, and in that thread."""
    started.append(getcontext().rounding)
    taxes = [tax()]
    worker = threading.Thread(target=lambda: taxes.append(tax()))
    worker.start()
    worker.join()
    return taxes


def after_getcontext(tax):
    """The tax once this thread's context rounds half up: here, in a new thread, and here again."""
    with localcontext():
        getcontext().rounding = ROUND_HALF_UP
        return [*in_a_thread(tax), tax()]


def after_default_context(tax):
    """In a new thread, once the context that new threads begin with rounds half up."""
    usual = decimal.DefaultContext.rounding
    decimal.DefaultContext.rounding = ROUND_HALF_UP
    try:
        return in_a_thread(tax)
    finally:
        decimal.DefaultContext.rounding = usual


def in_tasks(tax):
    """In a new task, in `to_thread` and in `run_in_executor`; each beside the tax here: half up."""

    async def in_this_task():
        return tax()

    async def beside(other):
        return [tax(), await other]

    async def main():
        with localcontext():
            getcontext().rounding = ROUND_HALF_UP
            in_executor = asyncio.get_running_loop().run_in_executor
            return [
                await beside(asyncio.create_task(in_this_task())),
                await beside(asyncio.to_thread(tax)),
                await beside(in_executor(None, tax)),
            ]

    return asyncio.run(main())


def after_a_child(tax, context):
    """The tax of a task before and after its child task has set the rule, in such a context."""

    async def child():
        with context():
            getcontext().rounding = ROUND_HALF_UP

    async def main():
        with localcontext():
            before = tax()
            await asyncio.create_task(child())
            return [before, tax()]

    return asyncio.run(main())


def rules():
    started.clear()
    return {
        "getcontext, rule of the context": after_getcontext(vat),
        "getcontext, rule in the call": after_getcontext(vat_half_up),
        "DefaultContext": after_default_context(vat),
        "a task, asyncio.to_thread, run_in_executor": in_tasks(vat),
        "a child task": after_a_child(vat, nullcontext),
        "a child task in a localcontext": after_a_child(vat, localcontext),
        "nobody any more": in_a_thread(vat),
        "in force at the starts": started,
    }


if __name__ == "__main__":
    print("Long.MAX_VALUE and one more cent:", a_long_and_one())
    print("three dimes [binary, decimal]:", three_dimes())
    print("a cent more is more, of 28 and of 29 digits:", a_cent_more(28), a_cent_more(29))
    print("19 % of 1.50 if nobody says how to round:", vat())
    for who, taxes in rules().items():
        print(f"... half up by {who}:", taxes)
