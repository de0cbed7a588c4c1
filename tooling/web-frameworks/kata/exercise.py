"""mini_app: a small order desk as a WSGI application (PEP 3333), with Python's library alone.

    app = mini_app()

makes an application with no orders. It knows three kinds of paths:

    POST /orders            The body is a JSON object. It is kept with an "id": 1 for the first one,
                            2 for the next. 201, the object with its id, and the header
                            Location: /orders/1.
    GET /orders/<id>        200 and that object; 404 if there is none. An id has the digits 0 to 9
                            only, and may be as long as a client likes.
    GET /customers/<name>   200 and {"customer": name, "orders": how many objects have that very
                            text as their "customer"}. A name has at least one character, and any.

    Other paths     404.
    Other methods   Of a path as above: 405, with the header Allow: POST, or Allow: GET.
    The body        Its length in bytes is in environ["CONTENT_LENGTH"], a text; no such key, or
                    an empty text, means no body. environ["wsgi.input"].read(n) gives it. Never ask
                    for more: the connection stays open, so the read would wait for ever.
                    If it is no JSON object in UTF-8: 400.
    PATH_INFO       The server has undone the %-escapes, once. Each character stands for one byte,
                    and the bytes are UTF-8: "Zoë" arrives as "Zo\\xc3\\xab". If they are not: 404.
    Every answer    A JSON object; {"error": 404} and so on if the status is 400 or more. With the
                    headers Content-Type: application/json and Content-Length, in bytes; Location
                    and Allow only where they are named above, and no header twice.
    The protocol    app(environ, start_response) calls start_response once, before it returns, with
                    a status, which is the number and some words, and a list of pairs of texts, and
                    returns an iterable of bytes.
    Not your worry  CONTENT_LENGTH that is no number or below 0, NaN, a half of a surrogate pair,
                    and thousands of brackets in each other. Nobody sends them here.

For example, with io.BytesIO for the connection:

    >>> app = mini_app()
    >>> def start(status, headers): print(status)
    >>> app({"REQUEST_METHOD": "GET", "PATH_INFO": "/orders/1", "wsgi.input": BytesIO()}, start)
    404 Not Found
    [b'{"error": 404}']

Check yourself with ./kata practice web-frameworks,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Callable, Iterable
from typing import Any

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def mini_app() -> App:
    raise NotImplementedError("mini_app is yours to write")
