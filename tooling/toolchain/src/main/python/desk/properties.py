# ruff: noqa: I001
"""Tests of properties: hypothesis looks for inputs for which one does not hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

import desk

settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.load_profile("same")
cents = st.integers(0, 1_000_000)


@given(cents, st.integers(1, 100))
def test_split(total, n):
    assert sum(desk.split(total, n)) == total


@given(cents)
def test_refund(paid):
    assert desk.refund(paid) <= paid


@given(cents)
def test_tax(net):
    assert 0 <= desk.tax(net) <= net


@given(st.integers(0, 100))
def test_shipping(weight):
    assert desk.shipping(weight) > 0
