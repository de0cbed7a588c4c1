"""The contract of acme-web: what its users rely on."""

from acme.web.api import page


def test_the_page():
    assert page("LAMP", 2) == "2 x LAMP, 47.58 EUR with tax"
