# The body is read in pieces, and the answer goes out in several parts.


class Desk(Desk):
    def body(self, environ):
        left, pieces = int(environ.get("CONTENT_LENGTH") or 0), []
        while left:
            piece = environ["wsgi.input"].read(min(left, 8))
            left -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def __call__(self, environ, start_response):
        (body,) = super().__call__(environ, start_response)
        return (body[at : at + 10] for at in range(0, len(body), 10))
