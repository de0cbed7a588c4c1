# A corpus that takes every branch, and never asks at a limit.


def recorded_calls():
    return EVERY_BRANCH
