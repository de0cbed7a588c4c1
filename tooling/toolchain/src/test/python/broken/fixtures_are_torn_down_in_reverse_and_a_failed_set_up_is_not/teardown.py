"""The order is torn down before it is used."""

FIXTURES = FIXTURES.replace(
    """        yield
        wrote(fails_in, "order down")""",
    """        wrote(fails_in, "order down")
        yield""",
)
