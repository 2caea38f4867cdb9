/* SPDX-License-Identifier: MIT */
#include "word/mark.h"

#include "text/fold.h"
#include "text/roman.h"

#include <string.h>

#define MAX_DIGITS 3 /* “2026.” ends a sentence, and numbers nothing */

static gsize
digits (const char *p)
{
  gsize n = 0;
  while (g_ascii_isdigit (p[n]))
    n++;
  return n;
}

/* A blank, or a letter that is no small one: “1.Thông báo”, but not “2.500 đồng”. */
static gboolean
begins_text (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  return *p == ' ' || g_unichar_isupper (c) || c == 0x201C || c == '"' || c == '(';
}

static Mark
made (MarkKind kind, const char *text, gsize length)
{
  Mark mark = { .kind = kind };

  g_strlcpy (mark.text, text, MIN (sizeof mark.text, length + 1));
  mark.length = length + strspn (text + length, " ");
  return mark;
}

/* “1.”, “1.1.”, “1.1”. */
static Mark
read_digits (const char *text)
{
  static const MarkKind kinds[] = { MARK_NUMBER, MARK_TWO, MARK_THREE, MARK_THREE };
  gsize at = 0;
  guint n = 0;

  for (gsize length; (length = digits (text + at)) > 0 && length <= MAX_DIGITS
                     && (n == 0 || length < MAX_DIGITS) && n < G_N_ELEMENTS (kinds);) {
    at += length;
    n++;
    if (text[at] != '.')
      break;
    at++;
  }
  gboolean has_stop = at > 0 && text[at - 1] == '.';
  if (n == 0 || g_ascii_isdigit (text[at]) || !begins_text (text + at) || (n == 1 && !has_stop))
    return (Mark){ 0 };
  /* “3.5 triệu đồng” is an amount */
  if (!has_stop && !g_unichar_isupper (g_utf8_get_char (text + at + strspn (text + at, " "))))
    return (Mark){ 0 };
  return made (kinds[n - 1], text, at);
}

/* “I.”, “A.”: capitals, a stop, a blank. */
static Mark
read_capitals (const char *text)
{
  gsize length = 0;

  while (g_ascii_isupper (text[length]))
    length++;
  if (length == 0 || text[length] != '.' || !begins_text (text + length + 1))
    return (Mark){ 0 };
  if (roman_value (text, length) > 0 && roman_value (text, length) < 50)
    return made (MARK_ROMAN, text, length + 1);
  return length == 1 && text[length + 1] == ' ' ? made (MARK_CAPITAL, text, length + 1)
                                                : (Mark){ 0 };
}

/* “a)”, “đ)”. */
static Mark
read_letter (const char *text)
{
  gsize length = g_ascii_islower (*text) ? 1 : g_str_has_prefix (text, "đ") ? strlen ("đ") : 0;

  return length > 0 && text[length] == ')' ? made (MARK_LETTER, text, length + 1) : (Mark){ 0 };
}

static Mark
read_dash (const char *text)
{
  static const struct {
    const char *sign;
    MarkKind kind;
  } signs[] = { { "-", MARK_DASH }, { "–", MARK_DASH }, { "+", MARK_PLUS } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    gsize length = strlen (signs[i].sign);
    if (g_str_has_prefix (text, signs[i].sign)
        && (text[length] == ' ' || g_unichar_isalpha (g_utf8_get_char (text + length)))) {
      Mark mark = made (signs[i].kind, text, length);
      g_strlcpy (mark.text, signs[i].kind == MARK_DASH ? "-" : "+", sizeof mark.text);
      return mark;
    }
  }
  return (Mark){ 0 };
}

/* “Điều 12.”, and “Điều 12:”. */
static Mark
read_article (const char *text)
{
  gsize word = strlen ("Điều ");

  if (!g_str_has_prefix (text, "Điều ") && !g_str_has_prefix (text, "ĐIỀU "))
    return (Mark){ 0 };
  gsize number = digits (text + word);
  if (number == 0 || number > MAX_DIGITS)
    return (Mark){ 0 };
  number += g_ascii_islower (text[word + number]); /* Điều 5a. */
  return text[word + number] == '.' || text[word + number] == ':'
           ? made (MARK_ARTICLE, text, word + number + 1)
           : (Mark){ 0 };
}

/* “Chương II”: how the part of a long document begins. */
static Mark
read_title (const char *text)
{
  static const struct {
    const char *word;
    MarkKind kind;
  } titles[] = { { "phan ", MARK_PART }, { "chuong ", MARK_CHAPTER }, { "muc ", MARK_SECTION } };
  g_autofree char *start = g_strndup (text, 40);
  const char *valid;
  Mark mark = { 0 };

  g_utf8_validate (start, -1, &valid);
  start[valid - start] = '\0';
  g_autofree char *folded = text_fold (start);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    const char *rest = folded + strlen (titles[i].word);
    if (!g_str_has_prefix (folded, titles[i].word))
      continue;
    gsize word = strcspn (rest, " .:");
    g_autofree char *number = g_ascii_strup (rest, word);
    if (digits (rest) == word || roman_value (number, word) > 0 || g_str_has_prefix (rest, "thu "))
      mark.kind = titles[i].kind;
  }
  return mark;
}

Mark
mark_read (const char *text)
{
  static Mark (*const readers[]) (const char *) = { read_article, read_digits, read_capitals,
                                                    read_letter,  read_dash,   read_title };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++) {
    Mark mark = readers[i](text);
    if (mark.kind != MARK_NONE)
      return mark;
  }
  return (Mark){ 0 };
}

Mark
mark_of_number (const char *number)
{
  g_autofree char *as_text = g_strconcat (number, " X", NULL);
  Mark mark = mark_read (as_text);

  if (mark.kind == MARK_NONE)
    mark.kind = *number == '(' ? MARK_BRACKET : MARK_NUMBER;
  g_strlcpy (mark.text, number, sizeof mark.text);
  if (!g_utf8_validate (mark.text, -1, NULL))
    g_strlcpy (mark.text, "-", sizeof mark.text);
  mark.length = 0;
  return mark;
}

guint
mark_step (const char *text, gsize *length)
{
  gsize word = strlen ("Bước ");
  gsize number;

  if ((!g_str_has_prefix (text, "Bước ") && !g_str_has_prefix (text, "BƯỚC "))
      || (number = digits (text + word)) == 0 || number > MAX_DIGITS)
    return 0;
  *length = word + number + (text[word + number] == ':' || text[word + number] == '.');
  return g_ascii_strtoull (text + word, NULL, 10);
}
