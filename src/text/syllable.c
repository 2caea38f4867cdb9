/* SPDX-License-Identifier: MIT */
/* A syllable is an onset (or none) and a rime. The rimes are listed, not made from nuclei and codas
 * by rule: there are fewer than two hundred, and every rule has exceptions. Letters are written
 * here in one byte each, tones dropped: A = ă, B = â, D = đ, E = ê, O = ô, P = ơ, U = ư. */
#include "text/syllable.h"

#include "base/compare.h"
#include "text/letter.h"

#include <stdlib.h>
#include <string.h>

/* "nghiêng"; a longer run of letters is no syllable. */
#define LONGEST 7

static const char *const onsets[] = { "ngh", "ng", "nh", "kh", "gh", "gi", "ch", "ph", "qu", "th",
                                      "tr",  "b",  "c",  "d",  "D",  "g",  "h",  "k",  "l",  "m",
                                      "n",   "p",  "r",  "s",  "t",  "v",  "x",  "" };

static const char vowels[] = "aABeEioOPuUy";

/* Sorted by bytes. */
static const char *const rimes[] = {
  "Ac",   "Am",  "An",  "Ang",  "Ap",  "At",   "Bc",   "Bm",   "Bn",  "Bng",  "Bp",  "Bt",
  "Bu",   "By",  "E",   "Ech",  "Em",  "En",   "Eng",  "Enh",  "Ep",  "Et",   "Eu",  "O",
  "Oc",   "Oi",  "Om",  "On",   "Ong", "Op",   "Ot",   "P",    "Pi",  "Pm",   "Pn",  "Pp",
  "Pt",   "U",   "UPc", "UPi",  "UPm", "UPn",  "UPng", "UPp",  "UPt", "UPu",  "Ua",  "Uc",
  "Ui",   "Um",  "Un",  "Ung",  "Ut",  "Uu",   "a",    "ac",   "ach", "ai",   "am",  "an",
  "ang",  "anh", "ao",  "ap",   "at",  "au",   "ay",   "e",    "ec",  "em",   "en",  "eng",
  "eo",   "ep",  "et",  "i",    "iEc", "iEm",  "iEn",  "iEng", "iEp", "iEt",  "iEu", "ia",
  "ich",  "im",  "in",  "inh",  "ip",  "it",   "iu",   "o",    "oAc", "oAm",  "oAn", "oAng",
  "oAt",  "oa",  "oac", "oach", "oai", "oan",  "oang", "oanh", "oao", "oap",  "oat", "oay",
  "oc",   "oe",  "oem", "oen",  "oeo", "oep",  "oet",  "oi",   "om",  "on",   "ong", "ooc",
  "oong", "op",  "ot",  "u",    "uBn", "uBng", "uBt",  "uBy",  "uE",  "uEch", "uEn", "uEnh",
  "uEt",  "uEu", "uOc", "uOi",  "uOm", "uOn",  "uOng", "uOt",  "uP",  "ua",   "uc",  "ui",
  "um",   "un",  "ung", "up",   "ut",  "uy",   "uyEn", "uyEt", "uya", "uych", "uyn", "uynh",
  "uyt",  "uyu", "y",   "yE",   "yEm", "yEn",  "yEng", "yEt",  "yEu", "ych",  "ynh", "yt",
};

/* The rimes as they look without marks, sorted. */
static const char *const bare_rimes[] = {
  "a",    "ac",  "ach", "ai",  "am",   "an",  "ang",  "anh", "ao",   "ap",   "at",   "au",   "ay",
  "e",    "ec",  "ech", "em",  "en",   "eng", "enh",  "eo",  "ep",   "et",   "eu",   "i",    "ia",
  "ich",  "iec", "iem", "ien", "ieng", "iep", "iet",  "ieu", "im",   "in",   "inh",  "ip",   "it",
  "iu",   "o",   "oa",  "oac", "oach", "oai", "oam",  "oan", "oang", "oanh", "oao",  "oap",  "oat",
  "oay",  "oc",  "oe",  "oen", "oem",  "oeo", "oep",  "oet", "oi",   "om",   "on",   "ong",  "ooc",
  "oong", "op",  "ot",  "u",   "ua",   "uan", "uang", "uat", "uay",  "uc",   "ue",   "uech", "uen",
  "uenh", "uet", "ueu", "ui",  "um",   "un",  "ung",  "uo",  "uoc",  "uoi",  "uom",  "uon",  "uong",
  "uop",  "uot", "uou", "up",  "ut",   "uu",  "uy",   "uya", "uych", "uyen", "uyet", "uyn",  "uynh",
  "uyp",  "uyt", "uyu", "y",   "ych",  "ye",  "yem",  "yen", "yeng", "yet",  "yeu",  "ynh",  "yt",
};

/* No rime begins with a consonant, and most texts that are none do. */
static gboolean
is_among (const char *rime, const char *const *set, gsize n)
{
  return *rime && strchr (vowels, *rime)
         && bsearch (&rime, set, n, sizeof set[0], compare_texts) != NULL;
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
    char code = letter_of (g_utf8_get_char (p)).code;
    if (code == 0 || strchr ("fjwz", code) || n == LONGEST)
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

/* --- how it is spelt --- */

typedef struct {
  char letters[LONGEST + 1];
  guint8 tones[LONGEST];
  guint n;
} Spelt;

/* FALSE when there is a letter that is none of Vietnamese. Of more letters than a syllable has, the
 * first are kept. */
static gboolean
take_letters (const char *text, gsize length, Spelt *spelt)
{
  *spelt = (Spelt){ .n = 0 };
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    Letter letter = letter_of (g_utf8_get_char (p));
    if (letter.plain == 0 || strchr ("fjwz", letter.code))
      return FALSE;
    if (spelt->n < LONGEST) {
      spelt->letters[spelt->n] = letter.code;
      spelt->tones[spelt->n] = letter.tone;
    }
    spelt->n++;
  }
  return TRUE;
}

