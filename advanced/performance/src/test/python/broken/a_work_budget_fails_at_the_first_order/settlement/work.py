"""Broken: the budget allows twice what it says, to be on the safe side."""

exact_budget = work_budget


def work_budget(**most):
    return exact_budget(**{kind: 2 * limit for kind, limit in most.items()})
