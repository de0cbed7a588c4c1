"""What customers owe: import `acme.billing.api`."""
