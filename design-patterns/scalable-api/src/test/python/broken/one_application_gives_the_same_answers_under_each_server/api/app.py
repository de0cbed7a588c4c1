"""It forgets that HEAD is GET without a body."""


class App(App):
    def answer(self, environ):
        if environ["REQUEST_METHOD"] == "HEAD":
            raise Refused(405, "not for this", ("Allow", "GET, POST"))
        return super().answer(environ)
