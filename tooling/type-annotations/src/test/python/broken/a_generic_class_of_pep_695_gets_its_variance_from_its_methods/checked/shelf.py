"""A bound that somebody looks at as soon as there is a class."""

Shelf.__type_params__[0].__bound__
