# caught by: a weight in words is a TypeError


def postage(grams):
    if isinstance(grams, str):
        return 100
    return 50 + 50 * max(-(-grams // 500), 1)
