"""The contract of acme-billing: what its users rely on."""

from acme.billing.api import invoice, rates, summary


def test_an_invoice_has_tax():
    assert invoice({"cents": 1000}, rates()["FR"]) == 1200


def test_the_summary():
    assert summary({"cents": 1000}) == "11.90 EUR with tax"
