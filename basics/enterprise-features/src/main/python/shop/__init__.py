"""A shop with two faults planted in its imports: for architecture.py to find."""
