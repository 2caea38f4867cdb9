/* SPDX-License-Identifier: MIT */
/* A syllable is an onset (or none) and a rime. The rimes are listed, not made from nuclei and codas
 * by rule: there are fewer than two hundred, and every rule has exceptions. Letters are written
 * here in one byte each, tones dropped: A = ă, B = â, D = đ, E = ê, O = ô, P = ơ, U = ư. */
#include "text/syllable.h"

#include <stdlib.h>
#include <string.h>

/* "nghiêng"; a longer run of letters is no syllable. */
#define LONGEST 7

static const char *const onsets[] = { "ngh", "ng", "nh", "kh", "gh", "gi", "ch", "ph", "qu", "th",
                                      "tr",  "b",  "c",  "d",  "D",  "g",  "h",  "k",  "l",  "m",
                                      "n",   "p",  "r",  "s",  "t",  "v",  "x",  "" };

/* Sorted by bytes. */
static const char *const rimes[] = {
  "Ac",  "Am",  "An",  "Ang",  "Ap",   "At",   "Bc",   "Bm",   "Bn",  "Bng",  "Bp",   "Bt",
  "Bu",  "By",  "E",   "Ech",  "Em",   "En",   "Eng",  "Enh",  "Ep",  "Et",   "Eu",   "O",
  "Oc",  "Oi",  "Om",  "On",   "Ong",  "Op",   "Ot",   "P",    "Pi",  "Pm",   "Pn",   "Pp",
  "Pt",  "U",   "UPc", "UPi",  "UPm",  "UPn",  "UPng", "UPp",  "UPt", "UPu",  "Ua",   "Uc",
  "Ui",  "Um",  "Un",  "Ung",  "Ut",   "Uu",   "a",    "ac",   "ach", "ai",   "am",   "an",
  "ang", "anh", "ao",  "ap",   "at",   "au",   "ay",   "e",    "ec",  "em",   "en",   "eng",
  "eo",  "ep",  "et",  "i",    "iEc",  "iEm",  "iEn",  "iEng", "iEp", "iEt",  "iEu",  "ia",
  "ich", "im",  "in",  "inh",  "ip",   "it",   "iu",   "o",    "oAc", "oAm",  "oAn",  "oAng",
  "oAt", "oa",  "oac", "oach", "oai",  "oan",  "oang", "oanh", "oao", "oap",  "oat",  "oay",
  "oc",  "oe",  "oen", "oeo",  "oet",  "oi",   "om",   "on",   "ong", "ooc",  "oong", "op",
  "ot",  "u",   "uBn", "uBng", "uBt",  "uBy",  "uE",   "uEch", "uEn", "uEnh", "uEt",  "uEu",
  "uOc", "uOi", "uOm", "uOn",  "uOng", "uOt",  "uP",   "ua",   "uc",  "ui",   "um",   "un",
  "ung", "up",  "ut",  "uy",   "uyEn", "uyEt", "uya",  "uych", "uyn", "uynh", "uyt",  "uyu",
  "y",   "yE",  "yEm", "yEn",  "yEng", "yEt",  "yEu",  "ych",  "ynh", "yt",
};

/* The rimes as they look without marks, sorted. */
static const char *const bare_rimes[] = {
  "a",   "ac",  "ach", "ai",  "am",   "an",   "ang",  "anh",  "ao",   "ap",   "at",   "au",   "ay",
  "e",   "ec",  "ech", "em",  "en",   "eng",  "enh",  "eo",   "ep",   "et",   "eu",   "i",    "ia",
  "ich", "iec", "iem", "ien", "ieng", "iep",  "iet",  "ieu",  "im",   "in",   "inh",  "ip",   "it",
  "iu",  "o",   "oa",  "oac", "oach", "oai",  "oam",  "oan",  "oang", "oanh", "oao",  "oap",  "oat",
  "oay", "oc",  "oe",  "oen", "oeo",  "oet",  "oi",   "om",   "on",   "ong",  "ooc",  "oong", "op",
  "ot",  "u",   "ua",  "uan", "uang", "uat",  "uay",  "uc",   "ue",   "uech", "uen",  "uenh", "uet",
  "ueu", "ui",  "um",  "un",  "ung",  "uo",   "uoc",  "uoi",  "uom",  "uon",  "uong", "uop",  "uot",
  "uou", "up",  "ut",  "uu",  "uy",   "uya",  "uych", "uyen", "uyet", "uyn",  "uynh", "uyt",  "uyu",
  "y",   "ych", "ye",  "yem", "yen",  "yeng", "yet",  "yeu",  "ynh",  "yt",
};

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_among (const char *rime, const char *const *set, gsize n)
{
  return bsearch (&rime, set, n, sizeof set[0], compare_names) != NULL;
}

