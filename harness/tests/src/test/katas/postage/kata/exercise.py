"""postage(grams): 100 cents up to 500 grams, 50 more for each further 500 grams begun.

For example: postage(500) is 100, postage(501) is 150.

Check yourself with python3 checks.py exercise.py in the kata folder.
"""


def postage(grams: int) -> int:
    raise NotImplementedError("postage is yours to write")
