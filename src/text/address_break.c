/* SPDX-License-Identifier: MIT */
#include "text/address_break.h"

#include <glib.h>
#include <string.h>

/* A shorter word with a dot finds its place on a line as it is, and most are none: “Th.S”. */
#define SHORTEST 12
/* Bytes looked at on either side. */
#define FARTHEST 64

static gboolean
is_of_address (char letter)
{
  return g_ascii_isalnum (letter) || strchr (".-_/@:", letter) != NULL;
}

/* How many bytes like those of an address stand around `p`. */
static gsize
length_around (const char *p, const char *text, const char *end)
{
  const char *first = p, *last = p;

  while (first > text && p - first < FARTHEST && is_of_address (first[-1]))
    first--;
  while (last < end && last - p < FARTHEST && *last && is_of_address (*last))
    last++;
  return last - first;
}

const char *
text_next_address_break (const char *from, const char *text, const char *end)
{
  for (const char *p = from; p < end; p++)
    if ((*p == '.' || *p == '@') && p > text && g_ascii_isalnum (p[-1]) && p + 1 < end
        && g_ascii_isalpha (p[1]) && length_around (p, text, end) >= SHORTEST)
      return p + 1;
  return end;
}
