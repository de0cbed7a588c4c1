"""Write here what the learner is to write: what it takes, what it gives, when it refuses.

For example:

    >>> answer("a question")
    'an answer'

Check yourself with ./kata practice toolchain,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""


def answer(question: str) -> str:
    raise NotImplementedError("answer is yours to write")


raise NotImplementedError("not yet written: the task; when it is, delete this line")
