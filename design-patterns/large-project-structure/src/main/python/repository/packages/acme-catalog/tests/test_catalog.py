"""The contract of acme-catalog: what its users rely on."""

from acme.catalog.api import price_of


def test_price_of_two():
    assert price_of("LAMP", 2) == 3998


def test_unknown():
    try:
        price_of("SOFA")
    except LookupError:
        return
    raise AssertionError("SOFA has a price")
