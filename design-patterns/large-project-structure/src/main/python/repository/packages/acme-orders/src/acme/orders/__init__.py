"""What customers want: import `acme.orders.api`."""
