/* SPDX-License-Identifier: MIT */
/* By the names that are taught with the alphabet (bê, xê), or by the sounds of primary school (bờ,
 * cờ), as the station chooses. */
#include "text/letter_words.h"

static const char *const latin[26] = {
  "a",     "bê", "xê",   "dê",    "e",      "ép",     "giê",   "hát", "i",
  "gi",    "ca", "e-lờ", "em-mờ", "en-nờ",  "o",      "pê",    "quy", "e-rờ",
  "ét-sì", "tê", "u",    "vê",    "vê-kép", "ích-xì", "i-dài", "dét",
};

/* Those that our alphabet has not keep their names. */
static const char *const sounds[26] = {
  "a",  "bờ", "cờ", "dờ",  "e",  "ép", "gờ", "hờ", "i",  "gi",     "ca", "lờ",    "mờ",
  "nờ", "o",  "pờ", "quờ", "rờ", "sờ", "tờ", "u",  "vờ", "vê-kép", "xờ", "i-dài", "dét",
};

static const struct {
  gunichar letter;
  const char *name, *sound;
} others[] = {
  { 0x103, "á", "á" }, { 0xE2, "ớ", "ớ" },  { 0x111, "đê", "đờ" }, { 0xEA, "ê", "ê" },
  { 0xF4, "ô", "ô" },  { 0x1A1, "ơ", "ơ" }, { 0x1B0, "ư", "ư" },
};

const char *
letter_word (gunichar letter, LetterStyle style)
{
  gunichar small = g_unichar_tolower (letter);

  if (small >= 'a' && small <= 'z')
    return (style == LETTER_SOUNDS ? sounds : latin)[small - 'a'];
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].letter == small)
      return style == LETTER_SOUNDS ? others[i].sound : others[i].name;
  return NULL;
}
