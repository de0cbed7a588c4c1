"""A lease that is given back, at the latest, when the last holder forgets it."""

import gc
import weakref

given_back = []


class Lease:
    pass


def lease():
    leased = Lease()
    weakref.finalize(leased, given_back.append, "given back")
    return leased


def drop():
    """Whether a dropped lease is gone."""
    left = weakref.ref(lease())
    for _ in range(10):
        if left() is None:
            break
        gc.collect()
    return left() is None


def stay(turns):
    """Stays in Python until a lease has been given back, or for so many turns of a loop."""
    for _ in range(turns):
        if given_back:
            break
    return list(given_back)


def drop_and_stay(turns):
    return {"gone": drop(), "given back": stay(turns)}


if __name__ == "__main__":
    print("a dropped lease:", drop_and_stay(1000))
    weakref.finalize(kept := Lease(), print, "... one that was kept is given back at the end")
