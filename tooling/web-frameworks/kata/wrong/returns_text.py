# caught by: every answer is bytes, with their number and their type
# A text has no bytes before it is encoded; gunicorn raises TypeError.


class Desk(Desk):
    def __call__(self, environ, start_response):
        return [part.decode() for part in super().__call__(environ, start_response)]
