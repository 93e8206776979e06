"""An OpenID Connect issuer as a council has one: https with a certificate of its own authority, and
tokens by client credentials and by the code of somebody who signs in (RFC 6749, 4.4 and 4.1), signed
with RS256 (RFC 7518). Anybody who asks may be the worker of any inbox.

The clients are those in FOLDER/dev-credentials.json. FOLDER/issuer.json says where it answers, by
https and for the tests themselves by http; FOLDER/issuer-ca.pem is the authority to trust.
"""

import base64
import datetime
import hashlib
import hmac
import html
import http.server
import ipaddress
import json
import os
import pathlib
import secrets
import ssl
import sys
import threading
import time
import urllib.parse
import uuid

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUDIENCE = "hubward"
LIFETIME = 3600
SCOPES = {"hub": "inbox:read inbox:write"}
PARTNER = "referrals:write referrals:read"
PEM = serialization.Encoding.PEM


def main(folder):
    clients = json.loads((folder / "dev-credentials.json").read_text())["clients"]
    secure, plain = server(), server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate(folder))
    secure.socket = context.wrap_socket(secure.socket, server_side=True)
    url = f"https://localhost:{secure.server_port}"
    issuer = Issuer(url, clients)
    for one in (secure, plain):
        one.issuer = issuer
        threading.Thread(target=one.serve_forever, daemon=True).start()
    where = {"url": url, "plain": f"http://127.0.0.1:{plain.server_port}"}
    unfinished = folder / "issuer.new"
    unfinished.write_text(json.dumps(where))
    unfinished.rename(folder / "issuer.json")
    # The input closes when the process that started this one is gone.
    sys.stdin.read()
    os._exit(0)


def server():
    return http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)


class Issuer:
    def __init__(self, url, clients):
        self.url, self.clients = url, clients
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.codes = {}

    def document(self):
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/oauth2/authorize",
            "token_endpoint": f"{self.url}/oauth2/token",
            "jwks_uri": f"{self.url}/.well-known/jwks.json",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def code(self, form):
        """The address to which somebody who signed in is sent back."""
        code = secrets.token_urlsafe(16)
        self.codes[code] = form
        return f"{form['redirect_uri']}?" + urllib.parse.urlencode({"code": code, "state": form["state"]})

    def id_token(self, form):
        """The answer to somebody who brings a code, and the secret whose hash came with the request."""
        asked = self.codes.pop(form.get("code"), None)
        digest = encoded(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if not asked or asked["code_challenge"] != digest or asked["client_id"] != form["client_id"]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        person = asked["person"]
        claims = {
            "iss": self.url,
            "aud": form["client_id"],
            "sub": person,
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + LIFETIME,
            "groups": [person],
        }
        return 200, {"access_token": "none", "token_type": "Bearer", "id_token": self.signed(claims)}

    def keys(self):
        numbers = self.key.public_key().public_numbers()
        named = {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "1"}
        part = lambda value: encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))
        return {"keys": [{**named, "n": part(numbers.n), "e": part(numbers.e)}]}

    def token(self, form):
        """The status and the body of an answer to a request for a token."""
        secret = form.get("client_secret", "").encode()
        same = lambda one: hmac.compare_digest(one["client_secret"].encode(), secret)
        found = [one for one in self.clients if one["client_id"] == form.get("client_id")]
        if not found or not same(found[0]):
            return 401, {"error": "invalid_client"}
        if form.get("grant_type") == "authorization_code":
            return self.id_token(form)
        if form.get("grant_type") != "client_credentials":
            return 400, {"error": "unsupported_grant_type"}
        return 200, {
            "access_token": self.signed(self.claims(found[0], form)),
            "token_type": "Bearer",
            "expires_in": LIFETIME,
        }

    def claims(self, client, form):
        now = int(time.time())
        return {
            "iss": self.url,
            "aud": AUDIENCE,
            "sub": form.get("sub", client["client_id"]),
            "client_id": client["client_id"],
            "iat": now,
            "exp": now + LIFETIME,
            "jti": str(uuid.uuid4()),
            "scope": SCOPES.get(client["kind"], PARTNER),
            "kind": client["kind"],
            "hubs": client["hubs"],
            "referrer_kinds": client["referrer_kinds"],
        }

    def signed(self, claims):
        header = {"alg": "RS256", "typ": "JWT", "kid": "1"}
        text = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims))
        signature = self.key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{text}.{encoded(signature)}"


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/.well-known/jwks.json":
            return self.answer(200, self.server.issuer.keys())
        if path == "/.well-known/openid-configuration":
            return self.answer(200, self.server.issuer.document())
        if path == "/oauth2/authorize":
            return self.page(urllib.parse.parse_qsl(query))
        self.answer(404, {})

    def do_POST(self):
        length = int(self.headers.get("content-length", 0))
        form = dict(urllib.parse.parse_qsl(self.rfile.read(length).decode()))
        if self.path == "/oauth2/authorize":
            self.send_response(303)
            self.send_header("location", self.server.issuer.code(form))
            self.send_header("content-length", "0")
            return self.end_headers()
        if "authorization" in self.headers:
            basic = base64.b64decode(self.headers["authorization"].split(" ", 1)[1]).decode()
            named = [urllib.parse.unquote_plus(part) for part in basic.split(":", 1)]
            form["client_id"], form["client_secret"] = named
        self.answer(*self.server.issuer.token(form))

    def page(self, asked):
        """The page on which somebody says who they are."""
        hidden = [
            f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
            for name, value in asked
        ]
        form = f'<form method="post" action="/oauth2/authorize">{"".join(hidden)}<input name="person"></form>'
        self.send(200, "text/html", f"<!DOCTYPE html><title>Sign in</title>{form}".encode())

    def answer(self, status, body):
        self.send(status, "application/json", json.dumps(body).encode())

    def send(self, status, kind, text):
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


def certificate(folder):
    """The files of a certificate for this machine and of its key, by an authority made for it."""
    authority, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of a test")])
    here = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    ca = made(root, root, authority.public_key(), authority, x509.BasicConstraints(True, None))
    leaf = made(
        here, root, own.public_key(), authority,
        x509.SubjectAlternativeName(names),
        x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]),
    )
    secret = own.private_bytes(
        PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "issuer-ca.pem").write_bytes(ca.public_bytes(PEM))
    chain, key = folder / "issuer-tls.pem", folder / "issuer-tls-key.pem"
    chain.write_bytes(leaf.public_bytes(PEM))
    key.write_bytes(secret)
    return chain, key


def made(subject, issuer, key, signer, *extensions):
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(signer, hashes.SHA256())


def encoded(value):
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
