# SPDX-License-Identifier: MIT
"""A desk that is served, and a browser to look at it (Chrome DevTools Protocol, over a pipe)."""
import base64
import fcntl
import http.client
import json
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.parse

ENGLISH = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "XDG_CACHE_HOME": tempfile.mkdtemp(prefix="loa-cache-")}
CHROMIUM = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def text(self):
        return self.body.decode(errors="replace")

    def json(self):
        return json.loads(self.body)


class Desk:
    """`loa serve` on a site; it ends with the block it is used in."""

    def __init__(self, loa, site, *options, env=None):
        self.process = subprocess.Popen([loa, "serve", *options, site], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True, env={**ENGLISH, **(env or {})})
        self.address = self.process.stdout.readline().strip()
        if not self.address:
            raise SystemExit("loa serve did not start: " + self.process.stderr.read())
        self.host = urllib.parse.urlsplit(self.address).netloc
        self.cookie = self.site = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self, signal=15):
        if self.process.poll() is None:
            self.process.send_signal(signal)
        self.said = self.process.communicate(timeout=20)[1]
        return self.process.returncode

    def fresh(self):
        """An address that nobody has used."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def ask(self, path, method="GET", host=None, headers=None, port=None):
        connection = http.client.HTTPConnection(host or self.host, timeout=30)
        connection.request(method, path, headers=headers or {})
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def enter(self):
        answer = self.ask(urllib.parse.urlsplit(self.fresh()).path)
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        page = self.get("/").text
        data = json.loads(page.split('id="data">')[1].split("</script>")[0])
        self.site = urllib.parse.urlsplit(data["site"])
        return self

    def get(self, path, **headers):
        return self.ask(path, headers={"Cookie": self.cookie, **headers})

    def json(self, name, **values):
        return self.get(f"/{name}.json?{urllib.parse.urlencode(values, quote_via=urllib.parse.quote)}").json()

    def page(self, path, **headers):
        """From the door of the site."""
        return self.ask(self.site.path + path, host=self.site.netloc, headers=headers)

    def settled(self, seconds=60):
        """The list of what is wrong, once all was gone through."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            problems = self.json("problems")
            if problems["done"] >= problems["total"]:
                return problems
            time.sleep(0.1)
        raise SystemExit("the list of problems is never whole")

    def memory(self):
        """MB that are its own."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


def high_pipe():
    """Out of the way of 3 and 4, which the browser wants."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 20) for end in ends)
    for end in ends:
        os.close(end)
    return high


class Browser:
    def __init__(self, width=1280, height=900):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        asks, self.out = high_pipe()
        self.back, answers = high_pipe()
        command = [*CHROMIUM, f"--user-data-dir={self.profile.name}", "--remote-debugging-pipe", "about:blank"]
        self.process = subprocess.Popen(command, pass_fds=(3, 4), preexec_fn=lambda: (os.dup2(asks, 3), os.dup2(answers, 4)),
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(asks)
        os.close(answers)
        self.number, self.unread, self.session, self.said = 0, b"", None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    def receive(self):
        while b"\0" not in self.unread:
            data = os.read(self.back, 1 << 20)
            if not data:
                raise SystemExit("the browser went away")
            self.unread += data
        message, self.unread = self.unread.split(b"\0", 1)
        message = json.loads(message)
        if message.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.said.append(json.dumps(message["params"], ensure_ascii=False)[:500])
        return message

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                return answer.get("result", answer)

    def open(self, address):
        self.call("Page.navigate", url=address)

    def ask(self, script):
        return self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True).get("result", {}).get("value")

    def wait(self, script, seconds=20):
        """Until the script is true; FALSE when it never is."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.ask(script):
                return True
            time.sleep(0.05)
        return False

    def picture(self, path):
        pathlib.Path(path).write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()
