/* SPDX-License-Identifier: MIT */
/* Every value of every page passes through here, and most have nothing to escape: they are looked
 * over sixteen bytes at a time and copied in one piece. What has to be escaped is measured before
 * it is written, so that the page grows once. */
#include "template/template.h"

#include "base/append.h"
#include "base/block.h"

#include <string.h>

static const char *const entities[256] = {
  ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

/* By how much a byte grows. A table of its own, small enough to stay in the cache. */
static const guint8 growth[256] = { ['&'] = 4, ['<'] = 3, ['>'] = 3, ['"'] = 5, ['\''] = 4 };

/* “"” to “'” stand in a row, “<” and “>” differ in one bit. */
static inline Block
may_be_special (Block block)
{
  return block_between (block, '"', '\'') | (Block) ((block | 2) == '>');
}

/* The first byte that has to be written differently, or `end`. Most texts have none. */
static const char *
find_special (const char *p, const char *end)
{
  return block_find (p, end, may_be_special, growth);
}

static char *
copy (char *to, const char *from, gsize length)
{
  memcpy (to, from, length);
  return to + length;
}

void
template_escape_html (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *run = text; /* what is not copied yet */
  const char *special = find_special (text, end);
  gsize grown = length;

  if (special == end) {
    append_piece (out, text, length);
    return;
  }
  for (const char *p = special; p < end; p++)
    grown += growth[(guchar) *p];
  gsize start = out->len;
  g_string_set_size (out, start + grown);
  char *to = out->str + start;
  for (const char *p = special; p < end; p++) {
    if (growth[(guchar) *p] == 0)
      continue;
    to = copy (to, run, p - run);
    to = copy (to, entities[(guchar) *p], growth[(guchar) *p] + 1);
    run = p + 1;
  }
  copy (to, run, end - run);
}

void
template_escape_url (GString *out, const char *text, gsize length)
{
  g_string_append_uri_escaped (out, text, "@+", FALSE);
  (void) length; /* values end in NUL */
}

void
template_escape_style (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr ("\"'\\<>&\n\r\f", text[i]))
      g_string_append_printf (out, "\\%x ", (guchar) text[i]);
    else
      g_string_append_c (out, text[i]);
}

/* E2 begins the two ends of lines that JSON has and scripts have not. */
static inline Block
may_be_special_in_json (Block block)
{
  return (Block) ((block | 2) == '>') | (Block) (block == '&') | (Block) (block == 0xE2);
}

void
template_escape_json (GString *out, const char *text, gsize length)
{
  static const guint8 is_special[256] = { ['<'] = 1, ['>'] = 1, ['&'] = 1, [0xE2] = 1 };
  const char *run = text, *end = text + length;

  for (const char *p = text; (p = block_find (p, end, may_be_special_in_json, is_special)) < end;
       p++) {
    gboolean is_line_end = end - p >= 3 && p[1] == '\x80' && (p[2] == '\xA8' || p[2] == '\xA9');
    if ((guchar) *p == 0xE2 && !is_line_end)
      continue;
    append_piece (out, run, (gsize) (p - run));
    if (is_line_end) {
      append_text (out, p[2] == '\xA8' ? "\\u2028" : "\\u2029");
      p += 2;
    } else
      g_string_append_printf (out, "\\u%04x", (guchar) *p);
    run = p + 1;
  }
  append_piece (out, run, (gsize) (end - run));
}

void
template_escape_none (GString *out, const char *text, gsize length)
{
  append_piece (out, text, length);
}
