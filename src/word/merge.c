/* SPDX-License-Identifier: MIT */
/* Both texts are cut into units, and the longest common subsequence of their keys says what stayed.
 * Units that paper never shows, the fenced blocks, stay where they are. */
#include "word/merge.h"

#include "word/notes.h"

#include <string.h>

#define MAX_SHOWN 48 /* characters of a unit in a line of changes */

void
merge_free (Merge *merge)
{
  if (merge == NULL)
    return;
  g_free (merge->text);
  g_ptr_array_unref (merge->changes);
  g_free (merge);
}

/* --- what changed --- */

/* The part of a text around its difference, short enough for a line. Caller frees. */
static char *
excerpt (const char *key, gsize from, gsize to)
{
  while (from > 0 && ((guchar) key[from] & 0xC0) == 0x80)
    from--;
  while (key[to] && ((guchar) key[to] & 0xC0) == 0x80)
    to++;
  g_autofree char *piece = g_strndup (key + from, to - from);
  if (g_utf8_strlen (piece, -1) <= MAX_SHOWN)
    return g_steal_pointer (&piece);
  g_autofree char *start = g_utf8_substring (piece, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

static gsize
common_start (const char *a, const char *b)
{
  gsize at = 0, word = 0;

  for (; a[at] && a[at] == b[at]; at++)
    if (a[at] == ' ')
      word = at + 1;
  return a[at] == b[at] ? at : word;
}

static gsize
common_end (const char *a, const char *b, gsize start)
{
  gsize la = strlen (a), lb = strlen (b), at = 0, word = 0;

  for (; at < la - start && at < lb - start && a[la - at - 1] == b[lb - at - 1]; at++)
    if (a[la - at - 1] == ' ')
      word = at + 1;
  return word;
}

/* A word or two before the difference say where it is. */
static gsize
step_back (const char *text, gsize at)
{
  for (guint words = 0; at > 0 && words < 3; at--)
    words += text[at - 1] == ' ';
  return at > 0 ? at + 1 : 0;
}

static char *
describe (const char *old, const char *new)
{
  gsize start = common_start (old, new);
  gsize end = common_end (old, new, start);
  gsize from = step_back (old, start);
  g_autofree char *before = excerpt (old, from, strlen (old) - end);
  g_autofree char *after = excerpt (new, from, strlen (new) - end);
  return g_strdup_printf ("%s → %s", before, after);
}

static void
add_change (Merge *merge, const char *old, const char *new)
{
  if (old && new) {
    g_ptr_array_add (merge->changes, describe (old, new));
    return;
  }
  const char *only = old ? old : new;
  g_autofree char *shown = excerpt (only, 0, strlen (only));
  g_ptr_array_add (merge->changes, g_strdup_printf ("%c %s", old ? '-' : '+', shown));
}

/* --- the body --- */

/* A unit that ends a text may have no empty line behind it. */
static void
append_unit (GString *out, const Unit *unit)
{
  if (out->len > 1 && !g_str_has_suffix (out->str, "\n\n")
      && !(g_str_has_suffix (out->str, "\n") && units_begins_item (unit->start)))
    g_string_append (out, g_str_has_suffix (out->str, "\n") ? "\n" : "\n\n");
  g_string_append_len (out, unit->start, unit->length);
}

/* Between two units that stayed: old ones go, new ones come, the first for the first. */
static void
replace_units (Merge *merge, GString *out, const GArray *old, guint i, guint old_end,
               const GArray *new, guint j, guint new_end)
{
  while (i < old_end || j < new_end) {
    if (i < old_end && UNIT (old, i)->stays) {
      append_unit (out, UNIT (old, i++));
      continue;
    }
    add_change (merge, i < old_end ? UNIT (old, i)->key : NULL,
                j < new_end ? UNIT (new, j)->key : NULL);
    if (j < new_end)
      append_unit (out, UNIT (new, j++));
    i += i < old_end;
  }
}

static void
merge_units (Merge *merge, GString *out, const GArray *old, const GArray *new)
{
  g_autoptr (GArray) old_digests = units_digests (old);
  g_autoptr (GArray) new_digests = units_digests (new);
  g_autofree int *pairs = units_pair (old_digests, new_digests);
  guint from = 0, new_from = 0;

  for (guint i = 0; i < old->len; i++) {
    if (pairs[i] < 0 || !units_same (UNIT (old, i), UNIT (new, pairs[i])))
      continue;
    replace_units (merge, out, old, from, i, new, new_from, (guint) pairs[i]);
    append_unit (out, UNIT (old, i));
    from = i + 1;
    new_from = (guint) pairs[i] + 1;
  }
  replace_units (merge, out, old, from, old->len, new, new_from, new->len);
}

/* --- front matter --- */

/* loa puts “Như trên” first and “Lưu: VT” last where they are not written. */
static gboolean
same_value (const MatterEntry *old, const MatterEntry *new)
{
  if (strcmp (old->value, new->value) == 0)
    return TRUE;
  if (strcmp (new->key, "trích yếu") == 0) { /* whose first letter is that of its place */
    g_autofree char *small = g_utf8_casefold (old->value, -1);
    g_autofree char *other = g_utf8_casefold (new->value, -1);
    gsize first = g_utf8_next_char (old->value) - old->value;
    return strcmp (small, other) == 0 && strlen (old->value) == strlen (new->value)
           && strcmp (old->value + first, new->value + first) == 0;
  }
  if (strcmp (new->key, "nơi nhận") != 0)
    return FALSE;
  g_autofree char *with_first = g_strdup_printf ("Như trên %s", old->value);
  g_autofree char *with_last = g_strdup_printf ("%s Lưu: VT", old->value);
  g_autofree char *with_both = g_strdup_printf ("Như trên %s Lưu: VT", old->value);
  return strcmp (with_first, new->value) == 0 || strcmp (with_last, new->value) == 0
         || strcmp (with_both, new->value) == 0;
}

/* Not seen on paper, or seen in another form: what is stored stays. */
static gboolean
is_stored (const char *key)
{
  return strcmp (key, "loại") == 0 || strcmp (key, "nháp") == 0 || strcmp (key, "cơ quan") == 0;
}

static void
add_entry_change (Merge *merge, const char *key, const char *old, const char *new)
{
  g_autofree char *change = old ? describe (old, new) : g_strdup (new);
  g_ptr_array_add (merge->changes, g_strdup_printf ("%s: %s", key, change));
}

/* Number and symbol may stand in one key or in two, and paper shows 5 as 05. */
static gboolean
is_same_number (const GArray *old, const MatterEntry *new)
{
  const MatterEntry *number = entries_find (old, "số"), *symbol = entries_find (old, "ký hiệu");

  if (number == NULL || strcmp (new->key, "số") != 0)
    return FALSE;
  const char *wanted = new->value + strspn (new->value, "0");
  const char *digits = number->value + strspn (number->value, "0");
  if (symbol == NULL)
    return strcmp (digits, wanted) == 0;
  g_autofree char *both = g_strdup_printf ("%s/%s", digits, symbol->value);
  g_autofree char *of_party = g_strdup_printf ("%s-%s", digits, symbol->value);
  return strcmp (both, wanted) == 0 || strcmp (of_party, wanted) == 0;
}

static gboolean
stays (const GArray *all_old, const MatterEntry *old, const MatterEntry *new, const Origin *origin)
{
  return new == NULL || (origin && origin_has_entry (origin, new)) || is_stored (old->key)
         || same_value (old, new) || is_same_number (all_old, new);
}

/* What loa writes by itself where nobody said it. */
static gboolean
is_usual (const MatterEntry *entry)
{
  return strcmp (entry->key, "nơi nhận") == 0
         && (strcmp (entry->value, "Như trên Lưu: VT") == 0
             || strcmp (entry->value, "Lưu: VT") == 0);
}

/* “loại: kế hoạch” says what “loại: công văn” and “tên loại: kế hoạch” say. */
static gboolean
is_kind_itself (const GArray *old, const MatterEntry *type)
{
  const MatterEntry *kind = entries_find (old, "loại");
  return strcmp (type->key, "tên loại") == 0 && kind && strcmp (kind->value, type->value) == 0;
}

static void
merge_entries (Merge *merge, GString *out, const GArray *old, const GArray *new,
               const Origin *origin)
{
  for (guint i = 0; i < old->len; i++) {
    const MatterEntry *entry = &g_array_index (old, MatterEntry, i);
    const MatterEntry *other = entry->key ? entries_find (new, entry->key) : NULL;
    if (entry->key == NULL || stays (old, entry, other, origin)) {
      g_string_append_len (out, entry->start, entry->length);
      continue;
    }
    g_string_append_len (out, other->start, other->length);
    add_entry_change (merge, entry->key, entry->value, other->value);
  }
  for (guint i = 0; i < new->len; i++) {
    const MatterEntry *entry = &g_array_index (new, MatterEntry, i);
    if (entry->key == NULL || entries_find (old, entry->key) || is_stored (entry->key)
        || is_kind_itself (old, entry) || is_usual (entry)
        || (origin && origin_has_entry (origin, entry)))
      continue;
    g_string_append_len (out, entry->start, entry->length);
    add_entry_change (merge, entry->key, NULL, entry->value);
  }
}

/* --- the whole --- */

/* Footnotes that nobody calls any more go, those that are new come at the end, the first for the
 * first. */
static void
merge_notes (Merge *merge, GString *body, const GArray *old, const GArray *fresh,
             const char *existing)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);

  notes_drop (body, old, existing, gone);
  for (guint i = 0; i < MAX (gone->len, fresh->len); i++)
    add_change (merge, i < gone->len ? gone->pdata[i] : NULL,
                i < fresh->len ? UNIT (fresh, i)->key : NULL);
  for (guint i = 0; i < fresh->len; i++)
    append_unit (body, UNIT (fresh, i));
}

