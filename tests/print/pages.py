# SPDX-License-Identifier: MIT
"""What the print tests share: PDFs made by loa and by a browser, and what stands in them, in millimetres."""
import atexit
import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

MM = 25.4 / 72
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"]
failed = False


def check(name, faults, todo=None):
    """Prints a line of TAP, and the first faults. What is known to be wrong (`todo`: why) fails nothing."""
    global failed
    faults = [fault for fault in faults if fault]
    print(f"{'not ok' if faults else 'ok'} - {name}{' # TODO ' + todo if todo and faults else ''}", flush=True)
    for fault in faults[:12]:
        print("#", fault)
    failed |= bool(faults) and not todo


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace", timeout=300, **options)


def typeset(loa, page, pdf):
    """Why it failed, or None."""
    done = run(loa, "typeset", page, "-o", pdf)
    return None if done.returncode == 0 else f"loa typeset {page.name}: {done.stderr[-600:]}"


class Browser:
    """One browser for all pages of a test; it is spoken to over a pipe (Chrome DevTools Protocol)."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        asks, self.out = os.pipe()
        self.back, answers = os.pipe()
        command = [*CHROMIUM, f"--user-data-dir={self.profile.name}", "--remote-debugging-pipe", "about:blank"]
        self.process = subprocess.Popen(["sh", "-c", f'exec "$@" 3<&{asks} 4>&{answers}', "sh", *command], pass_fds=(asks, answers),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(asks)
        os.close(answers)
        self.number, self.n_loaded, self.unread, self.session = 0, 0, b"", None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def receive(self):
        while b"\0" not in self.unread:
            data = os.read(self.back, 1 << 20)
            if not data:
                raise SystemExit("the browser went away")
            self.unread += data
        message, self.unread = self.unread.split(b"\0", 1)
        message = json.loads(message)
        self.n_loaded += message.get("method") == "Page.loadEventFired"
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
                return answer["result"]

    def print(self, page, pdf):
        n_loaded = self.n_loaded
        self.call("Page.navigate", url=page.resolve().as_uri())
        while self.n_loaded == n_loaded:
            self.receive()
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        pdf.write_bytes(base64.b64decode(data))

    def close(self):
        self.call("Browser.close")
        self.process.wait()
        self.profile.cleanup()


browser = None


def browse(page, pdf):
    """The PDF a browser prints of the page."""
    global browser
    if browser is None:
        browser = Browser()
        atexit.register(browser.close)
    browser.print(page, pdf)


class Word:
    """A word of a page; lengths in mm from the top left corner."""

    def __init__(self, page, element):
        self.page = page
        self.left, self.top, self.right, self.bottom = (float(element.get(key)) * MM for key in ("xMin", "yMin", "xMax", "yMax"))
        self.text = unicodedata.normalize("NFC", element.text or "")

    def __repr__(self):
        return f"“{self.text}” (page {self.page}, {self.left:.1f}, {self.top:.1f})"


def words(pdf):
    """The words of a PDF in the order in which they are written."""
    text = run("pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-").stdout
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
    text = re.sub(r"<!DOCTYPE[^>]*>|<meta[^>]*/>", "", text).replace("&nbsp;", " ")
    root = ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", text, count=1))
    return [Word(number, word) for number, page in enumerate(root.iter("page"), 1) for word in page.iter("word")]


def page_sizes(pdf):
    text = run("pdfinfo", "-f", "1", "-l", "9999", pdf).stdout
    return [(float(width) * MM, float(height) * MM) for width, height in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", text)]


class Line:
    """A line of words of one font; its size in points, the rest in mm."""

    def __init__(self, page, element, font, words):
        left, right = place(element)[::2]
        self.page = page
        self.text = " ".join(unicodedata.normalize("NFC", "".join(element.itertext())).split())
        # Words know better where they are, but one may go on in another font.
        self.left, self.right = (max(min(word.left for word in words), left - 0.3), min(max(word.right for word in words), right + 0.3))
        self.top, self.bottom = min(word.top for word in words), max(word.bottom for word in words)
        self.size, self.family, self.colour = int(font.get("size")) / ZOOM, font.get("family"), font.get("color")
        self.is_bold, self.is_italic = (next(element.iter(tag), None) is not None for tag in "bi")

    @property
    def middle(self):
        return (self.left + self.right) / 2

    @property
    def baseline(self):
        """Of Liberation Serif and Times New Roman, whose boxes reach 0.216 em below it."""
        return self.bottom - 0.216 * self.size * MM

    def __repr__(self):
        style = "bold " * self.is_bold + "italic " * self.is_italic
        return f"“{self.text}” ({style}{self.size:g} pt, page {self.page}, {self.left:.1f}, {self.top:.1f})"


ZOOM = 3  # pdftohtml rounds sizes and places to its pixels


def place(element):
    left, top, width, height = (int(element.get(key)) * MM / ZOOM for key in ("left", "top", "width", "height"))
    return left, top, left + width, top + height


def is_in(element, word):
    left, top, right, bottom = place(element)
    overlap = min(right, word.right) - max(left, word.left)
    return overlap > 0.2 and top < (word.top + word.bottom) / 2 < bottom and word.bottom - word.top < bottom - top + 1


def lines(pdf):
    """The lines of a PDF with their fonts, without what stands at an angle."""
    text = run("pdftohtml", "-xml", "-i", "-zoom", ZOOM, "-stdout", pdf).stdout
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text))
    fonts, found, all_words = {}, [], words(pdf)
    for page in root.iter("page"):
        number = int(page.get("number"))
        fonts.update({font.get("id"): font for font in page.iter("fontspec")})
        here = [word for word in all_words if word.page == number]
        for element in page.iter("text"):
            inside = [word for word in here if is_in(element, word)]
            if inside:
                found.append(Line(number, element, fonts[element.get("font")], inside))
    return found


def rules(pdf, page=1, dpi=300, shortest=8, bottom=2000):
    """Horizontal strokes of at least `shortest` mm, as (left, y, right), down to `bottom`."""
    area = ["-x", "0", "-y", "0", "-W", "30000", "-H", str(round(bottom / 25.4 * dpi))]
    done = subprocess.run(["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), *area, "-gray", pdf], capture_output=True, check=True)
    _, size, _, dots = done.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    found = []
    for y in range(height):
        for run_ in re.finditer(rb"[\x00-\x60]{%d,}" % (shortest / 25.4 * dpi), dots[y * width:(y + 1) * width]):
            left, right = run_.start() / dpi * 25.4, run_.end() / dpi * 25.4
            if not any(abs(left - other[0]) < 0.3 and abs(y / dpi * 25.4 - other[1]) < 1 for other in found):
                found.append((left, y / dpi * 25.4, right))
    return found


# --- for the print shop ---

def objects_of(path):
    return json.loads(run("qpdf", "--json=2", path).stdout)["qpdf"][1]


def boxes_of(path):
    """Of the first page, in mm."""
    objects = objects_of(path)
    page = next(value["value"] for value in objects.values() if isinstance(value.get("value"), dict) and value["value"].get("/Type") == "/Page")
    return {key[1:-3]: [edge * MM for edge in page[key]] for key in ("/MediaBox", "/TrimBox", "/BleedBox") if key in page}


def size_of(box):
    return box[2] - box[0], box[3] - box[1]


def is_size(box, wanted, off=0.2):
    return all(abs(one - other) < off for one, other in zip(size_of(box), wanted))


def mark_lines(path, boxes):
    """Crop marks: horizontal strokes on the line of the cut, which begin outside of the bleed."""
    x, y = boxes["Trim"][0] - boxes["Media"][0], boxes["Media"][3] - boxes["Trim"][3]
    return [rule for rule in rules(path, shortest=2, bottom=20) if abs(rule[1] - y) < 0.4 and rule[0] < x - 4]


def operators_of(path):
    text = run("qpdf", "--qdf", "--object-streams=disable", path, "-").stdout
    streams = re.findall(r"stream\n(.*?)\nendstream", text, re.S)
    return set(re.findall(r"(?<=[\d.] )(rg|RG|k|K|g|G)$", "\n".join(stream for stream in streams if "BDC" in stream), re.M))
