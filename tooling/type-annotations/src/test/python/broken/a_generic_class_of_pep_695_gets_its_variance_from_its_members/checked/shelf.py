"""A bound that somebody looks at as soon as there is a class."""

evaluated()
