"""An OpenID provider of another make, as a council may have one: Django OAuth Toolkit, with people who
have passwords and are in groups, and the inbox as its one client, which must use PKCE.

Usage: provider.py FOLDER < WHAT, where WHAT is one line of JSON: the `port`, the client's `id` and
`secret`, the `redirect` address, and the groups of each of the `people`, whose password is `PASSWORD`.
It writes FOLDER/ready when it answers, and ends when its input does.
"""

import json
import pathlib
import socketserver
import sys
import threading
import wsgiref.simple_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.wsgi import get_wsgi_application

PASSWORD = "correct horse battery staple"
LOGIN = """<!DOCTYPE html><title>Sign in</title>
<form method="post">{% csrf_token %}{{ form.as_p }}<input type="hidden" name="next" value="{{ next }}">
<button>Sign in</button></form>"""


def main(folder, given):
    issuer = f"http://127.0.0.1:{given['port']}/o"
    configure(folder, issuer)
    fill(given)
    handler = get_wsgi_application()
    server = wsgiref.simple_server.make_server("127.0.0.1", given["port"], handler, Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (folder / "ready").write_text(issuer, encoding="utf-8")
    # The input closes when the process that started this one is gone.
    sys.stdin.read()


def configure(folder, issuer):
    settings.configure(
        SECRET_KEY="of a test",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        LOGIN_URL="/login/",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.db"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [("django.template.loaders.locmem.Loader", {"login.html": LOGIN})],
                    "context_processors": ["django.template.context_processors.request"],
                },
            }
        ],
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_ISS_ENDPOINT": issuer,
            "OIDC_RSA_PRIVATE_KEY": key(),
            "PKCE_REQUIRED": True,
            "SCOPES": {"openid": "Who you are"},
            "OAUTH2_VALIDATOR_CLASS": f"{__name__}.validator",
        },
    )
    django.setup()


def key():
    """The private key of its tokens."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    form = serialization.PrivateFormat.PKCS8
    return made.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()).decode()


def fill(given):
    from django.contrib.auth.models import Group, User
    from django.core.management import call_command
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    Application.objects.create(
        name="Inbox",
        client_id=given["id"],
        client_secret=given["secret"],
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris=given["redirect"],
        algorithm=Application.RS256_ALGORITHM,
        skip_authorization=True,
    )
    for name, groups in given["people"].items():
        person = User.objects.create_user(name, password=PASSWORD)
        person.groups.set([Group.objects.get_or_create(name=group)[0] for group in groups])


def __getattr__(name):
    """The routes, and the class that puts groups into tokens: both need the settings first."""
    if name == "urlpatterns":
        from django.contrib.auth.views import LoginView
        from django.urls import include, path

        return [
            path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
            path("login/", LoginView.as_view(template_name="login.html")),
        ]
    if name == "validator":
        from oauth2_provider.oauth2_validators import OAuth2Validator

        class Validator(OAuth2Validator):
            oidc_claim_scope = None

            def get_additional_claims(self, request):
                groups = request.user.groups.order_by("name")
                return {"council_groups": [group.name for group in groups]}

        return Validator
    raise AttributeError(name)


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True


class Quiet(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *_):
        pass


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), json.loads(sys.stdin.readline()))
