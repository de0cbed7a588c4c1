"""What a correct prices does: with limits, with errors, and when it is cancelled."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator
from types import ModuleType
from typing import Any

from checking import check, expect, expect_error, main

PRICES = {"LAMP": 4999, "DESK": 12999, "RUG": 7500, "GIFT": 0, "VASE": 1999, "SOFA": 89900}
TURNS = 100  # of the loop: more than anything here needs to come to rest
MOMENT = 0.05  # seconds: how long a clean-up is held up, and prices must wait for it
SECONDS = 2  # a generous limit for what must happen


class Refused(Exception):
    pass


class Shop:
    """Its fetches end when they are told to, and it sees what is in flight."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.taken: list[str] = []
        self.in_flight: dict[str, asyncio.Future[None]] = {}
        self.disturbed: list[str] = []
        self.may_clean_up = asyncio.Event()
        self.may_clean_up.set()
        self.most = 0
        self.is_closed = False

    async def fetch(self, sku: str) -> int:
        self.asked.append(sku)
        answer = self.in_flight[sku] = asyncio.get_running_loop().create_future()
        self.most = max(self.most, len(self.in_flight))
        try:
            if not self.is_closed:
                await answer
            return PRICES[sku]
        except asyncio.CancelledError:
            await self.clean_up(sku)
            raise
        finally:
            del self.in_flight[sku]

    async def clean_up(self, sku: str) -> None:
        """Takes as long as it is held up, and then another while for each fetch."""
        try:
            await self.may_clean_up.wait()
            await come_to_rest(10 * (1 + list(self.in_flight).index(sku)))
        except asyncio.CancelledError:
            self.disturbed.append(sku)
            raise

    async def fetch_at_once(self, sku: str) -> int:
        self.asked.append(sku)
        return PRICES[sku]

    def watched(self, skus: Iterable[str]) -> Iterator[str]:
        for sku in skus:
            self.taken.append(sku)
            yield sku

    async def answer(self, *skus: str, error: Exception | None = None) -> None:
        for sku in skus:
            answer = self.in_flight.get(sku)
            if answer and not answer.done():
                answer.set_exception(error) if error else answer.set_result(None)
        await come_to_rest()

    async def answer_all(self) -> None:
        while self.in_flight:
            await self.answer(*self.in_flight)


async def come_to_rest(turns: int = TURNS) -> None:
    for _ in range(turns):
        await asyncio.sleep(0)


def tasks_left() -> int:
    return len(asyncio.all_tasks()) - 1


def played(scene: Callable[[Shop], Coroutine[Any, Any, Any]]) -> Callable[[], Any]:
    return lambda: asyncio.run(scene(Shop()))


async def begun(kata: ModuleType, shop: Shop, skus: Iterable[str], limit: int) -> asyncio.Task[Any]:
    call = asyncio.create_task(kata.prices(skus, shop.fetch, limit))
    await come_to_rest()
    return call


async def outcome(call: asyncio.Task[Any], shop: Shop) -> Any:
    """What the call gave or raised; that it still runs, if it does."""
    await asyncio.wait([call], timeout=SECONDS)
    if not call.done():
        shop.is_closed = True
        await shop.answer_all()
        return "does not return"
    if call.cancelled():
        return "CancelledError"
    return call.exception() or call.result()


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    for skus, limit, found in (
        (["LAMP", "DESK", "LAMP"], 2, {"LAMP": 4999, "DESK": 12999}),
        (["CHAIR", "DESK"], 1, {"CHAIR": None, "DESK": 12999}),
    ):
        expect(
            f"prices({skus}, fetch, limit={limit})",
            played(lambda shop, s=skus, n=limit: kata.prices(s, shop.fetch_at_once, limit=n)),
            gives=found,
        )


