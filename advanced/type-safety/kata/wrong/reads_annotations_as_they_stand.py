# caught by: an annotation may be a text
# Under `from __future__ import annotations` every annotation is a text, and no value fits a text.


def get_type_hints(kind):
    return {field.name: field.type for field in fields(kind)}
