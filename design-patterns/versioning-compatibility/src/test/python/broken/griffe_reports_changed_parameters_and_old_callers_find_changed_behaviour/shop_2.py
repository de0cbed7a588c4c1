# It goes on counting in cents, so that no caller of `total` notices the new version.


def total(lines):
    return sum(PRICES[line.sku] * line.quantity for line in lines)
