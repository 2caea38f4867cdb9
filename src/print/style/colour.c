/* SPDX-License-Identifier: MIT */
#include "print/style/colour.h"

#include "base/colour_name.h"
#include "print/read/number.h"

#include <math.h>
#include <string.h>

static Colour
colour_of (guint32 rgb)
{
  return (Colour){ rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, FALSE };
}

/* #rgb, #rrggbb, and both with an alpha that is full or none. */
static gboolean
parse_digits (const char *digits, gsize length, Colour *colour)
{
  guint parts[4] = { 0, 0, 0, 255 };
  gsize wide = length > 4 ? 2 : 1;

  if (length != 3 && length != 4 && length != 6 && length != 8)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isxdigit (digits[i]))
      return FALSE;
  for (gsize i = 0; i < length / wide; i++)
    parts[i] = g_ascii_xdigit_value (digits[i * wide]) * 16
               + g_ascii_xdigit_value (digits[i * wide + wide - 1]);
  if (parts[3] != 0 && parts[3] != 255)
    return FALSE;
  *colour = parts[3] ? (Colour){ parts[0], parts[1], parts[2], FALSE } : COLOUR_CLEAR;
  return TRUE;
}

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* A number or percentage, and the comma or slash behind it. */
static gboolean
parse_part (const char **p, const char *end, double whole, double *part)
{
  *p = skip_space (*p, end);
  if (!number_read (p, end, part))
    return FALSE;
  if (*p < end && **p == '%') {
    *part = *part * whole / 100;
    ++*p;
  }
  *p = skip_space (*p, end);
  if (*p < end && (**p == ',' || **p == '/'))
    ++*p;
  return TRUE;
}

/* rgb(1, 2, 3), rgb(1 2 3), rgb(10%, 20%, 30%); rgba() with an alpha that is full or none. `p` is
 * behind the bracket. */
static gboolean
parse_parts (const char *p, const char *end, Colour *colour)
{
  double parts[4] = { 0, 0, 0, 1 };
  guint8 bytes[3];
  guint n = 0;

  while (n < 4 && parse_part (&p, end, n < 3 ? 255 : 1, &parts[n]))
    n++;
  if (n < 3 || end - p != 1 || *p != ')' || (parts[3] > 0 && parts[3] < 1))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    bytes[i] = lround (CLAMP (parts[i], 0, 255));
  *colour = parts[3] > 0 ? (Colour){ bytes[0], bytes[1], bytes[2], FALSE } : COLOUR_CLEAR;
  return TRUE;
}

static gboolean
starts_with (const char *text, gsize length, const char *prefix)
{
  gsize n = strlen (prefix);
  return length > n && g_ascii_strncasecmp (text, prefix, n) == 0;
}

gboolean
colour_parse (const char *text, gsize length, Colour *colour)
{
  const char *end = text + length;

  if (length == 0)
    return FALSE;
  if (*text == '#')
    return parse_digits (text + 1, length - 1, colour);
  if (starts_with (text, length, "rgb("))
    return parse_parts (text + strlen ("rgb("), end, colour);
  if (starts_with (text, length, "rgba("))
    return parse_parts (text + strlen ("rgba("), end, colour);
  if (length == strlen ("transparent") && g_ascii_strncasecmp (text, "transparent", length) == 0) {
    *colour = COLOUR_CLEAR;
    return TRUE;
  }
  guint32 rgb;
  if (!colour_name_find (text, length, &rgb))
    return FALSE;
  *colour = colour_of (rgb);
  return TRUE;
}

gboolean
colour_equal (Colour one, Colour other)
{
  if (one.is_clear || other.is_clear)
    return one.is_clear && other.is_clear;
  return one.red == other.red && one.green == other.green && one.blue == other.blue;
}
