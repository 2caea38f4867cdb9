/* SPDX-License-Identifier: MIT */
#include "word/notes.h"

#include "word/entries.h"

#include <string.h>

/* --- labels --- */

/* The label of a definition. Caller frees. */
static char *
label_of (const Unit *note)
{
  return g_strndup (note->start + 2, units_note_label (note->start));
}

static GArray *
cut_body (const char *text)
{
  const char *matter;
  gsize length;
  return units_cut (entries_body (text, &matter, &length));
}

/* Labels of the notes among `units`, owned → themselves. */
static GHashTable *
labels_of (const GArray *units)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < units->len; i++)
    if (UNIT (units, i)->is_note)
      g_hash_table_add (labels, label_of (UNIT (units, i)));
  return labels;
}

/* The label of the first note that says the same and was not given yet, or NULL. Caller frees. */
static char *
same_label (const GArray *units, const Unit *note, GHashTable *given)
{
  for (guint i = 0; i < units->len; i++) {
    const Unit *other = UNIT (units, i);
    if (!other->is_note || !units_same (other, note))
      continue;
    g_autofree char *label = label_of (other);
    if (!g_hash_table_contains (given, label))
      return g_steal_pointer (&label);
  }
  return NULL;
}

static char *
free_label (GHashTable *taken, GHashTable *given)
{
  for (guint n = 1;; n++) {
    g_autofree char *label = g_strdup_printf ("%u", n);
    if (!g_hash_table_contains (taken, label) && !g_hash_table_contains (given, label))
      return g_steal_pointer (&label);
  }
}

/* For each label of the imported text the one it gets. */
static GHashTable *
new_labels (const GArray *old, const GArray *new)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) taken = labels_of (old);
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < new->len; i++) {
    const Unit *note = UNIT (new, i);
    if (!note->is_note)
      continue;
    char *label = same_label (old, note, given);
    if (label == NULL)
      label = free_label (taken, given);
    g_hash_table_add (given, g_strdup (label));
    g_hash_table_insert (names, label_of (note), label);
  }
  return names;
}

char *
notes_rename (const char *existing, const char *imported)
{
  g_autoptr (GArray) old = cut_body (existing);
  g_autoptr (GArray) new = cut_body (imported);
  g_autoptr (GHashTable) names = new_labels (old, new);
  GString *out = g_string_new (NULL);

  for (const char *p = imported; *p;) {
    gsize length = p > imported && p[-1] == '\\' ? 0 : units_note_label (p);
    g_autofree char *label = length > 0 ? g_strndup (p + 2, length) : NULL;
    const char *name = label ? g_hash_table_lookup (names, label) : NULL;
    if (name) {
      g_string_append_printf (out, "[^%s]", name);
      p += length + 3;
    } else {
      g_string_append_c (out, *p++);
    }
  }
  return g_string_free (out, FALSE);
}

/* --- definitions --- */

GArray *
notes_cut (GArray *units, GArray *known)
{
  g_autoptr (GHashTable) labels = labels_of (known);
  GArray *fresh = units_new ();

  for (guint i = 0; i < known->len; i++)
    UNIT (known, i)->stays |= UNIT (known, i)->is_note;
  for (guint i = 0; i < units->len;) {
    Unit *unit = UNIT (units, i);
    g_autofree char *label = unit->is_note ? label_of (unit) : NULL;
    if (label && !g_hash_table_contains (labels, label))
      units_add (fresh, unit);
    if (label)
      g_array_remove_index (units, i);
    else
      i++;
  }
  return fresh;
}

/* TRUE when “[^label]” stands in `text`, and not as the begin of what the note says. */
static gboolean
calls (const char *text, const char *label)
{
  g_autofree char *call = g_strdup_printf ("[^%s]", label);

  for (const char *p = text; (p = strstr (p, call)); p += strlen (call))
    if (p[strlen (call)] != ':' || (p > text && p[-1] != '\n'))
      return TRUE;
  return FALSE;
}

void
notes_drop (GString *text, const GArray *known, const char *existing, GPtrArray *gone)
{
  for (guint i = 0; i < known->len; i++) {
    const Unit *note = UNIT (known, i);
    g_autofree char *label = note->is_note ? label_of (note) : NULL;
    if (label == NULL || calls (text->str, label) || !calls (existing, label))
      continue;
    g_autofree char *written = g_strndup (note->start, note->length);
    const char *found = strstr (text->str, written);
    if (found)
      g_string_erase (text, found - text->str, (gssize) note->length);
    g_ptr_array_add (gone, g_strdup (note->key));
  }
}
