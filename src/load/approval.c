/* SPDX-License-Identifier: MIT */
#include "load/approval.h"

#include "base/i18n.h"

#include <string.h>

static const Field approval_fields[] = {
  { "position", "chức vụ", read_text, G_STRUCT_OFFSET (Approval, position), ALWAYS, 0 },
  { "date", "ngày", read_date, G_STRUCT_OFFSET (Approval, date), ALWAYS, 0 },
  { "digest", "mã", read_text, G_STRUCT_OFFSET (Approval, digest), ALWAYS, 0 },
};

void
read_approval (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Approval *approval = target;

  approval->place = node->key_place;
  record_read (reader, approval_fields, G_N_ELEMENTS (approval_fields), ALWAYS, N_ ("an approval"),
               node, approval, NULL);
}

/* --- the text without it --- */

static gsize
line_length (const char *p, const char *end)
{
  const char *newline = memchr (p, '\n', (gsize) (end - p));
  return (gsize) ((newline ? newline + 1 : end) - p);
}

static gboolean
is_fence (const char *line, gsize length)
{
  return length >= 3 && strncmp (line, "---", 3) == 0 && strspn (line + 3, " \t\r\n") >= length - 3;
}

static gboolean
is_approval (const char *line)
{
  return g_str_has_prefix (line, "duyệt:") || g_str_has_prefix (line, "approved:");
}

#define BOM "\xEF\xBB\xBF"

/* Copies the file, but for the key and the lines that are set in below it. `end_of_matter` receives
 * where the second fence stands in the copy, or -1: there is no front matter but from the first
 * line on. */
static GString *
strip (const char *text, gsize length, gssize *end_of_matter)
{
  const char *end = text + length;
  GString *out = g_string_sized_new (length);
  guint n_fences = 0;
  gboolean is_in = FALSE;

  *end_of_matter = -1;
  if (length >= strlen (BOM) && memcmp (text, BOM, strlen (BOM)) == 0)
    g_string_append_len (out, BOM, strlen (BOM));
  text += out->len;
  for (const char *p = text; p < end;) {
    gsize n = line_length (p, end);
    if ((n_fences == 1 || p == text) && is_fence (p, n)) {
      if (++n_fences == 2)
        *end_of_matter = (gssize) out->len;
      is_in = FALSE;
    } else if (n_fences == 1)
      is_in = is_approval (p) || (is_in && (*p == ' ' || *p == '\t'));
    if (!is_in)
      g_string_append_len (out, p, (gssize) n);
    p += n;
  }
  return out;
}

char *
approval_digest (const Source *source)
{
  gssize end;
  g_autoptr (GString) stripped = strip (source->text, source->length, &end);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, stripped->str, (gssize) stripped->len);
}

void
approval_check (Approval *approval, const Source *source, Report *report)
{
  if (approval->digest == NULL)
    return;
  g_autofree char *digest = approval_digest (source);
  approval->is_current = strcmp (digest, approval->digest) == 0;
  if (!approval->is_current)
    report_warning (report, source, approval->place,
                    _ ("have it approved again, and run “loa approve”"),
                    _ ("this was changed after “%s” had approved it"),
                    approval->position ? approval->position : "?");
}

char *
approval_sign (const char *text, gsize length, const char *digest, const char *position, Date date)
{
  gboolean is_dos = memmem (text, length, "\r\n", 2) != NULL;
  gssize end;
  GString *out = strip (text, length, &end);

  if (end < 0) {
    g_string_free (out, TRUE);
    return NULL;
  }
  g_autofree char *line =
    g_strdup_printf ("duyệt: { chức vụ: \"%s\", ngày: %02u/%02u/%u, mã: %s }%s\n", position,
                     date.day, date.month, date.year, digest, is_dos ? "\r" : "");
  g_string_insert (out, end, line);
  return g_string_free (out, FALSE);
}
