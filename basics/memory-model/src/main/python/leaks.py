"""Four leaks, all of them objects that something still reaches, and their cures."""

import functools
import gc
import traceback
import weakref


class Request:
    number = 7

    @functools.lru_cache  # noqa: B019
    def total(self):
        return 120

    @functools.cached_property
    def tax(self):
        return 24

    def on_payment(self):
        pass

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


def failure_as_text(request):
    return "".join(traceback.format_exception(failure(request)))


def total(request):
    return request.total()


def tax(request):
    return request.tax


def listener(request):
    return request.on_payment


def weak_listener(request):
    return weakref.WeakMethod(request.on_payment)


def reply(request):
    return lambda: request.number


def narrow_reply(request):
    number = request.number
    return lambda: number


LEAKS = (failure, total, listener, reply)
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


if __name__ == "__main__":
    for name, is_gone in gone().items():
        print(f"{name} kept; its request is gone: {is_gone}")
