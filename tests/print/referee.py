# SPDX-License-Identifier: MIT
"""Holds a page of ours against the same page printed by a browser: the same words on the same lines, within a millimetre, and the
same ink."""
import re

import pages

TOLERANCE = 1.0  # mm
DPI = 72
# Shares of inked pixels that may stand alone, on either side: a letter's edge, half a rule.
STRAY = 0.01


# A browser draws the bullets of lists as discs, squares and circles, not as letters.
BULLETS = {"•", "◦", "▪"}


def upright(words):
    """Without what stands at an angle: pdftotext cuts it into words as it likes. Ink tells where it is."""
    heights = sorted(word.bottom - word.top for word in words) or [0]
    usual = heights[len(heights) // 4]
    return [word for word in words if word.text not in BULLETS and word.bottom - word.top < 2.5 * usual]


def compare_words(ours, theirs):
    if [word.text for word in ours] != [word.text for word in theirs]:
        mine, other = sorted(word.text for word in ours), sorted(word.text for word in theirs)
        if mine != other:
            yield f"other words: only ours {sorted(set(mine) - set(other))[:8]}, only the browser's {sorted(set(other) - set(mine))[:8]}"
            return
        key = lambda word: (word.page, word.text, round(word.top), word.left)
        ours, theirs = sorted(ours, key=key), sorted(theirs, key=key)
    for mine, other in zip(ours, theirs):
        x, y = mine.left - other.left, (mine.top + mine.bottom - other.top - other.bottom) / 2
        if mine.page != other.page or abs(x) > TOLERANCE or abs(y) > TOLERANCE:
            yield f"{mine}: the browser has it on page {other.page}, {x:+.2f} mm to the left, {y:+.2f} mm higher"


def pixels(pdf, page, folder):
    """Width and the rows of a page: True where there is ink."""
    stem = folder / f"{pdf.stem}-{page}"
    pages.run("pdftoppm", "-gray", "-r", DPI, "-f", page, "-l", page, "-singlefile", pdf, stem)
    raw = stem.with_suffix(".pgm").read_bytes()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
    width, height = int(head[1]), int(head[2])
    body = raw[head.end():]
    return width, [[value < 200 for value in body[row * width:(row + 1) * width]] for row in range(height)]


def grow(rows, width, steps):
    """Ink spread by a millimetre."""
    for _ in range(steps):
        wide = [[row[x] or (x > 0 and row[x - 1]) or (x + 1 < width and row[x + 1]) for x in range(width)] for row in rows]
        rows = [[any(wide[other][x] for other in (y - 1, y, y + 1) if 0 <= other < len(wide)) for x in range(width)]
                for y in range(len(wide))]
    return rows


def compare_ink(ours, theirs, n_pages, folder):
    steps = round(TOLERANCE * DPI / 25.4)
    for page in range(1, n_pages + 1):
        width, mine = pixels(ours, page, folder)
        other_width, other = pixels(theirs, page, folder)
        if abs(width - other_width) > 1 or abs(len(mine) - len(other)) > 1:
            yield f"page {page} is of another size"
            continue
        width, height = min(width, other_width), min(len(mine), len(other))
        mine, other = ([row[:width] for row in rows[:height]] for rows in (mine, other))
        ink = max(sum(map(sum, mine)), sum(map(sum, other)), 1)
        for name, one, wide in (("ours", mine, grow(other, width, steps)), ("the browser's", other, grow(mine, width, steps))):
            alone = [(x, y) for y in range(len(one)) for x in range(width) if one[y][x] and not wide[y][x]]
            if len(alone) > STRAY * ink + 2:
                x, y = alone[0]
                yield (f"page {page}: {len(alone)} of {ink} pixels are ink in {name} alone, the first at "
                       f"{x * 25.4 / DPI:.0f}, {y * 25.4 / DPI:.0f} mm")


def check(loa, page, folder, name=None, known=()):
    """`known`: words in a fault that is expected, with its reason in the caller."""
    name = name or page.stem
    ours, theirs = folder / f"{name}-loa.pdf".replace("/", "-"), folder / f"{name}-browser.pdf".replace("/", "-")
    fault = pages.typeset(loa, page, ours)
    if fault:
        pages.check(f"{name}: as in a browser", [fault])
        return
    pages.browse(page, theirs)
    sizes, other_sizes = pages.page_sizes(ours), pages.page_sizes(theirs)
    faults = []
    if len(sizes) != len(other_sizes):
        faults.append(f"{len(sizes)} pages, the browser makes {len(other_sizes)}")
    else:
        faults += compare_words(upright(pages.words(ours)), upright(pages.words(theirs)))
        faults += compare_ink(ours, theirs, len(sizes), folder)
    faults = [fault for fault in faults if not any(word in fault for word in known)]
    pages.check(f"{name}: words and ink as in a browser, within {TOLERANCE:.0f} mm", faults)
