# SPDX-License-Identifier: MIT
"""Holds a page of ours against the same page printed by a browser: the same words on the same lines, within a millimetre, and the
same ink."""
import math
import re

import pages

TOLERANCE = 1.0  # mm
DPI = 72
# Shares of inked pixels that may stand alone, on either side: a letter's edge, half a rule.
STRAY = 0.01
INK = bytes(48 + (value < 200) for value in range(256))  # to "1" and "0"


# A browser draws the bullets of lists as discs, squares and circles, not as letters.
BULLETS = {"•", "◦", "▪"}


def upright(words):
    """Without what stands at an angle: pdftotext cuts it into words as it likes. Ink tells where it is."""
    heights = sorted(word.bottom - word.top for word in words) or [0]
    usual = heights[len(heights) // 4]
    return [word for word in words if word.text not in BULLETS and word.bottom - word.top < 3.2 * usual]


def nearest(ours, theirs):
    """For each word of ours the same word of theirs that is closest to it, and not yet taken."""
    left = {}
    for word in theirs:
        left.setdefault(word.text, []).append(word)
    for word in ours:
        same = left[word.text]
        yield same.pop(min(range(len(same)), key=lambda i: (same[i].page != word.page, math.dist((same[i].left, same[i].top), (word.left, word.top)))))


def compare_words(ours, theirs):
    if [word.text for word in ours] != [word.text for word in theirs]:
        mine, other = sorted(word.text for word in ours), sorted(word.text for word in theirs)
        if mine != other:
            yield f"other words: only ours {sorted(set(mine) - set(other))[:8]}, only the browser's {sorted(set(other) - set(mine))[:8]}"
            return
        theirs = [*nearest(ours, theirs)]
    for mine, other in zip(ours, theirs):
        x, y = mine.left - other.left, (mine.top + mine.bottom - other.top - other.bottom) / 2
        if mine.page != other.page or abs(x) > TOLERANCE or abs(y) > TOLERANCE:
            yield f"{mine}: the browser has it on page {other.page}, {x:+.2f} mm to the left, {y:+.2f} mm higher"


def pixels(pdf, page, folder):
    """Width and the rows of a page, each a number with a bit for each pixel that has ink, the leftmost the highest."""
    stem = folder / f"{pdf.stem}-{page}"
    pages.run("pdftoppm", "-gray", "-r", DPI, "-f", page, "-l", page, "-singlefile", pdf, stem)
    raw = stem.with_suffix(".pgm").read_bytes()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
    width, height = int(head[1]), int(head[2])
    bits = raw[head.end():].translate(INK)
    return width, [int(bits[row * width:(row + 1) * width], 2) for row in range(height)]


def grow(rows, steps):
    """Ink spread by a millimetre."""
    for _ in range(steps):
        wide = [0, *(row | row << 1 | row >> 1 for row in rows), 0]
        rows = [above | row | below for above, row, below in zip(wide, wide[1:], wide[2:])]
    return rows


def between(rows, top, bottom):
    return [row if top <= y * 25.4 / DPI < bottom else 0 for y, row in enumerate(rows)]


def compare_ink(ours, theirs, n_pages, folder, top, bottom):
    steps = round(TOLERANCE * DPI / 25.4)
    for page in range(1, n_pages + 1):
        width, mine = pixels(ours, page, folder)
        other_width, other = pixels(theirs, page, folder)
        if abs(width - other_width) > 1 or abs(len(mine) - len(other)) > 1:
            yield f"page {page} is of another size"
            continue
        # Rows end on the right; what one page is wider by goes there.
        least, height = min(width, other_width), min(len(mine), len(other))
        mine, other = (between([row >> wide - least for row in rows[:height]], top, bottom)
                       for rows, wide in ((mine, width), (other, other_width)))
        ink = max(*(sum(bin(row).count("1") for row in rows) for rows in (mine, other)), 1)
        for name, one, wide in (("ours", mine, grow(other, steps)), ("the browser's", other, grow(mine, steps))):
            alone = [row & ~around for row, around in zip(one, wide)]
            n_alone = sum(bin(row).count("1") for row in alone)
            if n_alone > STRAY * ink + 2:
                y = next(y for y, row in enumerate(alone) if row)
                x = least - alone[y].bit_length()
                yield (f"page {page}: {n_alone} of {ink} pixels are ink in {name} alone, the first at "
                       f"{x * 25.4 / DPI:.0f}, {y * 25.4 / DPI:.0f} mm")


def check(loa, page, folder, name=None, known=(), top=0, bottom=9999, todo=None):
    """`known`: words in a fault that is expected, with its reason in the caller. What stands above `top` and below `bottom` (mm) is not
    looked at."""
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
        words = ([word for word in upright(pages.words(pdf)) if top <= word.top < bottom] for pdf in (ours, theirs))
        faults += compare_words(*words)
        faults += compare_ink(ours, theirs, len(sizes), folder, top, bottom)
    faults = [fault for fault in faults if not any(word in fault for word in known)]
    pages.check(f"{name}: words and ink as in a browser, within {TOLERANCE:.0f} mm", faults, todo)
