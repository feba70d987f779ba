"""A small OpenID Connect server on the loopback address, with knobs to make it lie."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from core import clock

CLIENT_ID, SECRET = "zanjan-portal", "word-of-the-portal"


def new_key() -> rsa.RSAPrivateKey:
    """A key to sign with."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class IdentityProvider:
    """`person` are the claims of who sits before the browser; `changes` are put over them in the signed token.

    `key` signs, `published` is the key others read; `userinfo` answers at its address; `refuses` is sent back instead of
    a code; `asked` are the parameters of the last visit, `redeemed` the forms posted for a token.
    """

    person: dict[str, Any] = field(default_factory=dict)
    changes: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    configuration: dict[str, Any] = field(default_factory=dict)
    algorithm: str = "RS256"
    refuses: str = ""
    down: bool = False
    key: Any = field(default_factory=new_key)
    asked: dict[str, str] = field(default_factory=dict)
    redeemed: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    url: str = ""

    def __post_init__(self) -> None:
        self.published = self.key

    def answer(self, path: str, query: dict[str, str], form: dict[str, str], authorization: str) -> tuple[int, Any]:
        """Status, and what is sent: JSON, or an address to go to."""
        if self.down:
            return 503, {}
        if path == "/.well-known/openid-configuration":
            return 200, self.discovery()
        if path == "/authorize":
            return 302, self.authorize(query)
        if path == "/token":
            return self.token(form, authorization)
        if path == "/keys":
            public = jwt.algorithms.RSAAlgorithm.to_jwk(self.published.public_key(), as_dict=True)
            return 200, {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}
        if path == "/userinfo" and authorization.removeprefix("Bearer ") in self.tokens:
            return 200, self.userinfo
        return 404, {}

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            **self.configuration,
        }

    def authorize(self, query: dict[str, str]) -> str:
        self.asked = query
        back = {"state": query.get("state", "")}
        if self.refuses:
            back["error"] = self.refuses
        else:
            back["code"] = secrets.token_urlsafe(12)
            self.codes[back["code"]] = query
        return f"{query['redirect_uri']}?{urlencode(back)}"

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, Any]:
        self.redeemed.append(form)
        asked = self.codes.pop(form.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT_ID}:{SECRET}".encode()).decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if (
            asked is None
            or authorization != f"Basic {basic}"
            or challenge.rstrip(b"=").decode() != asked.get("code_challenge")
            or form.get("redirect_uri") != asked["redirect_uri"]
        ):
            return 400, {"error": "invalid_grant"}
        access = secrets.token_urlsafe(12)
        self.tokens.add(access)
        return 200, {"access_token": access, "token_type": "Bearer", "id_token": self.id_token(asked)}

    def id_token(self, asked: dict[str, str]) -> str:
        now = int(clock.now().timestamp())
        claims = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": asked.get("nonce"),
            **({"auth_time": now} if asked.get("max_age") == "0" else {}),
            **self.person,
            **self.changes,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        key = {"none": None, "HS256": SECRET}.get(self.algorithm, self.key)
        return jwt.encode(claims, key, algorithm=self.algorithm, headers={"kid": "one"})


class Served:
    """`with Served() as provider:` runs it on a port of the loopback address."""

    def __enter__(self) -> IdentityProvider:
        provider = IdentityProvider()

        class Handler(BaseHTTPRequestHandler):
            def _serve(self) -> None:
                split = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(split.query).items()}
                length = int(self.headers.get("Content-Length") or 0)
                form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
                status, sent = provider.answer(split.path, query, form, self.headers.get("Authorization", ""))
                self.send_response(status)
                if isinstance(sent, str):
                    self.send_header("Location", sent)
                    sent = {}
                body = json.dumps(sent).encode()
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = _serve

            def log_message(self, *args: Any) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        provider.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=partial(self.server.serve_forever, poll_interval=0.01), daemon=True)
        self.thread.start()
        return provider

    def __exit__(self, *args: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
