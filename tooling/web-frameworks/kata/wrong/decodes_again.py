# caught by: a name is read as UTF-8, and its escapes are not undone again
# The server has undone the escapes: 50%25 is what the client means by 50%2525.
from urllib.parse import unquote


class Desk(Desk):
    def path(self, environ):
        return unquote(super().path(environ))
