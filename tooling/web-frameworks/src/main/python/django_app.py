"""The order desk on Django, in one file: its ORM, admin and accounts are turned off."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import django
from desk import MOST_BYTES, PROBLEM, SECRET, Invalid, desk, parse
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.exceptions import RequestDataTooBig
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path, reverse
from django.views.decorators.http import require_GET, require_POST


@require_POST
def place(request: HttpRequest) -> HttpResponse:
    try:
        order = desk.place(*parse(json.loads(request.body)))
    except Invalid:
        return HttpResponse(status=422)
    except ValueError:
        return HttpResponse(status=400)
    except RequestDataTooBig:
        return HttpResponse(status=413)
    where = reverse("find", args=[order["number"]])
    return JsonResponse(order, status=201, headers={"Location": where})


@require_GET
def find(request: HttpRequest, number: int) -> HttpResponse:
    order = desk.find(number)
    if order is None:
        raise Http404
    return JsonResponse(order)


@require_GET
def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(SECRET)


def problems(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    def middleware(request: HttpRequest) -> Any:
        response = get_response(request)
        if response.status_code >= 400:
            response.content = json.dumps({"status": response.status_code})
            response.headers["Content-Type"] = PROBLEM
        return response

    return middleware


urlpatterns = [
    path("orders", place),
    path("orders/<int:number>", find, name="find"),
    path("broken", broken),
]

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATA_UPLOAD_MAX_MEMORY_SIZE=MOST_BYTES,
        MIDDLEWARE=[f"{__name__}.problems"],
        ROOT_URLCONF=__name__,
    )
    django.setup()

app = get_wsgi_application()
asgi = get_asgi_application()


if __name__ == "__main__":
    from driving import shown

    shown("django_app")
