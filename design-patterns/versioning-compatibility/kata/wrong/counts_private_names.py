# caught by: functions whose names begin with an underscore do not count
# The underscore says: this may go at any time.


def public(library):
    return library
