/* SPDX-License-Identifier: MIT */
/* This is a merge of three texts: the document as it is written (old), the file as it left
 * (exported, known by its digests alone) and as it comes back (new). Where old and exported have
 * units in common, they are anchors; what stands between two anchors is the same text in two
 * forms. */
#include "word/origin.h"

#include "word/import.h"
#include "word/markdown.h"
#include "word/ooxml.h"

#include <stdlib.h>
#include <string.h>

#define VERSION   "1"
#define MAX_PARTS 2000 /* properties that are read */

/* --- digests --- */

static guint32
entry_digest (const MatterEntry *entry)
{
  g_autofree char *both = g_strdup_printf ("%s: %s", entry->key, entry->value);
  return units_digest (both);
}

/* What an untouched file says, as it would be merged. */
static void
append_digests (GString *out, const char *markdown)
{
  const char *matter;
  gsize length;
  const char *body = entries_body (markdown, &matter, &length);
  g_autoptr (GArray) entries = entries_cut (matter, length);
  g_autoptr (GArray) units = units_cut (units_skip_empty (body));

  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, MatterEntry, i).key)
      g_string_append_printf (out, "%08x", entry_digest (&g_array_index (entries, MatterEntry, i)));
  g_string_append_c (out, ';');
  for (guint i = 0; i < units->len; i++)
    if (!UNIT (units, i)->is_note)
      g_string_append_printf (out, "%08x", UNIT (units, i)->digest);
}

char *
origin_text (GBytes *file, const char *path)
{
  g_autoptr (WordPackage) package = NULL;
  g_autoptr (Imported) imported = word_import (file, N_IMPORTED_KINDS, &package, NULL);
  g_autoptr (GString) markdown = g_string_new (NULL);
  const MarkdownNames names = { "a", 0, NULL };
  GString *out = g_string_new (VERSION ";");

  if (imported) {
    markdown_document (imported, &names, markdown);
    append_digests (out, markdown->str);
  }
  g_string_append_printf (out, ";%s", path);
  return g_string_free (out, FALSE);
}

/* --- reading --- */

static GArray *
read_digests (const char *text)
{
  GArray *digests = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize length = strlen (text);

  for (gsize i = 0; i + 8 <= length; i += 8) {
    g_autofree char *hex = g_strndup (text + i, 8);
    guint32 digest = (guint32) g_ascii_strtoull (hex, NULL, 16);
    g_array_append_val (digests, digest);
  }
  return digests;
}

Origin *
origin_parse (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", 4);

  if (g_strv_length (parts) != 4 || strcmp (parts[0], VERSION) != 0)
    return NULL;
  Origin *origin = g_new0 (Origin, 1);
  origin->entries = read_digests (parts[1]);
  origin->units = read_digests (parts[2]);
  origin->path = g_strdup (parts[3]);
  return origin;
}

void
origin_free (Origin *origin)
{
  if (origin == NULL)
    return;
  g_free (origin->path);
  g_array_unref (origin->entries);
  g_array_unref (origin->units);
  g_free (origin);
}

/* Word’s dialog takes 255 letters in a property, so the text stands in several: “loa.1”, “loa.2”.
 */
Origin *
origin_read (WordPackage *package)
{
  const char *name = word_package_related (package, "", "custom-properties");
  GBytes *bytes = name ? word_package_part (package, name) : NULL;
  g_autoptr (Ooxml) ooxml = bytes ? ooxml_parse (bytes, NULL) : NULL;
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *node = ooxml ? ooxml_root (ooxml)->children : NULL; node; node = node->next) {
    const char *key = ooxml_is (node, "property") ? ooxml_attribute (node, "name") : NULL;
    int number = key && g_str_has_prefix (key, "loa.") ? atoi (key + strlen ("loa.")) : 0;
    const xmlNode *value = ooxml_child (node, "lpwstr");
    if (number < 1 || number > MAX_PARTS || value == NULL)
      continue;
    if ((guint) number > pieces->len)
      g_ptr_array_set_size (pieces, number);
    g_free (pieces->pdata[number - 1]);
    pieces->pdata[number - 1] = g_strdup (ooxml_text (value));
  }
  for (guint i = 0; i < pieces->len; i++)
    g_string_append (text, pieces->pdata[i] ? pieces->pdata[i] : "");
  return origin_parse (text->str);
}

