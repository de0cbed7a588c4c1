"""Four leaks, all of them objects that something still reaches, and their cures."""

import functools
import gc
import weakref


class Request:
    number = 7

    def __init__(self):
        self.taxed = 0

    @functools.lru_cache  # noqa: B019
    def total(self):
        return 120

    @functools.cached_property
    def tax(self):
        self.taxed += 1
        return 24

    def on_payment(self):
        return f"request {self.number} paid"

    def reject(self):
        raise ValueError(f"request {self.number} rejected")


def failure(request):
    try:
        request.reject()
    except ValueError as error:
        return error


def failure_without_traceback(request):
    error = failure(request)
    error.__traceback__ = None
    return error


def second_failure_without_traceback(request):
    try:
        request.reject()
    except ValueError:
        try:
            raise OSError("the log is full")
        except OSError as error:
            error.__traceback__ = None
            return error


def failure_as_text(request):
    return str(failure(request))


def total(request):
    return request.total()


def tax(request):
    return [request.tax, request.tax, request.taxed]


def listener(request):
    return request.on_payment


def weak_listener(request):
    return weakref.WeakMethod(request.on_payment)


def told(listener):
    """What a weakly held method answers; None once it is dead."""
    method = listener()
    return method and method()


def reply(request):
    return lambda: request.number


def narrow_reply(request):
    number = request.number
    return lambda: number


LEAKS = (failure, second_failure_without_traceback, total, listener, reply)
CURES = (failure_without_traceback, failure_as_text, tax, weak_listener, narrow_reply)


def use(what):
    """A request, used and forgotten, while what came of it is kept."""
    request = Request()
    return weakref.ref(request), what(request)


def gone():
    """Which requests are gone although what came of them is kept."""
    used = {what.__name__: use(what) for what in (*LEAKS, *CURES)}
    for _ in range(2):
        gc.collect()
    return {name: left() is None for name, (left, kept) in used.items()}


def cures_at_work():
    """What the cures are good for while the request is there."""
    request = Request()
    errors = failure_without_traceback(request), second_failure_without_traceback(request)
    return {
        "failures": [[type(error).__name__, error.__traceback__ is None] for error in errors],
        "failure_as_text": failure_as_text(request),
        "total": total(request),
        "tax": tax(request),
        "weak_listener": told(weak_listener(request)),
        "narrow_reply": narrow_reply(request)(),
    }


def evicted():
    """Whether a request is gone once the cache of its method has been cleared."""
    left, _ = use(total)
    Request.total.cache_clear()
    gc.collect()
    return left() is None


if __name__ == "__main__":
    for name, is_gone in gone().items():
        print(f"{name} kept; its request is gone: {is_gone}")
    print("the cures, while it lives:", cures_at_work())
    print("the method's cache cleared; its request is gone:", evicted())
