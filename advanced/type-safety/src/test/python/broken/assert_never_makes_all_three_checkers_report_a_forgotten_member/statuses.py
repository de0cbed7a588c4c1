"""An assert_never that is for the checkers alone."""


def assert_never(status):
    pass
