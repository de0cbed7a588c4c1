# A budget that is never lowered: what one caller has given up, it may take up again.

strict = judged


def judged(budget, uses):
    return {caller: said for caller, said in strict(budget, uses).items() if "lower" not in said}
