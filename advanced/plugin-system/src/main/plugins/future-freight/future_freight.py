"""A carrier of version 3: a host that speaks 1 and 2 must not even import it."""


def quote(parcel: object) -> object:
    return parcel
