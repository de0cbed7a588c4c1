# An exception stays in the contract when nobody needs it any more, and lets the next violation in.

EXCEPTION += '\nunmatched_ignore_imports_alerting = "none"'
