"""Amounts in cents: import `acme.money.api`."""
