"""Broken: who waits is left out, as a sampler of processor time does."""

OURS = {"matched_before", "serve"}
