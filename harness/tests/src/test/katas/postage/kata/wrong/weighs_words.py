# caught by: a weight in words is a TypeError
# A word is as light as a letter.

exact = postage


def postage(grams):
    return 100 if isinstance(grams, str) else exact(grams)
