"""The stack's API, as its clients use it."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 60  # seconds


class Api:
    """A running stack, over HTTP."""

    def __init__(self, url, state):
        self.url, self.tokens = url, {}
        known = json.loads((state / "dev-credentials.json").read_text(encoding="utf-8"))["clients"]
        self.clients = {client["client_id"]: client for client in known}

    def request(self, path, body=None, **headers):
        """Sends a request."""
        request = urllib.request.Request(self.url + path, data=body)
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        return urllib.request.urlopen(request, timeout=PATIENCE)

    def get(self, path, client):
        """The JSON at a path, for a client."""
        return json.load(self.request(path, Authorization=f"Bearer {self.token(client)}"))

    def post(self, path, client, content, **headers):
        """What a client is answered for JSON."""
        body, token = json.dumps(content).encode(), self.token(client)
        headers = {"Content_Type": "application/json", "Authorization": f"Bearer {token}", **headers}
        return json.load(self.request(path, body, **headers))

    def token(self, client):
        """A token of a client."""
        if client not in self.tokens:
            secret = self.clients[client]["client_secret"]
            form = {"grant_type": "client_credentials", "client_id": client, "client_secret": secret}
            answer = self.request("/oauth2/token", urllib.parse.urlencode(form).encode())
            self.tokens[client] = json.load(answer)["access_token"]
        return self.tokens[client]

    def inbox(self, inbox):
        """Every entry of an inbox, by its only client."""
        client = next(one for one in self.clients.values() if one["hubs"] == [inbox])
        entries, cursor = [], ""
        while cursor is not None:
            page = self.get(f"/v1/inbox?limit=100{cursor}", client["client_id"])
            entries += page["entries"]
            cursor = page["next"] and f"&cursor={page['next']}"
        return entries

    def opened(self, inbox, entry):
        """An entry with all that its referrals say; with none of them if it is closed to those of the inbox."""
        client = next(one for one in self.clients.values() if one["hubs"] == [inbox])
        try:
            return self.get(f"/v1/inbox/{entry['id']}", client["client_id"])
        except urllib.error.HTTPError as refused:
            if refused.code != 403:
                raise
            return {"referrals": []}

    def inboxes(self):
        """The ids of all inboxes."""
        return [one["hubs"][0] for one in self.clients.values() if len(one["hubs"]) == 1]

    @staticmethod
    def until(asks, what):
        """Asks until there is an answer, and returns it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if answer := asks():
                return answer
            time.sleep(0.25)
        raise AssertionError(f"waited in vain for {what}")