gboolean
origin_has_entry (const Origin *origin, const MatterEntry *entry)
{
  guint32 digest = entry_digest (entry);

  for (guint i = 0; i < origin->entries->len; i++)
    if (g_array_index (origin->entries, guint32, i) == digest)
      return TRUE;
  return FALSE;
}

/* --- three texts --- */

typedef struct {
  GArray *old;
  const GArray *new;
  const int *came_back; /* where each exported unit is in `new`, or -1 */
  int *instead;         /* for each of `new`: -1: itself; else units of `old` from here on … */
  int *n_instead;       /* … so many */
} Adoption;

/* The exported units from `from` on read otherwise than those of `old` between two places. If all
 * of them came back, next to each other, those of `old` take their place. */
static void
adopt_stretch (Adoption *adoption, guint old_from, guint old_to, guint from, guint to)
{
  for (guint j = from; j < to; j++)
    if (adoption->came_back[j] < 0
        || (j > from && adoption->came_back[j] != adoption->came_back[j - 1] + 1))
      return;
  for (guint j = from; j < to; j++) {
    int place = adoption->came_back[j];
    adoption->instead[place] = (int) old_from;
    adoption->n_instead[place] = j == from ? (int) (old_to - old_from) : 0;
  }
}

/* As many on both sides that are on paper are pairs, so that a change in one leaves the others
 * alone. */
static void
adopt_between (Adoption *adoption, guint old_from, guint old_to, guint from, guint to)
{
  guint n_printed = 0;

  for (guint i = old_from; i < old_to; i++) {
    UNIT (adoption->old, i)->stays |= from == to;
    n_printed += !UNIT (adoption->old, i)->stays;
  }
  if (to - from != n_printed) {
    adopt_stretch (adoption, old_from, old_to, from, to);
    return;
  }
  for (guint i = old_from; i < old_to; i++)
    if (!UNIT (adoption->old, i)->stays) {
      adopt_stretch (adoption, i, i + 1, from, from + 1);
      from++;
    }
}

static GArray *
adopted (const Adoption *adoption)
{
  GArray *units = units_new ();

  for (guint i = 0; i < adoption->new->len; i++) {
    if (adoption->instead[i] < 0)
      units_add (units, UNIT (adoption->new, i));
    for (int n = 0; n < adoption->n_instead[i]; n++)
      units_add (units, UNIT (adoption->old, adoption->instead[i] + n));
  }
  return units;
}

GArray *
origin_adopt (const Origin *origin, GArray *old, const GArray *new)
{
  const GArray *exported = origin->units;
  g_autoptr (GArray) old_digests = units_digests (old);
  g_autoptr (GArray) new_digests = units_digests (new);
  g_autofree int *written = units_pair (exported, old_digests);
  g_autofree int *came_back = units_pair (exported, new_digests);
  g_autofree int *instead = g_new (int, new->len + 1);
  g_autofree int *n_instead = g_new0 (int, new->len + 1);
  Adoption adoption = { old, new, came_back, instead, n_instead };
  guint old_from = 0, from = 0;

  for (guint i = 0; i < new->len; i++)
    instead[i] = -1;
  for (guint j = 0; j < exported->len; j++) {
    if (written[j] < 0)
      continue;
    adopt_between (&adoption, old_from, (guint) written[j], from, j);
    old_from = (guint) written[j] + 1;
    from = j + 1;
  }
  adopt_between (&adoption, old_from, old->len, from, exported->len);
  return adopted (&adoption);
}
