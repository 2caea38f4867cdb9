/* SPDX-License-Identifier: MIT */
#include "text/letter_words.h"

static const char *const latin[26] = {
  "a",     "bê", "xê",   "dê",    "e",      "ép",     "giê",   "hát", "i",
  "gi",    "ca", "e-lờ", "em-mờ", "en-nờ",  "o",      "pê",    "quy", "e-rờ",
  "ét-sì", "tê", "u",    "vê",    "vê-kép", "ích-xì", "i-dài", "dét",
};

static const struct {
  gunichar letter;
  const char *word;
} others[] = {
  { 0x103, "á" }, { 0xE2, "ớ" },  { 0x111, "đê" }, { 0xEA, "ê" },
  { 0xF4, "ô" },  { 0x1A1, "ơ" }, { 0x1B0, "ư" },
};

const char *
letter_word (gunichar letter)
{
  gunichar small = g_unichar_tolower (letter);

  if (small >= 'a' && small <= 'z')
    return latin[small - 'a'];
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].letter == small)
      return others[i].word;
  return NULL;
}
