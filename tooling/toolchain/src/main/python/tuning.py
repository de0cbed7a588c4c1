"""Four faster ways to list each sku once: which of them give the same lists?"""

import itertools
import random


class Sku(str):
    """Counts in Sku.compared how often it is compared, for equality or for order."""

    def __eq__(self, other):
        Sku.compared += 1
        return str.__eq__(self, other)

    def __lt__(self, other):
        Sku.compared += 1
        return str.__lt__(self, other)

    __hash__ = str.__hash__


def slow(skus):
    found = []
    for sku in skus:
        if sku not in found:
            found.append(sku)
    return found


def as_a_sorted_set(skus):
    return sorted(set(skus))


def groups(skus):
    return [sku for sku, _ in itertools.groupby(skus)]


def recent(skus):
    """Looks at the last three only."""
    found = []
    for sku in skus:
        if sku not in found[-3:]:
            found.append(sku)
    return found


def as_a_dict(skus):
    return list(dict.fromkeys(skus))


def unchanged(skus):
    return list(skus)


def comparisons(way):
    """For a hundred skus that all differ."""
    skus = [Sku(f"{each:03}") for each in range(100)]
    Sku.compared = 0
    globals()[way](skus)
    return Sku.compared


def passes(way):
    """The one example that everybody writes."""
    return globals()[way](["a", "a", "b"]) == ["a", "b"]


def inputs(number):
    """So many, the short ones first."""
    dice = random.Random(2026)
    found = ["".join(skus) for size in range(4) for skus in itertools.product("ab", repeat=size)]
    more = number - len(found)
    return found + ["".join(dice.choices("abcde", k=dice.randrange(20))) for _ in range(more)]


def differs(way):
    """The first input whose result is another one than the slow way's, and how many were tried."""
    tried = 0
    for skus in inputs(1000):
        tried += 1
        if globals()[way](skus) != slow(skus):
            return [skus, tried]
    return ["none", tried]


if __name__ == "__main__":
    print("slow: comparisons", comparisons("slow"))
    for way in ("as_a_sorted_set", "groups", "recent", "as_a_dict"):
        print(f"{way}: comparisons {comparisons(way)}, passes {passes(way)},", end=" ")
        print("differs for", differs(way))
