# Since Java was written, somebody has changed a fee in Python only.

written = fixed_fee


def fixed_fee(days, currency):
    return written(days, currency) + (1 if 14 < days <= 30 else 0)
