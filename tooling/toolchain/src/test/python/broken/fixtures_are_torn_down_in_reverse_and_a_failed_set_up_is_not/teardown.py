"""The order is torn down before it is used."""

FIXTURES = FIXTURES.replace(
    """    yield
    wrote("order down")""",
    """    wrote("order down")
    yield""",
)
