"""Cleans up in `except Exception`, which a Java exception passes by."""


def check_out(stock, payments):
    return check_out_catching(stock, payments)
