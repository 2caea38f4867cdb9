/* SPDX-License-Identifier: MIT */
/* A syllable is an onset (or none) and a rime. Letters are written here in one byte each, tones
 * dropped: A = ă, B = â, D = đ, E = ê, O = ô, P = ơ, U = ư. */
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

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
rime_exists (const char *rime)
{
  return bsearch (&rime, rimes, G_N_ELEMENTS (rimes), sizeof rimes[0], compare_names) != NULL;
}

/* The one-byte letter with its hat, breve or horn, but without its tone; 0 when it is no Vietnamese
 * letter. */
static char
letter_code (gunichar c)
{
  gunichar mark = 0;
  gunichar hat = 0;

  c = g_unichar_tolower (c);
  if (c == 0x111)
    return 'D';
  while (c >= 0x80) {
    if (!g_unichar_decompose (c, &c, &mark))
      return 0;
    if (mark == 0x302 || mark == 0x306 || mark == 0x31B)
      hat = mark;
  }
  if (hat == 0)
    return g_ascii_islower (c) && !strchr ("fjwz", c) ? (char)c : 0;
  if (hat == 0x306)
    return c == 'a' ? 'A' : 0;
  if (hat == 0x31B)
    return c == 'o' ? 'P' : c == 'u' ? 'U' : 0;
  return c == 'a' ? 'B' : c == 'e' ? 'E' : c == 'o' ? 'O' : 0;
}

static gboolean
is_syllable (const char *letters)
{
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    if (g_str_has_prefix (letters, onsets[i]) && rime_exists (letters + strlen (onsets[i])))
      return TRUE;
  /* "gì": the i of the onset is the rime as well. */
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
  return n > 0 && is_syllable (letters);
}

gboolean
syllable_has_marks (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* A rime as it looks without marks. */
static gboolean
bare_rime_exists (const char *rime)
{
  static const struct {
    char code, bare;
  } bare[] = { { 'A', 'a' }, { 'B', 'a' }, { 'E', 'e' }, { 'O', 'o' }, { 'P', 'o' }, { 'U', 'u' } };

  for (guint i = 0; i < G_N_ELEMENTS (rimes); i++) {
    char form[8];
    g_strlcpy (form, rimes[i], sizeof form);
    for (guint b = 0; b < G_N_ELEMENTS (bare); b++)
      g_strdelimit (form, (char[]){ bare[b].code, '\0' }, bare[b].bare);
    if (strcmp (form, rime) == 0)
      return TRUE;
  }
  return FALSE;
}

gsize
syllable_longest_bare (const char *text, gsize length)
{
  for (gsize n = MIN (length, LONGEST); n > 0; n--) {
    char letters[LONGEST + 1] = "";
    memcpy (letters, text, n);
    for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
      if (g_str_has_prefix (letters, onsets[i]) && bare_rime_exists (letters + strlen (onsets[i])))
        return n;
    if (strcmp (letters, "gi") == 0)
      return n;
  }
  return 0;
}
