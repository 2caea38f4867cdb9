/* SPDX-License-Identifier: MIT */
#include "text/roman.h"

#include <string.h>

/* MMMDCCCLXXXVIII, the longest there is. */
#define LONGEST 15

static const struct {
  const char *letters;
  guint value;
} steps[] = {
  { "M", 1000 }, { "CM", 900 }, { "D", 500 }, { "CD", 400 }, { "C", 100 },
  { "XC", 90 },  { "L", 50 },   { "XL", 40 }, { "X", 10 },   { "IX", 9 },
  { "V", 5 },    { "IV", 4 },   { "I", 1 },
};

static void
put_roman (guint value, char *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; value >= steps[i].value; value -= steps[i].value)
      out = g_stpcpy (out, steps[i].letters);
}

guint
roman_value (const char *text, gsize length)
{
  char letters[LONGEST + 1] = "";
  char written[LONGEST + 1];
  guint value = 0;

  if (length == 0 || length > LONGEST)
    return 0;
  gboolean is_small = g_ascii_islower (text[0]) != 0;
  for (gsize i = 0; i < length; i++) {
    letters[i] = g_ascii_toupper (text[i]);
    if (!strchr ("IVXLCDM", letters[i]) || (g_ascii_islower (text[i]) != 0) != is_small)
      return 0;
  }

  const char *rest = letters;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; g_str_has_prefix (rest, steps[i].letters); rest += strlen (steps[i].letters))
      value += steps[i].value;
  if (*rest || value >= 4000)
    return 0;
  /* Only the right way of writing a value gives the same letters again. */
  put_roman (value, written);
  return strcmp (written, letters) == 0 ? value : 0;
}

char *
roman_write (guint value)
{
  char written[LONGEST + 1] = "";

  g_return_val_if_fail (value < 4000, NULL);
  put_roman (value, written);
  return g_strdup (written);
}
