/* SPDX-License-Identifier: MIT */
#include "word/entries.h"

#include "base/date.h"
#include "model/product.h"
#include "word/units.h"

#include <string.h>

static void
entry_clear (gpointer data)
{
  g_free (((MatterEntry *) data)->key);
  g_free (((MatterEntry *) data)->value);
}

/* The keys an import can set, and the words it sets them to. */
static const Spelling keys[] = {
  { "kind", "loại" },           { "title", "tiêu đề" },
  { "type", "tên loại" },       { "office", "cơ quan" },
  { "date", "ngày" },           { "number", "số" },
  { "symbol", "ký hiệu" },      { "subject", "trích yếu" },
  { "to", "kính gửi" },         { "wire_to", "điện" },
  { "invited", "kính mời" },    { "issuer", "người ban hành" },
  { "urgency", "độ khẩn" },     { "attached_to", "kèm theo" },
  { "copies", "nơi nhận" },     { "signer", "người ký" },
  { "authority", "quyền hạn" }, { "draft", "nháp" },
  { "contents", "mục lục" },
};
static const Spelling values[] = {
  { "true", "có" },
  { "urgent", "khẩn" },
  { "very urgent", "thượng khẩn" },
  { "express", "hỏa tốc" },
};

/* As the table has it in Vietnamese, or as it is. Caller frees. */
static char *
in_vietnamese (const Spelling *table, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].english, text) == 0)
      return g_strdup (table[i].vietnamese);
  return g_strdup (text);
}

/* Within a list or map in brackets, which may go over several lines. */
typedef struct {
  guint depth;
  char quote; /* that is open, or 0 */
} Brackets;

/* A comma between two of a list in brackets is none of the words; any other is. */
static void
append_words (GString *plain, const char *line, Brackets *within)
{
  for (const char *p = line; *p; p++) {
    gboolean opens = strchr ("[{", *p) && (p == line || within->depth > 0);
    if (*p == within->quote)
      within->quote = 0;
    else if (within->depth > 0 && within->quote == 0 && strchr ("\"'", *p))
      within->quote = *p;
    else if (within->quote == 0 && opens)
      within->depth++;
    else if (within->quote == 0 && within->depth > 0 && strchr ("]}", *p))
      within->depth--;
    else if (*p == ',' && (within->depth == 0 || within->quote))
      g_string_append_c (plain, *p);
    if (strchr ("\"'[]{},", *p) == NULL)
      g_string_append_c (plain, *p);
  }
}

/* The words of a value, whichever way its list, its quotation marks and its date are written. */
static char *
plain_value (const char *text, gsize length)
{
  g_autofree char *own = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (own, "\n", -1);
  GString *plain = g_string_new (NULL);
  Brackets within = { 0 };
  Date date;

  for (guint i = 0; lines[i]; i++) {
    const char *line = g_strstrip (lines[i]);
    line += g_str_has_prefix (line, "- ") ? 2 : 0;
    append_words (plain, line, &within);
    g_string_append_c (plain, ' ');
  }
  g_strstrip (plain->str);
  g_autofree char *words = g_string_free (plain, FALSE);
  return date_parse (words, &date) == DATE_GOOD
           ? date_iso (date)
           : in_vietnamese (values, G_N_ELEMENTS (values), words);
}

GArray *
entries_cut (const char *matter, gsize length)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (MatterEntry));
  const char *end = matter + length;

  g_array_set_clear_func (entries, entry_clear);
  for (const char *p = matter; p < end;) {
    gsize whole = units_line_length (p);
    while (p + whole < end && (p[whole] == ' ' || p[whole] == '-'))
      whole += units_line_length (p + whole);
    const char *colon = *p == '#' ? NULL : memchr (p, ':', whole);
    MatterEntry entry = { .start = p, .length = MIN (whole, (gsize) (end - p)) };
    if (colon) {
      g_autofree char *key = g_strndup (p, colon - p);
      entry.key = in_vietnamese (keys, G_N_ELEMENTS (keys), key);
      entry.value = plain_value (colon + 1, p + entry.length - colon - 1);
    }
    g_array_append_val (entries, entry);
    p += whole;
  }
  return entries;
}

const MatterEntry *
entries_find (const GArray *entries, const char *key)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (g_array_index (entries, MatterEntry, i).key, key) == 0)
      return &g_array_index (entries, MatterEntry, i);
  return NULL;
}

const char *
entries_body (const char *text, const char **matter, gsize *length)
{
  const char *end = g_str_has_prefix (text, "---\n") ? strstr (text + 3, "\n---\n") : NULL;

  *matter = end ? text + 4 : text;
  *length = end ? (gsize) (end + 1 - *matter) : 0;
  return end ? end + strlen ("\n---\n") : text;
}
