"""Settles payments with orders: five layers, each with one deliberate problem and its repair."""
