"""The same rules in other engines, against the same log."""
