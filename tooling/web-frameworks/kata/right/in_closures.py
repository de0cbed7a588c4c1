# whole
"""No class: closures share the orders, and every handler gives a status, an object and headers."""

import json
from http import HTTPStatus
from itertools import count


def mini_app():
    orders, numbers = {}, count(1)

    def refused(status, **headers):
        return status, {"error": status}, headers

    def place(environ):
        length = environ.get("CONTENT_LENGTH", "")
        try:
            data = json.loads(environ["wsgi.input"].read(int(length)) if length else b"")
        except ValueError:
            return refused(400)
        if type(data) is not dict:
            return refused(400)
        number = next(numbers)
        orders[str(number)] = {**data, "id": number}
        return 201, orders[str(number)], {"Location": f"/orders/{number}"}

    def found(number):
        return (200, orders[number], {}) if number in orders else refused(404)

    def counted(name):
        of_name = [order for order in orders.values() if order.get("customer") == name]
        return 200, {"customer": name, "orders": len(of_name)}, {}

    def answer(method, path, environ):
        match path.split("/", 2):
            case ["", "orders"]:
                return place(environ) if method == "POST" else refused(405, Allow="POST")
            case ["", "orders", number] if number.isascii() and number.isdigit():
                return found(number) if method == "GET" else refused(405, Allow="GET")
            case ["", "customers", name] if name:
                return counted(name) if method == "GET" else refused(405, Allow="GET")
        return refused(404)

    def app(environ, start_response):
        try:
            path = str(environ["PATH_INFO"].encode("latin-1"), "utf-8")
        except UnicodeDecodeError:
            path = ""
        status, data, headers = answer(environ["REQUEST_METHOD"], path, environ)
        body = json.dumps(data, ensure_ascii=False).encode()
        named = [*headers.items(), ("Content-Type", "application/json")]
        named.append(("Content-Length", str(len(body))))
        start_response(f"{status} {HTTPStatus(status).phrase}", named)
        return iter([body])

    return app
