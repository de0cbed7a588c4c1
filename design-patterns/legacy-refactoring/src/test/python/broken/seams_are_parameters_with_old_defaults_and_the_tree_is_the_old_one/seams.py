# One seam is forgotten: each run has the next number of the dice.
from itertools import count

rolled = count()


class Shop(Shop):
    def dice(self, low, high):
        return low + next(rolled) % (high - low + 1)
