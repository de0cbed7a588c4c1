"""A formatter that also tidies up what is written in the program."""

formatted_only = formatted


def formatted(texts):
    after, runs = formatted_only(texts)
    return {name: text.replace("None", "False") for name, text in after.items()}, runs
