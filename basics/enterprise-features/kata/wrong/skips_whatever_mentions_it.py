# caught by: what only the type checker sees does not count, and all else does
# `if not TYPE_CHECKING:` is the opposite, and `TYPE_CHECKING or DEBUG` may be true at run time.


class MentionsIt:
    def __contains__(self, test):
        return "TYPE_CHECKING" in test


ONLY_CHECKED = MentionsIt()
