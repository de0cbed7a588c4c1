# caught by: an annotation may be a text, with the names of the function's module
# `eval` here knows the names of this module, not those of the module that wrote the text.


def get_type_hints(fn, hints_of=get_type_hints):
    hints = fn.__annotations__.items()
    return {name: eval(kind) for name, kind in hints if isinstance(kind, str)} or hints_of(fn)