static void
merge_bodies (Merge *merge, GString *body, const char *old_body, const char *new_body,
              const Origin *origin)
{
  g_autoptr (GArray) old = units_cut (old_body);
  g_autoptr (GArray) new = units_cut (new_body);
  g_autoptr (GArray) fresh = notes_cut (new, old);
  g_autoptr (GArray) adopted = origin ? origin_adopt (origin, old, new) : g_array_ref (new);

  merge_units (merge, body, old, adopted);
  merge_notes (merge, body, old, fresh, old_body);
}

Merge *
merge_documents (const char *existing, const char *imported, const Origin *origin)
{
  Merge *merge = g_new0 (Merge, 1);
  const char *old_matter, *new_matter;
  gsize old_length, new_length;
  g_autofree char *renamed = notes_rename (existing, imported);
  const char *old_body = entries_body (existing, &old_matter, &old_length);
  const char *new_body = entries_body (renamed, &new_matter, &new_length);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);

  merge->changes = g_ptr_array_new_with_free_func (g_free);
  gsize gap = units_skip_empty (old_body) - old_body;
  g_autoptr (GArray) old_entries = entries_cut (old_matter, old_length);
  g_autoptr (GArray) new_entries = entries_cut (new_matter, new_length);
  g_string_append (out, "---\n");
  merge_entries (merge, out, old_entries, new_entries, origin);
  g_string_append_printf (out, "---\n%.*s", (int) gap, old_body);
  merge_bodies (merge, body, old_body + gap, units_skip_empty (new_body), origin);
  while (g_str_has_suffix (body->str, "\n\n") && !g_str_has_suffix (existing, "\n\n"))
    g_string_truncate (body, body->len - 1);
  g_string_append_len (out, body->str, body->len);
  merge->text = g_string_free (g_steal_pointer (&out), FALSE);
  return merge;
}
