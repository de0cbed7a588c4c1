"""The marker is in every wheel."""

DISTRIBUTIONS["acme_plain"] |= MARKER
