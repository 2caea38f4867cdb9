/* SPDX-License-Identifier: MIT */
#include "load/leftover.h"

#include "base/i18n.h"

#include <string.h>

/* Each finds its kind in `text`: its start, with its bytes in `length`; or NULL. */

static const char *
find_stars (const char *text, gsize *length)
{
  *length = 2;
  return strstr (text, "**");
}

static const char *
find_heading (const char *text, gsize *length)
{
  gsize n = strspn (text, "#");
  *length = n;
  return n >= 2 && n <= 6 && text[n] && text[n] != ' ' ? text : NULL;
}

static const char *
find_fence (const char *text, gsize *length)
{
  *length = 3;
  return g_str_has_prefix (text, ":::") ? text : NULL;
}

static const char *
find_row (const char *text, gsize *length)
{
  *length = 1;
  return *text == '|' && strchr (text + 1, '|') ? text : NULL;
}

static const char *
find_tab (const char *text, gsize *length)
{
  *length = 1;
  return strchr (text, '\t');
}

/* “{#id}”, “{.class}” */
static const char *
find_attribute (const char *text, gsize *length)
{
  for (const char *open = strchr (text, '{'); open; open = strchr (open + 1, '{')) {
    gsize n = strcspn (open, "} ");
    *length = n + 1;
    if ((open[1] == '#' || open[1] == '.') && open[n] == '}')
      return open;
  }
  return NULL;
}

/* “[^1]” */
static const char *
find_note (const char *text, gsize *length)
{
  const char *open = strstr (text, "[^");
  gsize n = open ? strcspn (open, "] ") : 0;

  *length = n + 1;
  return open && open[n] == ']' && n > 2 ? open : NULL;
}

static const char *
find_link (const char *text, gsize *length)
{
  *length = 2;
  return strstr (text, "](");
}

/* “m^2^”: a word between two. */
static const char *
find_raised (const char *text, gsize *length)
{
  for (const char *open = strchr (text, '^'); open; open = strchr (open + 1, '^')) {
    gsize n = strcspn (open + 1, "^ []");
    *length = n + 2;
    if (n > 0 && open[1 + n] == '^')
      return open;
  }
  return NULL;
}

/* “==tô đậm==”: words between two that touch them. */
static const char *
find_marked (const char *text, gsize *length)
{
  const char *open = strstr (text, "==");
  const char *close = open ? strstr (open + 2, "==") : NULL;

  *length = close ? close + 2 - open : 0;
  return close && close > open + 2 && open[2] != ' ' && close[-1] != ' ' ? open : NULL;
}

static const struct {
  const char *(*find) (const char *text, gsize *length);
  guint place; /* 0: anywhere */
  const char *fault, *advice;
} kinds[] = {
  { find_heading, LEFTOVER_LINE, N_ ("this is no heading: a space is missing"),
    N_ ("write a space behind the “#”: ## Mục") },
  { find_fence, LEFTOVER_LINE, N_ ("“:::” is of another program, and printed as it is"),
    N_ ("remove it; a line that starts with “> ” is a notice") },
  { find_row, LEFTOVER_BLOCK, N_ ("this is no table: the line of dashes is missing"),
    N_ ("write | --- | --- | under its first line, as many as it has columns") },
  { find_tab, 0, N_ ("tabs make no columns"),
    N_ ("write rows as | a | b |, and | --- | --- | under the first") },
  { find_stars, 0, N_ ("these “**” make nothing bold, and are printed as they are"),
    N_ ("no space stands between them and the words: **VNeID** là") },
  { find_attribute, 0, N_ ("“{…}” is of another program, and printed as it is"),
    N_ ("remove it; headings have addresses of their own") },
  { find_note, 0, N_ ("this note is written nowhere, and its mark printed as it is"),
    N_ ("write it on a line of its own that begins with its mark: “[^1]: …”") },
  { find_link, 0, N_ ("this is no link, and printed as it is"),
    N_ ("no spaces stand in an address: [tổng đài](tel:02513822501)") },
  { find_raised, 0, N_ ("“^” raises nothing, and is printed as it is"),
    N_ ("type the raised sign itself: m², m³") },
  { find_marked, 0, N_ ("“==” marks nothing, and is printed as it is"),
    N_ ("write **…** around what matters") },
};

const char *
leftover_find (const char *text, guint place, gsize *length, const char **fault,
               const char **advice)
{
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gsize n;
    if (kinds[i].place & ~place)
      continue;
    const char *found = kinds[i].find (text, &n);
    if (found == NULL || (first && found >= first))
      continue;
    first = found;
    *length = n;
    *fault = _ (kinds[i].fault);
    *advice = _ (kinds[i].advice);
  }
  return first;
}
