# caught by: the body is read to its end and no further, and not at all if there is none
# The end of a connection that stays open does not come: a worker is lost.


class Desk(Desk):
    def body(self, environ):
        return environ["wsgi.input"].read()
