# SPDX-License-Identifier: MIT
"""What the print tests share: PDFs made by loa and by a browser, and what stands in them, in millimetres."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

MM = 25.4 / 72
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer"]
failed = False


def check(name, faults):
    """Prints a line of TAP, and the first faults."""
    global failed
    faults = [fault for fault in faults if fault]
    print(f"{'not ok' if faults else 'ok'} - {name}", flush=True)
    for fault in faults[:12]:
        print("#", fault)
    failed |= bool(faults)


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace", timeout=300, **options)


def typeset(loa, page, pdf):
    """Why it failed, or None."""
    done = run(loa, "typeset", page, "-o", pdf)
    return None if done.returncode == 0 else f"loa typeset {page.name}: {done.stderr[-600:]}"


def browse(page, pdf):
    """The PDF a browser prints of the page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        run(*CHROMIUM, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", page.resolve().as_uri())


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
