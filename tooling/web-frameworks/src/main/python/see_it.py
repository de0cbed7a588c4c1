"""What all Python frameworks but the async ones are for a server: a function of this shape."""

import json
from io import BytesIO


def app(environ, start_response):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    order = json.loads(environ["wsgi.input"].read(length))
    is_right = type(order.get("qty")) is int
    start_response("201 Created" if is_right else "422 Unprocessable Content", [])
    return [json.dumps({"accepted": is_right}).encode()]


for body in b'{"qty": 2}', b'{"qty": "2"}':
    environ = {"CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body)}
    parts = app(environ, lambda status, headers: print(status))
    print(b"".join(parts))
