# SPDX-License-Identifier: MIT
"""Slips as typists and scanners make them, put into a clean text at random places: what test-planted and its author measure with."""
import random
import re
import unicodedata

TONES = "\u0300\u0301\u0309\u0303\u0323"
HATS = {"ư": "u", "ơ": "o", "ô": "o", "ê": "e", "â": "a", "ă": "a", "đ": "d"}
OTHER_HATS = {"ư": "u", "ơ": "ô", "ô": "ơ", "â": "ă", "ă": "â", "ê": "e"}
ONSETS = [("gi", "d"), ("d", "gi"), ("r", "d"), ("d", "r"), ("s", "x"), ("x", "s"), ("ch", "tr"), ("tr", "ch"), ("l", "n"), ("n", "l")]
FINALS = [("ng", "n"), ("n", "ng"), ("c", "t"), ("t", "c")]
WORD = re.compile(r"[^\W\d_]+")
VOWELS = set("aeiouyăâêôơư")


def bare(letter):
    """A letter without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(c for c in parts if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES)), tone


def with_tone(letter, tone):
    return unicodedata.normalize("NFC", letter + tone)


def other_tone(word, dice):
    toned = [i for i, c in enumerate(word) if bare(c)[1]]
    if not toned:
        return None
    base, tone = bare(word[toned[0]])
    return word[:toned[0]] + with_tone(base, dice.choice([t for t in ["", *TONES] if t != tone])) + word[toned[0] + 1:]


def changed_hat(word, dice, table):
    places = [i for i, c in enumerate(word) if bare(c)[0] in table]
    if not places:
        return None
    at = dice.choice(places)
    base, tone = bare(word[at])
    return word[:at] + with_tone(table[base], tone) + word[at + 1:]


def swapped(word, dice):
    places = [i for i in range(len(word) - 1) if word[i] != word[i + 1]]
    if len(word) < 3 or not places:
        return None
    at = dice.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def other_onset(word, dice):
    fits = [(a, b) for a, b in ONSETS if word.startswith(a) and bare(word[len(a):len(a) + 1] or "b")[0] in VOWELS]
    if not fits:
        return None
    a, b = dice.choice(fits)
    if b == "gi" and bare(word[1])[0] in "iêy":
        return None
    return b + word[len(a):]


def other_final(word, dice):
    fits = [(a, b) for a, b in FINALS if word.endswith(a) and bare(word[-len(a) - 1:-len(a)] or "b")[0] in VOWELS]
    if not fits:
        return None
    a, b = dice.choice(fits)
    return word[:-len(a)] + b


def dropped_letter(word, dice):
    return None if len(word) < 4 else (lambda at: word[:at] + word[at + 1:])(dice.randrange(1, len(word)))


KINDS = {
    "tone": other_tone,
    "hook": lambda word, dice: changed_hat(word, dice, HATS),
    "hat": lambda word, dice: changed_hat(word, dice, OTHER_HATS),
    "swap": swapped,
    "onset": other_onset,
    "final": other_final,
    "letter": dropped_letter,
    "twice": lambda word, dice: word + " " + word,
}
SHARES = {"tone": 5, "hook": 4, "hat": 2, "swap": 2, "onset": 4, "final": 3, "letter": 1, "twice": 1}


def places(text):
    """Words of the prose: not of the front matter, of code, links and tables' rules."""
    start = text.find("\n---", 4) + 4 if text.startswith("---") else 0
    covered = [(m.start(), m.end()) for m in re.finditer(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|\{\{[^}]*\}\}|\{[^}]*\}|https?://\S+|\S+@\S+|\S*\.vn\S*|^:::.*$", text, re.M)]
    found = []
    for m in WORD.finditer(text, start):
        inside = any(a < m.end() and m.start() < b for a, b in covered)
        near = text[m.start() - 1:m.start()] + text[m.end():m.end() + 1]
        if not inside and m.group().islower() and not re.search(r"[-/\d]", near):
            found.append((m.start(), m.group()))
    return found


def plant(text, dice, every):
    """One slip in about `every` words: the text with them, and (offset, wrong, right, kind) of each, by its place in the new text."""
    words, slips, out, last, n = places(text), [], [], 0, 0
    names = list(SHARES)
    at = dice.randrange(every)
    while at < len(words):
        offset, word = words[at]
        kind = dice.choices(names, [SHARES[name] for name in names])[0]
        wrong = KINDS[kind](word, dice)
        if wrong is None or wrong == word:
            at += 1
            continue
        out.append(text[last:offset])
        n += offset - last
        slips.append((n, wrong, word, kind))
        out.append(wrong)
        n += len(wrong)
        last = offset + len(word)
        at += every // 2 + dice.randrange(every)
    out.append(text[last:])
    return "".join(out), slips
