"""What a user of the five distributions writes: each function has one wrong argument."""


# bug: annotated, without py.typed
def plain() -> int:
    import acme_plain

    return acme_plain.price(7)


# bug: annotated, with py.typed
def typed() -> int:
    import acme_typed

    return acme_typed.price(7)


# bug: py.typed, but no annotations
def bare() -> int:
    import acme_bare

    return acme_bare.price(7)


# bug: no annotations, a stub and py.typed
def stubbed() -> int:
    import acme_stubbed

    return acme_stubbed.price(7)


# bug: a stub that is out of date, called as the stub says
def outdated() -> int:
    import acme_outdated

    return acme_outdated.price(7)


# bug: a stub that is out of date, called as the code says
def outdated_right() -> int:
    import acme_outdated

    return acme_outdated.price("LAMP")
