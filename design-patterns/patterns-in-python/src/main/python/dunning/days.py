"""What day it is."""

from datetime import date


def today():
    return date.today()
