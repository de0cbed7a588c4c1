# caught by: a number that comes again is a duplicate, one that comes out of order is not
# What is not above the highest number is no duplicate yet: networks deliver out of order.


def seen(top, bits, number):
    return ACCEPTED if number > top else DUPLICATE
