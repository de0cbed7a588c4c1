"""What the shop sells: import `acme.catalog.api`."""
