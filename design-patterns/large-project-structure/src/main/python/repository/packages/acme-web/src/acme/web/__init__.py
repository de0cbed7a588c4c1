"""What customers see: import `acme.web.api`."""
