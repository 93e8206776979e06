"""The place where every host but the stack's own is: an everyday page, whoever is asked for."""

import http.server
import ssl
import threading

PAGE = b'<!DOCTYPE html><html lang="en"><title>Elsewhere</title><p id="elsewhere">Sunny spells.</p>'


class Elsewhere(http.server.ThreadingHTTPServer):
    """An https server for all of the internet. It keeps the addresses that it was asked for."""

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), Answering)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.asked, self.port = [], self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """A browser tries connections that it does not use."""


class Answering(http.server.BaseHTTPRequestHandler):
    """An answer to anything."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """The page."""
        self.server.asked.append(f"https://{self.headers.get('host', '')}{self.path}")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_):
        """Nothing is printed."""
