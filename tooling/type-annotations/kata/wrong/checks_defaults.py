# caught by: a default that stays is not checked
# `count: int = None` is common in old code, and its own default would be refused at every call.


def check_call(fn, args, kwargs, check_given=check_call):
    try:
        bound = inspect.signature(fn).bind(*args, **kwargs)
    except TypeError:
        return check_given(fn, args, kwargs)
    bound.apply_defaults()
    return check_given(fn, bound.args, bound.kwargs)
