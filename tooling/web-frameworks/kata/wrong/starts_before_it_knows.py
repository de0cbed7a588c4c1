# caught by: start_response is called once, before the application returns, with texts
# 200 is announced, then something else. A second call needs exc_info; servers raise without it.


class Desk(Desk):
    def __call__(self, environ, start_response):
        start_response("200 OK", [("Content-Type", "application/json")])
        return super().__call__(environ, start_response)