/* U+1EA0 … U+1EF9 are the letters with two marks and a dot below, each capital before its small
 * letter. */
#define FIRST_VIETNAMESE 0x1EA0
static const char vietnamese_codes[] = "aaBBBBBAAAAAeeeEEEEEiiooOOOOOPPPPPuuUUUUUyyyy";

static const struct {
  gunichar letter;
  char code;
} latin_codes[] = {
  { 0xE0, 'a' },  { 0xE1, 'a' },  { 0xE2, 'B' },  { 0xE3, 'a' },  { 0xE8, 'e' },  { 0xE9, 'e' },
  { 0xEA, 'E' },  { 0xEC, 'i' },  { 0xED, 'i' },  { 0xF2, 'o' },  { 0xF3, 'o' },  { 0xF4, 'O' },
  { 0xF5, 'o' },  { 0xF9, 'u' },  { 0xFA, 'u' },  { 0xFD, 'y' },  { 0x103, 'A' }, { 0x111, 'D' },
  { 0x129, 'i' }, { 0x169, 'u' }, { 0x1A1, 'P' }, { 0x1B0, 'U' },
};

/* The one-byte letter with its hat, breve or horn, but without its tone; 0 when it is no Vietnamese
 * letter. */
static char
letter_code (gunichar c)
{
  if (c >= FIRST_VIETNAMESE && c < FIRST_VIETNAMESE + 2 * strlen (vietnamese_codes))
    return vietnamese_codes[(c - FIRST_VIETNAMESE) / 2];
  c = g_unichar_tolower (c);
  if (c < 0x80)
    return g_ascii_islower (c) && !strchr ("fjwz", (int) c) ? (char) c : 0;
  for (guint i = 0; i < G_N_ELEMENTS (latin_codes); i++)
    if (latin_codes[i].letter == c)
      return latin_codes[i].code;
  return 0;
}

/* An onset and a rime of `set`. "gì": the i of the onset is the rime as well. */
static gboolean
is_syllable (const char *letters, const char *const *set, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++) {
    if (onsets[i][0] != letters[0] && onsets[i][0] != '\0')
      continue;
    gsize length = strlen (onsets[i]);
    if (strncmp (letters, onsets[i], length) == 0 && is_among (letters + length, set, n))
      return TRUE;
  }
  return strcmp (letters, "gi") == 0;
}

gboolean
syllable_is_vietnamese (const char *text, gsize length)
{
  char letters[LONGEST + 1] = "";
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    char code = letter_code (g_utf8_get_char (p));
    if (code == 0 || n == LONGEST)
      return FALSE;
    letters[n++] = code;
  }
  return n > 0 && is_syllable (letters, rimes, G_N_ELEMENTS (rimes));
}

gboolean
syllable_has_marks (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return TRUE;
  return FALSE;
}

gsize
syllable_longest_bare (const char *text, gsize length)
{
  for (gsize n = MIN (length, LONGEST); n > 0; n--) {
    char letters[LONGEST + 1] = "";
    memcpy (letters, text, n);
    if (is_syllable (letters, bare_rimes, G_N_ELEMENTS (bare_rimes)))
      return n;
  }
  return 0;
}