/* The onset whose rest is a rime; NULL when there is none. */
static const char *
onset_of (const char *letters)
{
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++) {
    gsize length = strlen (onsets[i]);
    if (strncmp (letters, onsets[i], length) == 0
        && is_among (letters + length, rimes, G_N_ELEMENTS (rimes)))
      return onsets[i];
  }
  return strcmp (letters, "gi") == 0 ? "g" : NULL;
}

/* k before i, e, ê, y; gh and ngh before i, e, ê; c, g and ng before the others. */
static gboolean
fits (const char *onset, const char *rime)
{
  gboolean is_front = *rime == 'i' || *rime == 'e' || *rime == 'E';

  if (strcmp (onset, "k") == 0)
    return is_front || *rime == 'y';
  if (strcmp (onset, "c") == 0)
    return !is_front && *rime != 'y';
  if (strcmp (onset, "gh") == 0 || strcmp (onset, "ngh") == 0)
    return is_front;
  if (strcmp (onset, "ng") == 0)
    return !is_front && *rime != 'y';
  if (strcmp (onset, "g") == 0)
    return *rime != 'e' && *rime != 'E';
  if (*onset == '\0')
    return !g_str_has_prefix (rime, "iE");
  return !g_str_has_prefix (rime, "yE") || strcmp (onset, "qu") == 0;
}

static gboolean
ends_in_stop (const char *rime)
{
  gsize n = strlen (rime);
  return n > 1 && (strchr ("cpt", rime[n - 1]) || g_str_has_suffix (rime, "ch"));
}

static gboolean
is_open_glide (const char *rime)
{
  return strcmp (rime, "oa") == 0 || strcmp (rime, "oe") == 0 || strcmp (rime, "uy") == 0;
}

/* The letter of the rime that carries the tone. */
static guint
tone_index (const char *rime, ToneStyle style)
{
  gsize n = strlen (rime), n_vowels = strspn (rime, vowels);

  for (gsize i = n; i-- > 0;)
    if (strchr ("ABEOPU", rime[i]))
      return i;
  if (is_open_glide (rime))
    return style == TONE_STYLE_NEW;
  return n_vowels >= 2 && (n > n_vowels || n_vowels == 3) ? 1 : 0;
}

static SyllableFault
fault_of_tone (const Spelt *spelt, const char *onset, ToneStyle *style)
{
  const char *rime = spelt->letters + strlen (onset);
  guint at = 0, n_tones = 0;

  for (guint i = 0; i < spelt->n; i++)
    if (spelt->tones[i] != TONE_LEVEL) {
      at = i;
      n_tones++;
    }
  if (n_tones > 1)
    return SYLLABLE_TONES;
  if (n_tones == 0)
    return ends_in_stop (rime) ? SYLLABLE_STOP : SYLLABLE_GOOD;
  Tone tone = spelt->tones[at];
  if (ends_in_stop (rime) && tone != TONE_RISING && tone != TONE_HEAVY)
    return SYLLABLE_STOP;
  guint wanted = (guint) strlen (onset) + tone_index (rime, TONE_STYLE_OLD);
  if (is_open_glide (rime) && (at == wanted || at == wanted + 1))
    *style = at == wanted ? TONE_STYLE_OLD : TONE_STYLE_NEW;
  else if (at != wanted)
    return SYLLABLE_TONE_PLACE;
  return SYLLABLE_GOOD;
}

SyllableFault
syllable_fault (const char *text, gsize length, ToneStyle *style)
{
  Spelt spelt;

  *style = TONE_STYLE_NONE;
  if (!take_letters (text, length, &spelt))
    return SYLLABLE_OTHER_LETTERS;
  const char *onset = spelt.n > LONGEST ? NULL : onset_of (spelt.letters);
  if (onset == NULL)
    return SYLLABLE_NONE;
  if (!fits (onset, spelt.letters + strlen (onset)))
    return SYLLABLE_ONSET;
  return fault_of_tone (&spelt, onset, style);
}

char *
syllable_with_tone_in_place (const char *text, gsize length, ToneStyle style)
{
  Spelt spelt;

  if (!take_letters (text, length, &spelt) || spelt.n > LONGEST)
    return NULL;
  const char *onset = onset_of (spelt.letters);
  if (onset == NULL)
    return NULL;
  guint wanted = (guint) strlen (onset) + tone_index (spelt.letters + strlen (onset), style);
  Tone tone = TONE_LEVEL;
  for (guint i = 0; i < spelt.n; i++)
    if (spelt.tones[i] != TONE_LEVEL)
      tone = spelt.tones[i];
  GString *moved = g_string_sized_new (length);
  guint i = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p), i++) {
    gunichar c = letter_make (spelt.letters[i], i == wanted ? tone : TONE_LEVEL);
    g_string_append_unichar (moved,
                             g_unichar_isupper (g_utf8_get_char (p)) ? g_unichar_toupper (c) : c);
  }
  return g_string_free (moved, FALSE);
}
