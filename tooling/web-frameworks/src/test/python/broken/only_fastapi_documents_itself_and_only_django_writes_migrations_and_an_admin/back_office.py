"""Nobody has registered the model with the admin."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.urls import path

CONTRIB = [f"django.contrib.{name}" for name in ("contenttypes", "auth", "sessions", "messages")]

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[*CONTRIB, "django.contrib.admin", "shop"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        ROOT_URLCONF=__name__,
        SECRET_KEY="of a test",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
    )
    django.setup()

from django.contrib import admin  # noqa: E402
from shop.models import Order  # noqa: E402

admin.site.unregister(Order)

urlpatterns = [path("admin/", admin.site.urls)]


def middleware() -> int:
    """How many layers `django-admin startproject` switches on."""
    template = Path(django.__file__).parent / "conf/project_template/project_name/settings.py-tpl"
    return template.read_text(encoding="utf-8").count("Middleware',")


def migrations() -> str:
    """What `manage.py makemigrations` would write."""
    out = io.StringIO()
    call_command("makemigrations", "shop", dry_run=True, verbosity=3, stdout=out)
    return out.getvalue()


def pages() -> dict[str, Any]:
    """Statuses of the order's pages in the admin: for anybody, and for a member of staff."""
    from django.contrib.auth.models import User
    from django.test import Client
    from shop.models import Order

    call_command("migrate", run_syncdb=True, verbosity=0)
    client = Client()
    anybody = client.get("/admin/shop/order/")
    client.force_login(User.objects.create_superuser("Ada"))
    added = client.post("/admin/shop/order/add/", {"sku": "LAMP", "qty": 2})
    refused = client.post("/admin/shop/order/add/", {"sku": "LAMP", "qty": "two"})
    answers = [
        client.get(f"/admin/shop/order/{page}").status_code
        for page in ("", "add/", *(f"1/{each}/" for each in ("change", "history", "delete")))
    ]
    return {
        "anybody": [anybody.status_code, anybody.headers["Location"].partition("?")[0]],
        "added": [added.status_code, list(Order.objects.values_list("sku", "qty"))],
        "refused": [refused.status_code, "Enter a whole number" in refused.content.decode()],
        "staff": answers,
    }


if __name__ == "__main__":
    print(middleware(), "layers of middleware", migrations())
    print(pages(), file=sys.stdout)