@check("each SKU is fetched once, and the result is in their order")
def order(kata: ModuleType) -> None:
    skus = ["SOFA", "GIFT", "SOFA", "RUG", "GIFT", "LAMP"]

    async def backwards(shop: Shop) -> Any:
        call = await begun(kata, shop, iter(skus), 6)
        for sku in "LAMP", "RUG", "GIFT", "SOFA":
            await shop.answer(sku)
        return [list((await outcome(call, shop)).items()), sorted(shop.asked), tasks_left()]

    expect(
        f"prices({skus}, fetch, 6), answered backwards: [items, what was fetched, tasks left]",
        played(backwards),
        gives=[
            [("SOFA", 89900), ("GIFT", 0), ("RUG", 7500), ("LAMP", 4999)],
            ["GIFT", "LAMP", "RUG", "SOFA"],
            0,
        ],
    )

    async def one_by_one(shop: Shop) -> Any:
        found = await kata.prices(["CHAIR", "CHAIR", "GIFT", "GIFT"], shop.fetch_at_once, 1)
        return [found, shop.asked]

    expect(
        "prices(['CHAIR', 'CHAIR', 'GIFT', 'GIFT'], fetch, 1): [result, what was fetched]",
        played(one_by_one),
        gives=[{"CHAIR": None, "GIFT": 0}, ["CHAIR", "GIFT"]],
    )
    expect("prices([], fetch, 3)", played(lambda shop: kata.prices([], shop.fetch, 3)), gives={})


@check("a limit below 1 is a ValueError")
def low_limit(kata: ModuleType) -> None:
    for limit in 0, -1:
        shop = Shop()
        what = f"prices(['LAMP'], fetch, {limit})"
        skus = shop.watched(["LAMP"])

        def call(skus: Iterator[str] = skus, n: int = limit, shop: Shop = shop) -> Any:
            return asyncio.run(kata.prices(skus, shop.fetch_at_once, n))

        expect_error(what, call, ValueError)
        expect(f"what {what} takes and fetches", lambda s=shop: [s.taken, s.asked], gives=[[], []])


@check("as many fetches are in flight as the limit allows, and no more")
def in_flight(kata: ModuleType) -> None:
    for limit, expected in (1, 1), (2, 2), (4, 4), (9, 6):

        async def scene(shop: Shop, n: int = limit) -> Any:
            call = await begun(kata, shop, list(PRICES), n)
            first = len(shop.in_flight)
            await shop.answer_all()
            return [first, shop.most, await outcome(call, shop), tasks_left()]

        expect(
            f"prices of 6 SKUs, limit {limit}: [in flight at first, at most, result, tasks left]",
            played(scene),
            gives=[expected, expected, PRICES, 0],
        )


@check("when a fetch ends, the next one begins")
def next_one(kata: ModuleType) -> None:
    async def scene(shop: Shop) -> Any:
        call = await begun(kata, shop, list(PRICES), 3)
        await shop.answer("DESK")
        then = list(shop.in_flight)
        await shop.answer_all()
        return [then, await outcome(call, shop)]

    expect(
        f"prices({list(PRICES)}, fetch, 3), DESK is answered first: [in flight then, result]",
        played(scene),
        gives=[["LAMP", "RUG", "GIFT"], PRICES],
    )


@check("a SKU is taken only while fewer fetches than the limit are in flight")
def taken(kata: ModuleType) -> None:
    async def scene(shop: Shop) -> Any:
        call = await begun(kata, shop, shop.watched(PRICES), 2)
        first = list(shop.taken)
        await shop.answer("LAMP")
        then = list(shop.taken)
        await shop.answer_all()
        return [first, then, await outcome(call, shop)]

    expect(
        "prices of 6 SKUs, limit 2: [taken at first, taken when one has ended, result]",
        played(scene),
        gives=[["LAMP", "DESK"], ["LAMP", "DESK", "RUG"], PRICES],
    )


