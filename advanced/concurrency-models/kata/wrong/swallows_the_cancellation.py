# caught by: an error cancels the fetches in flight, and goes on when they have ended
# The worker takes its cancellation for an unknown price, and goes on with the next SKU.

import asyncio


async def price_or_none(fetch, sku):
    try:
        return await fetch(sku)
    except (LookupError, asyncio.CancelledError):
        return None
