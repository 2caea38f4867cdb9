/* SPDX-License-Identifier: MIT */
#include "search/card.h"

#include "base/append.h"
#include "base/block.h"

#include <string.h>

/* E2 begins the two ends of lines that JSON has and scripts have not. */
static inline Block
may_be_special (Block block)
{
  return (Block) (block < ' ') | (Block) (block == '"') | (Block) (block == '\\')
         | (Block) (block == 0xe2);
}

void
card_add_text (GString *out, const char *text, gsize length)
{
  static const guint8 is_special[256] = { [0 ... ' ' - 1] = 1, ['"'] = 1, ['\\'] = 1, [0xe2] = 1 };
  const char *end = text + length;

  g_string_append_c (out, '"');
  while (text < end) {
    const char *start = text;
    text = block_find (text, end, may_be_special, is_special);
    append_piece (out, start, (gsize) (text - start));
    if (text == end)
      break;
    if ((guchar) *text == 0xe2 && (guchar) text[1] == 0x80 && ((guchar) text[2] & 0xfe) == 0xa8) {
      append_piece (out, " ", 1);
      text += 2;
    } else if (*text == '\n')
      append_piece (out, "\\n", 2);
    else if ((guchar) *text < ' ')
      append_piece (out, " ", 1);
    else {
      if (*text == '"' || *text == '\\')
        append_piece (out, "\\", 1);
      append_piece (out, text, 1);
    }
    text++;
  }
  g_string_append_c (out, '"');
}

static void
add_string (GString *out, const char *text)
{
  if (text)
    card_add_text (out, text, strlen (text));
  else
    g_string_append_c (out, '0');
}

guint
card_state (const Entry *entry)
{
  return !entry->is_over ? 0 : entry->document && entry->document->replaced_by ? 2 : 1;
}

void
card_write (const Site *site, const Entry *entry, const char *text, gsize length, GString *out)
{
  g_autofree char *href = entry_href (entry);
  g_autofree char *label = entry_label (site, entry);
  g_autofree char *summary = entry_summary (site, entry);
  g_autofree char *date = entry->document && date_is_set (entry->document->date)
                            ? date_short (entry->document->date)
                            : NULL;
  const char *const about[] = { href, entry_title (entry), label,
                                entry->document ? entry->office->name : NULL, date };

  for (guint i = 0; i < G_N_ELEMENTS (about); i++) {
    g_string_append_c (out, i ? ',' : '[');
    add_string (out, about[i]);
  }
  g_string_append_printf (out, ",%u,", card_state (entry));
  add_string (out, summary);
  g_string_append_c (out, ',');
  card_add_text (out, text, length);
  g_string_append_c (out, ']');
}
