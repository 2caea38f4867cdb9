/* SPDX-License-Identifier: MIT */
#include "editor/glance.h"

#include "base/block.h"
#include "speech/legacy.h"

#include <string.h>

/* Digits in a row from which on a number may be that of a person. */
#define MANY_DIGITS 9

static gboolean
begins_number (const char *text)
{
  guint n = 0;
  while (n < MANY_DIGITS && g_ascii_isdigit (text[n]))
    n++;
  return n == MANY_DIGITS;
}

/* The bytes from `p` on where a letter begins that only looks like ours, or so many digits that
 * they may be: the first of them, one in the middle and the last. */
static inline Block
telling_at (const char *p)
{
  Block at = block_at (p), next = block_at (p + 1);
  Block middle = block_at (p + MANY_DIGITS / 2), last = block_at (p + MANY_DIGITS - 1);

  return block_between (at, 0xCE, 0xD3) | ((Block) (at == 0xEF) & block_between (next, 0xBC, 0xBD))
         | ((Block) (at == 0xC3) & ((Block) (next == 0xB0) | (Block) (next == 0x90)))
         | ((Block) (at == 0xC4) & (Block) (next == 0xB1))
         | ((Block) (at == 0xC9) & (Block) (next == 0xA1))
         | (block_between (at, '0', '9') & block_between (middle, '0', '9')
            & block_between (last, '0', '9'));
}

/* Of the first `n` bytes; LOOK_AHEAD more can be read. */
#define LOOK_AHEAD (BLOCK_LENGTH + MANY_DIGITS)
static gboolean
is_telling (const char *text, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    guint found;
    while ((found = block_first (telling_at (text + i))) == (guint) BLOCK_LENGTH)
      if ((i += found) >= n)
        return FALSE;
    i += found;
    if (i < n && (!g_ascii_isdigit (text[i]) || begins_number (text + i)))
      return TRUE;
  }
  return FALSE;
}

/* The end of the text is looked at with nothing behind it. */
gboolean
glance_may_stop (const char *text, gsize length)
{
  gsize n_last = MIN (length, LOOK_AHEAD), whole = length - n_last, offset;
  char last[2 * LOOK_AHEAD] = { 0 };

  memcpy (last, text + whole, n_last);
  return is_telling (text, whole) || is_telling (last, n_last)
         || legacy_find (text, length, &offset) != LEGACY_NONE;
}
