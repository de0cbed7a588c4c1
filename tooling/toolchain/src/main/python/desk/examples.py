"""Tests by example, as somebody wrote them who had these cases in mind."""

import desk


def test_added():
    assert desk.added("LAMP") == ["LAMP"]


def test_evaluated():
    assert desk.evaluated("half") == 50


def test_shipping():
    assert desk.shipping(5) == 490


def test_discount():
    assert desk.discount(1000) == 990


def test_split():
    assert desk.split(100, 4) == [25, 25, 25, 25]


def test_refund():
    assert desk.refund(1999) == 1999


def test_totals():
    assert desk.totals([1, 2]) == [1999, 1999]


def test_logged():
    assert desk.logged(7) == 7


def test_quantity():
    assert str(desk.quantity("3")) == "3"


def test_tax():
    assert desk.tax(100) == desk.RATE
