# caught by: another method is 405 and says what is allowed, also where no such order is
# Path and method are looked up together, so a wrong method looks like a wrong path.


class Desk(Desk):
    def not_allowed(self, method):
        return Refused(404)
