"""The two tests that coverage asks for."""

import desk


def test_shipping_of_a_heavy_one():
    assert desk.shipping(31) == 990


def test_discount_of_a_small_one():
    assert desk.discount(499) == 499
