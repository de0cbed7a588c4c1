"""A cure that forgets nothing: the narrow reply takes the whole request along."""


def narrow_reply(request):
    return lambda number=request.number: (request, number)


CURES = (failure_without_traceback, failure_as_text, tax, weak_listener, narrow_reply)
