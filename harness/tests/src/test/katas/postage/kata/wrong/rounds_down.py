# caught by: the examples hold
# Only a whole further step costs more.


def postage(grams):
    return 50 + 50 * max(grams // 500, 1)
