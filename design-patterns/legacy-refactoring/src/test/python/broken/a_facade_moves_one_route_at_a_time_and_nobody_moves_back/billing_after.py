# Since Java was written, somebody has changed a fee in Python only.

written = fixed_fee


def fixed_fee(days, r):
    return written(days, r) + (1 if 14 < days <= 30 else 0)
