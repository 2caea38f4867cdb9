/* SPDX-License-Identifier: MIT */
/* A number is read in groups of three digits from the left. Inside a number, a group that follows a
 * spoken one is read in full ("không trăm linh bảy"), because "một triệu bảy" is 1,7 million to the
 * ear. */
#include "text/number_words.h"

#include "base/append.h"

#include <string.h>

/* Three groups to the tỷ; what stands before them is said first, then "tỷ". */
#define DIGITS_PER_TY 9

const NumberStyle number_style_official = { "linh", "nghìn" };

static const char *const digit_words[10] = { "không", "một", "hai", "ba",  "bốn",
                                             "năm",   "sáu", "bảy", "tám", "chín" };

void
words_add (GString *out, const char *word)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
    append_piece (out, " ", 1);
  append_text (out, word);
}

/* The last digit of a group, which changes its name after the tens. */
static const char *
unit_word (guint tens, guint unit)
{
  if (unit == 1 && tens >= 2)
    return "mốt";
  if (unit == 4 && tens >= 2)
    return "tư";
  if (unit == 5 && tens >= 1)
    return "lăm";
  return digit_words[unit];
}

static void
add_tens (GString *out, const NumberStyle *style, guint tens, guint unit, gboolean in_full)
{
  if (tens == 0 && unit > 0 && in_full)
    words_add (out, style->zero_tens);
  if (tens == 1)
    words_add (out, "mười");
  if (tens >= 2) {
    words_add (out, digit_words[tens]);
    words_add (out, "mươi");
  }
  if (unit > 0)
    words_add (out, unit_word (tens, unit));
}

/* A group 1 … 999; `in_full` when something was said before it. */
static void
add_group (GString *out, const NumberStyle *style, guint group, gboolean in_full)
{
  guint hundreds = group / 100;

  if (hundreds > 0 || in_full) {
    words_add (out, digit_words[hundreds]);
    words_add (out, "trăm");
  }
  add_tens (out, style, group / 10 % 10, group % 10, hundreds > 0 || in_full);
}

static guint
group_value (const char *digits, gsize n)
{
  guint value = 0;
  for (gsize i = 0; i < n; i++)
    value = value * 10 + (digits[i] - '0');
  return value;
}

/* At most nine digits; returns whether anything was said. */
static gboolean
add_below_ty (GString *out, const NumberStyle *style, const char *digits, gsize n, gboolean in_full)
{
  const char *const names[] = { NULL, style->thousand, "triệu" };
  gboolean said = FALSE;

  while (n > 0) {
    gsize index = (n - 1) / 3;
    gsize length = n - index * 3;
    guint group = group_value (digits, length);
    if (group > 0) {
      add_group (out, style, group, in_full || said);
      if (names[index])
        words_add (out, names[index]);
      said = TRUE;
    }
    digits += length;
    n -= length;
  }
  return said;
}

void
number_words_cardinal (GString *out, const NumberStyle *style, const char *digits, gsize n)
{
  while (n > 0 && *digits == '0') {
    digits++;
    n--;
  }
  if (n == 0) {
    words_add (out, digit_words[0]);
    return;
  }
  /* From the left, nine digits at a time. What is left of a boundary is counted in tỷ once more at
   * each one, and so is said even when its own nine digits are zeros. */
  gboolean said = FALSE;
  while (n > 0) {
    gsize length = (n - 1) % DIGITS_PER_TY + 1;
    said = add_below_ty (out, style, digits, length, said) || said;
    digits += length;
    n -= length;
    if (n > 0)
      words_add (out, "tỷ");
  }
}

void
number_words_integer (GString *out, const NumberStyle *style, guint64 value)
{
  char digits[24], *at = digits + sizeof digits;

  for (; value > 0; value /= 10)
    *--at = (char) ('0' + value % 10);
  number_words_cardinal (out, style, at, digits + sizeof digits - at);
}

void
number_words_digits (GString *out, const char *digits, gsize n)
{
  for (gsize i = 0; i < n; i++)
    words_add (out, digit_words[digits[i] - '0']);
}

void
number_words_fraction (GString *out, const NumberStyle *style, const char *digits, gsize n)
{
  if (n == 2 && digits[0] != '0')
    number_words_cardinal (out, style, digits, n);
  else
    number_words_digits (out, digits, n);
}

void
number_words_ordinal (GString *out, const NumberStyle *style, guint64 value)
{
  if (value == 1)
    words_add (out, "nhất");
  else if (value == 4)
    words_add (out, "tư");
  else
    number_words_integer (out, style, value);
}
