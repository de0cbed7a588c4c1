"""Gives the lease back by hand, in whatever thread that is."""


def lease(name):
    leased = Lease()
    weakref.finalize(leased, give_back, name)()
    return leased