@check("an unknown price is None, and the others go on")
def unknown(kata: ModuleType) -> None:
    for error in LookupError("sold out"), KeyError("RUG"), IndexError(0):

        async def scene(shop: Shop, raised: Exception = error) -> Any:
            call = await begun(kata, shop, ["LAMP", "RUG", "GIFT", "SOFA"], 2)
            await shop.answer("RUG", error=raised)
            then = list(shop.in_flight)
            await shop.answer("LAMP", error=raised)
            after_two = list(shop.in_flight)
            await shop.answer_all()
            return [then, after_two, await outcome(call, shop)]

        expect(
            f"prices(['LAMP', 'RUG', 'GIFT', 'SOFA'], fetch, 2), {type(error).__name__} of RUG, "
            "then of LAMP: [in flight after the first, after the second, result]",
            played(scene),
            gives=[
                ["LAMP", "GIFT"],
                ["GIFT", "SOFA"],
                {"LAMP": None, "RUG": None, "GIFT": 0, "SOFA": 89900},
            ],
        )


def when_it_ends(call: asyncio.Task[Any], shop: Shop) -> list[Any]:
    """Filled then: the fetches in flight, those disturbed as they cleaned up, how many tasks."""
    seen: list[Any] = []
    call.add_done_callback(
        lambda _: seen.extend([list(shop.in_flight), shop.disturbed, len(asyncio.all_tasks()) - 1])
    )
    return seen


async def let_them_clean_up(shop: Shop) -> None:
    """After a moment, so whoever does not wait for them has gone on by then."""
    await asyncio.sleep(MOMENT)
    shop.may_clean_up.set()


@check("an error cancels the fetches in flight, and goes on when they have ended")
def error(kata: ModuleType) -> None:
    mirrors = ExceptionGroup("both mirrors", [OSError("one"), OSError("the other")])
    for raised in Refused("no"), TimeoutError(), ValueError(), mirrors:

        async def scene(shop: Shop, error: Exception = raised) -> Any:
            call = await begun(kata, shop, shop.watched(PRICES), 3)
            seen = when_it_ends(call, shop)
            shop.may_clean_up.clear()
            await shop.answer("DESK", error=error)
            await let_them_clean_up(shop)
            given = await outcome(call, shop)
            return [given is error or given, seen, shop.asked]

        expect(
            f"prices of 6 SKUs, limit 3, DESK raises {type(raised).__name__}: [is it that one, "
            "[fetches in flight, disturbed, tasks left] when it ends, fetched]",
            played(scene),
            gives=[True, [[], [], 0], ["LAMP", "DESK", "RUG"]],
        )


@check("a cancelled call cancels its fetches, and ends when they have ended")
def cancelled(kata: ModuleType) -> None:
    async def by_cancel(shop: Shop) -> Any:
        call = await begun(kata, shop, shop.watched(PRICES), 3)
        seen = when_it_ends(call, shop)
        shop.may_clean_up.clear()
        call.cancel()
        await let_them_clean_up(shop)
        return [await outcome(call, shop), seen, shop.asked]

    async def by_timeout(shop: Shop) -> Any:
        async def limited() -> Any:
            async with asyncio.timeout(None) as limit:
                limits.append(limit)
                return await kata.prices(PRICES, shop.fetch, 3)

        limits: list[asyncio.Timeout] = []
        call = asyncio.create_task(limited())
        await come_to_rest()
        seen = when_it_ends(call, shop)
        shop.may_clean_up.clear()
        limits[0].reschedule(asyncio.get_running_loop().time())
        await let_them_clean_up(shop)
        given = await outcome(call, shop)
        return [type(given).__name__, seen, shop.asked]

    for scene, how, gives in (
        (by_cancel, "cancelled", "CancelledError"),
        (by_timeout, "out of time", "TimeoutError"),
    ):
        expect(
            f"prices of 6 SKUs, limit 3, {how}: [how it ends, "
            "[fetches in flight, disturbed, tasks left] then, fetched]",
            played(scene),
            gives=[gives, [[], [], 0], ["LAMP", "DESK", "RUG"]],
        )


if __name__ == "__main__":
    main()
