"""An old function's own answers are the test: a harmless tidying does not get past them."""

import itertools


def old(kind, number):
    if kind == "business":
        if number > 10:
            return 10
    else:
        if number >= 10:
            return 10
    return 0


def tidied(kind, number):
    return 10 if number >= 10 else 0


cases = itertools.product(["private", "business"], [1, 9, 10, 11])
golden = {case: old(*case) for case in cases}
for case in golden:
    if tidied(*case) != golden[case]:
        print(case, "was", golden[case], "and would be", tidied(*case))
