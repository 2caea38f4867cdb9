/* SPDX-License-Identifier: MIT */
#include "load/control.h"

#include "base/block.h"
#include "base/i18n.h"

#include <string.h>

/* Blocks that are looked at together. */
#define STRETCH 8

/* Bytes of the control character at `p`; 0: it is another one. */
static gsize
control_length (const char *p)
{
  guchar c = *p;

  if ((c < ' ' && c != '\t' && c != '\n') || c == 0x7f)
    return 1;
  /* U+0080 to U+009F */
  return c == 0xC2 && (guchar) p[1] < 0xA0 ? 2 : 0;
}

/* The bytes from `p` on that are or begin one. */
static inline Block
controls_at (const char *p)
{
  Block at = block_at (p), next = block_at (p + 1);
  Block low = (Block) (at < ' ') & (Block) (at != '\t') & (Block) (at != '\n');

  return low | (Block) (at == 0x7F) | ((Block) (at == 0xC2) & (Block) (next < 0xA0));
}

/* All bodies go through here: stretches without any are passed over as a whole. */
static const char *
find_control (const char *p, const char *end)
{
  for (; end - p >= STRETCH * BLOCK_LENGTH; p += STRETCH * BLOCK_LENGTH) {
    Block found = { 0 };
    for (guint i = 0; i < STRETCH; i++)
      found |= controls_at (p + i * BLOCK_LENGTH);
    if (block_first (found) < BLOCK_LENGTH)
      break;
  }
  while (p < end && control_length (p) == 0)
    p++;
  return p;
}

Source *
control_replace (const Source *source, gsize offset, Report *report)
{
  const char *end = source->text + source->length;
  const char *found = find_control (source->text + offset, end);
  guint last_line = 0;

  if (found == end)
    return NULL;
  char *text = g_memdup2 (source->text, source->length + 1);
  for (; found < end; found = find_control (found, end)) {
    Place place = source_place (source, found - source->text);
    if (place.line != last_line)
      report_warning (report, source, place,
                      _ ("delete it; a new paragraph begins after an empty line"),
                      _ ("an invisible control character stands here, and is taken as a space"));
    last_line = place.line;
    gsize length = control_length (found);
    memset (text + (found - source->text), ' ', length);
    found += length;
  }
  return source_new_take (source->path, text, source->length);
}
