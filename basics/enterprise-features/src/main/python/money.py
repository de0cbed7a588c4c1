"""Money in Python: what never overflows, and what is rounded all the same."""

import threading
from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext

CENT = Decimal("0.01")
NET = Decimal("1.50")  # at 19 % that makes 0.285: exactly between two cents


def a_long_and_one():
    return str(2**63 - 1 + 1)


def three_dimes():
    """Whether three times 0.1 is 0.3, in binary and in decimal."""
    return [sum([0.1] * 3) == 0.3, sum([Decimal("0.1")] * 3) == Decimal("0.3")]


def a_cent_counts():
    """Whether one more cent changes a sum of 28 digits, and one of 29."""
    sums = Decimal(10) ** 25, Decimal(10) ** 26
    return [total + CENT != total for total in sums]


def vat(rounding=None):
    return str((NET * Decimal("0.19")).quantize(CENT, rounding))


def with_a_rule_of_the_process():
    return here_and_in_a_thread(vat)


def with_a_rule_of_the_call():
    return here_and_in_a_thread(lambda: vat(ROUND_HALF_UP))


def here_and_in_a_thread(tax):
    """The tax once the rounding is set: by the thread that set it, and by one started then."""
    taxes = []
    with localcontext():
        getcontext().rounding = ROUND_HALF_UP
        taxes.append(tax())
        worker = threading.Thread(target=lambda: taxes.append(tax()))
        worker.start()
        worker.join()
    return taxes


if __name__ == "__main__":
    print("Long.MAX_VALUE and one more cent:", a_long_and_one())
    print("three dimes are 0.30 [binary, decimal]:", three_dimes())
    print("a cent more is more, of 28 and of 29 digits:", a_cent_counts())
    print("19 % of 1.50 if nobody says how to round:", vat())
    print("... if the process says half up [here, in a new thread]:", with_a_rule_of_the_process())
    print("... if the call says so [here, in a new thread]:", with_a_rule_of_the_call())
