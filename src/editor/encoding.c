/* SPDX-License-Identifier: MIT */
#include "editor/encoding.h"

#include "base/i18n.h"
#include "speech/legacy.h"

#include <string.h>

static gboolean
is_plain (const Passage *passage)
{
  for (gsize i = 0; i < passage->length; i++)
    if ((guchar) passage->text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

void
encoding_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    gsize offset = 0;
    if (!passage->is_read || is_plain (passage))
      continue;
    LegacyEncoding encoding = legacy_find (passage->text, passage->length, &offset);
    if (encoding == LEGACY_NONE)
      continue;
    g_autofree char *right = legacy_convert (passage->text, passage->length, encoding);
    if (encoding == LEGACY_MOJIBAKE)
      remark_fix (review, "CODE-01", passage, 0, (guint) passage->length, right,
                  _ ("this text was written in UTF-8 and read as something else"));
    else
      remark_fix (review, "CODE-02", passage, 0, (guint) passage->length, right,
                  _ ("this text is in %s, from before Unicode"), legacy_name (encoding));
  }
}
