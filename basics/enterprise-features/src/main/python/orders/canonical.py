"""One spelling of a quote: the same bytes wherever it was computed."""

import json


def canonical(quote: dict[str, object]) -> str:
    return json.dumps(quote, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
