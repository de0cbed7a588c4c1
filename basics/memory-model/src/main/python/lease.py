"""A lease that is given back, at the latest, when the last holder forgets it."""

import threading
import weakref

from collecting import collected

given_back = []
finalizers = []


class Lease:
    pass


def give_back(name):
    given_back.append([name, threading.get_ident()])


def lease(name):
    leased = Lease()
    finalizers.append((name, weakref.finalize(leased, give_back, name)))
    return leased


def owed():
    """Leases that have not been given back, and will be at the exit."""
    return [name for name, each in finalizers if each.alive and each.atexit]


def drop(name):
    """Whether a dropped lease is gone."""
    return collected(weakref.ref(lease(name)))


def stay(turns):
    """Stays in Python until a lease has been given back, or for so many turns of a loop."""
    for _ in range(turns):
        if given_back:
            break
    return {"given back": [name for name, _ in given_back], "here": by_this_thread()}


def by_this_thread():
    return all(thread == threading.get_ident() for _, thread in given_back)


def drop_and_stay(name, turns):
    return {"gone": drop(name), **stay(turns)}


if __name__ == "__main__":
    print("a dropped lease:", drop_and_stay("boat 7", 1000))
    weakref.finalize(kept := Lease(), print, "... one that was kept is given back at the end")
