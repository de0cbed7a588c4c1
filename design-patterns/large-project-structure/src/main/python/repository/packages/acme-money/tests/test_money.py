"""The contract of acme-money: what its users rely on."""

from acme.money.api import shown, total, with_percent


def test_whole_cents():
    assert total([1999, 1]) == 2000
    assert with_percent(150, 19) == 179


def test_texts():
    assert shown(2005) == "20.05 EUR"
