/* SPDX-License-Identifier: MIT */
#include "text/sentence.h"

#include "text/no_break.h"

#include <string.h>

/* Short forms that lead on to a name or a number, whatever letter it starts with. They are no words
 * of Vietnamese, so that what is spoken never ends in one. A letter is one unless it is that of a
 * name: "X. Tân Tiến", but "ông X. Sau đó". */
static const char *const short_forms[] = {
  "TP", "Tp",  "tp",   "TX", "TT", "KP", "QL", "ĐT", "ThS", "TS", "PGS", "GS",
  "BS", "Bs",  "KTS",  "DS", "ĐD", "KS", "LS", "NS", "tr",  "Tr", "TM",  "KT",
  "TL", "TUQ", "NSND", "Đc", "đc", "Q",  "P",  "H",  "X",   "Đ",
};

/* Bytes of the longest of them. */
#define LONGEST_SHORT_FORM 4

static gboolean
is_one_of (const char *const *words, guint n, const char *word, gsize length)
{
  for (guint i = 0; i < n; i++)
    if (words[i][0] == word[0] && strlen (words[i]) == length
        && memcmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* The start of the word that ends before byte `at`; `at` when no letter stands there. */
static gsize
word_start (const char *text, gsize at)
{
  const char *p = text + at;

  while (p > text) {
    const char *before = g_utf8_prev_char (p);
    if (!g_unichar_isalpha (g_utf8_get_char (before)))
      break;
    p = before;
  }
  return p - text;
}

/* "Nguyễn Văn A.", "ông A.": a name, or what people are called by, right before the letter. */
static gboolean
follows_name (const char *text, gsize start)
{
  static const char *const titles[] = { "ông",  "bà", "anh", "chị",   "em",
                                        "cháu", "cô", "chú", "tượng", "sinh" };

  if (start == 0 || text[start - 1] != ' ')
    return FALSE;
  gsize end = start - 1;
  gsize word = word_start (text, end);
  if (word == end)
    return FALSE;
  const char *second = g_utf8_next_char (text + word);
  gboolean is_name = g_unichar_isupper (g_utf8_get_char (text + word)) && second < text + end
                     && g_unichar_islower (g_utf8_get_char (second));
  return is_name || is_one_of (titles, G_N_ELEMENTS (titles), text + word, end - word);
}

/* More bytes of letters end before `at` than a short form has, as before most full stops. */
static gboolean
ends_long_word (const char *text, gsize at)
{
  for (gsize n = 1; n <= at; n++) {
    guchar byte = (guchar) text[at - n];
    gboolean is_rest = (byte & 0xC0) == 0x80;
    /* letters of ours begin with C3 to C6 or E1, marks with E2 */
    gboolean is_letter =
      byte < 0x80 ? g_ascii_isalpha (byte) : byte == 0xE1 || (byte >= 0xC3 && byte <= 0xC6);
    if (!is_rest && !is_letter)
      return FALSE;
    if (!is_rest && n > LONGEST_SHORT_FORM)
      return TRUE;
  }
  return FALSE;
}

static gsize
skip_spaces (const char *text, gsize length, gsize at)
{
  for (; at < length; at++) {
    if (strncmp (text + at, NO_BREAK_SPACE, strlen (NO_BREAK_SPACE)) == 0)
      at += strlen (NO_BREAK_SPACE) - 1;
    else if (text[at] != ' ' && text[at] != '\n' && text[at] != '\t')
      break;
  }
  return at;
}

/* What stands at `at` cannot start a sentence. */
static gboolean
continues (const char *text, gsize length, gsize at)
{
  if (at >= length)
    return FALSE;
  return text[at] == '(' || text[at] == ',' || g_unichar_islower (g_utf8_get_char (text + at));
}

/* The number of an item at the start of the text: "1. Đề nghị". */
static gboolean
numbers_item (const char *text, gsize at)
{
  gsize digits = strspn (text, "0123456789");
  return digits > 0 && digits == at;
}

gboolean
sentence_goes_on (const char *text, gsize length, gsize at)
{
  if (ends_long_word (text, at))
    return FALSE;
  gsize start = word_start (text, at);
  gsize n_bytes = at - start;
  gsize next = skip_spaces (text, length, at + 1);

  if (next >= length)
    return FALSE;
  if (n_bytes == 0)
    return numbers_item (text, at);
  gboolean is_letter = g_utf8_next_char (text + start) == text + at
                       && g_unichar_isupper (g_utf8_get_char (text + start));
  if (is_letter && (continues (text, length, next) || follows_name (text, start)))
    return continues (text, length, next);
  return n_bytes <= LONGEST_SHORT_FORM
         && is_one_of (short_forms, G_N_ELEMENTS (short_forms), text + start, n_bytes);
}

/* Bytes of the mark at `p` that ends a sentence or closes with its end; 0 for any other. */
static gsize
closing_length (const char *p)
{
  static const char *const marks[] = { ".", "?", "!", "\"", ")", "]", "”", "’", "»" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i]))
      return strlen (marks[i]);
  return 0;
}

static gsize
marks_end (const char *text, gsize length, gsize at)
{
  gsize n;

  while (at < length && (n = closing_length (text + at)) > 0)
    at += n;
  return at;
}

/* Whether the sentence ends with the marks from `at` to `end`. */
static gboolean
ends (const char *text, gsize length, gsize at, gsize end)
{
  gsize next = skip_spaces (text, length, end);

  if (next >= length)
    return TRUE;
  if (next == end)
    return FALSE;
  if (end == at + 1)
    return text[at] != '.' || !sentence_goes_on (text, length, at);
  /* "(mục a.) và", "đơn, tờ khai... rồi" */
  return !continues (text, length, next);
}

gsize
sentence_end (const char *text, gsize length, gsize start)
{
  for (gsize at = start; at < length; at++) {
    if (text[at] != '.' && text[at] != '?' && text[at] != '!')
      continue;
    gsize end = marks_end (text, length, at);
    if (ends (text, length, at, end))
      return end;
    at = end - 1;
  }
  return length;
}

void
sentence_close (GString *spoken, gsize start, gboolean leads_on)
{
  while (spoken->len > start && strchr (" ,;", spoken->str[spoken->len - 1]))
    g_string_truncate (spoken, spoken->len - 1);
  if (spoken->len == start || strchr (".?!", spoken->str[spoken->len - 1]))
    return;
  if (spoken->str[spoken->len - 1] == ':') {
    if (leads_on)
      return;
    g_string_truncate (spoken, spoken->len - 1);
  }
  g_string_append_c (spoken, '.');
}

char *
sentence_copy (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length + 1);
  const char *rest = length > 0 ? g_utf8_next_char (text) : text;

  if (length > 0)
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append_len (out, rest, text + length - rest);
  return g_string_free (out, FALSE);
}
