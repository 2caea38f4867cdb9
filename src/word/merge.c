/* SPDX-License-Identifier: MIT */
/* Both texts are cut into units (a paragraph, an item, a table, a fenced block), each unit gets a
 * key of the words alone, and the longest common subsequence of keys says what stayed. Units that
 * paper never shows, the fenced blocks, stay where they are.
 *
 * A key forgets all that Word and Markdown write differently: emphasis, targets of links, the kind
 * of quotation marks, indents. */
#include "word/merge.h"

#include "base/date.h"

#include <string.h>

#define MAX_UNITS 3000 /* beyond it the middle is taken as changed: the table of the LCS is n² */
#define MAX_SHOWN 48   /* characters of a unit in a line of changes */

typedef struct {
  const char *start;
  gsize length; /* with the empty lines behind it */
  char *key;
  gboolean is_fenced;
} Unit;

static void
unit_clear (gpointer data)
{
  g_free (((Unit *) data)->key);
}

void
merge_free (Merge *merge)
{
  if (merge == NULL)
    return;
  g_free (merge->text);
  g_ptr_array_unref (merge->changes);
  g_free (merge);
}

/* --- keys --- */

/* What is written in two ways, and the one that counts. */
static const struct {
  const char *from, *to;
} same[] = {
  { "“", "\"" }, { "”", "\"" }, { "‘", "'" }, { "’", "'" },   { "…", "..." },
  { "–", "-" },  { "—", "-" },  { "→", "/" }, { "›", "/" },   { "\\\n", " " },
  { "=>", "/" }, { "**", "" },  { "~~", "" }, { "./.", "." }, /* the end mark, which loa writes */
};

/* “](…)” goes with what is in it. */
static const char *
skip_target (const char *p)
{
  guint depth = 0;

  for (const char *q = p + 1; *q && *q != '\n'; q++) {
    depth += *q == '(';
    depth -= *q == ')';
    if (depth == 0)
      return q + 1;
  }
  return p + 1;
}

/* The title of a picture is its caption, which paper shows. */
static void
append_caption (GString *key, const char *target, const char *end)
{
  const char *quote = memchr (target, '"', end - target);
  const char *last = quote ? memrchr (target, '"', end - target) : NULL;

  if (last > quote) {
    g_string_append_c (key, ' ');
    g_string_append_len (key, quote + 1, last - quote - 1);
  }
}

/* “Phụ lục I: Danh sách” has its title in capitals on paper. */
static gboolean
is_appendix (const char *text)
{
  g_autofree char *start = g_utf8_strdown (text, strnlen (text, strlen ("## PHỤ LỤC")));
  return g_str_has_prefix (start, "## phụ lục");
}

static gboolean
take_same (GString *key, const char **p, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
    gsize length = strlen (same[i].from);
    if ((gsize) (end - *p) >= length && memcmp (*p, same[i].from, length) == 0) {
      g_string_append (key, same[i].to);
      *p += length;
      return TRUE;
    }
  }
  return FALSE;
}

static void
append_blank (GString *key)
{
  if (key->len > 0 && key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
}

/* The line of dashes below the head of a table, with its colons. */
static gsize
ruler_length (const char *p)
{
  gsize length = strspn (p, "|:- \t");
  return length > 2 && memchr (p, '-', length) && (p[length] == '\n' || p[length] == '\0')
             && *p == '|'
           ? length
           : 0;
}

static char *
make_key (const char *text, gsize length)
{
  GString *key = g_string_new (NULL);
  const char *end = text + length;
  gboolean is_picture = FALSE;

  for (const char *p = text; p < end;) {
    if (p == text || p[-1] == '\n')
      p += MIN (ruler_length (p), (gsize) (end - p));
    if (p == end)
      break;
    if (take_same (key, &p, end))
      continue;
    if (*p == '\\' && g_ascii_ispunct (p[1])) {
      p++; /* and what it escapes counts as it does without */
    } else if (*p == ']' && p[1] == '(') {
      const char *behind = skip_target (p);
      behind = MIN (behind, end);
      if (is_picture)
        append_caption (key, p, behind);
      is_picture = FALSE;
      p = behind;
    } else if (g_ascii_isspace (*p)) {
      append_blank (key);
      p++;
    } else {
      is_picture |= *p == '!' && p[1] == '[';
      if (strchr ("*_[]#`<>", *p) == NULL)
        g_string_append_c (key, *p);
      p++;
    }
  }
  g_strstrip (key->str);
  g_autofree char *words = g_string_free (key, FALSE);
  return is_appendix (text) ? g_utf8_casefold (words, -1) : g_steal_pointer (&words);
}

/* --- units --- */

static gsize
line_length (const char *p)
{
  const char *end = strchr (p, '\n');
  return end ? (gsize) (end - p + 1) : strlen (p);
}

static gboolean
is_empty_line (const char *p)
{
  p += strspn (p, " \t");
  return *p == '\n' || *p == '\0';
}

static gboolean
is_fence (const char *p)
{
  p += strspn (p, " ");
  return g_str_has_prefix (p, "```") || g_str_has_prefix (p, "~~~");
}

/* A line that begins an item, so that those of a list without empty lines are units of their own.
 */
static gboolean
begins_item (const char *p)
{
  p += strspn (p, " ");
  gsize digits = strspn (p, "0123456789");

  if (digits > 0 && digits < 4)
    return (p[digits] == '.' || p[digits] == ')') && p[digits + 1] == ' ';
  return strchr ("-*+", *p) && *p && p[1] == ' ';
}

/* As many lines as belong together. */
static gsize
unit_length (const char *p, gboolean *is_fenced)
{
  gsize length = line_length (p);

  *is_fenced = is_fence (p);
  while (*is_fenced && p[length]) {
    gboolean is_end = is_fence (p + length);
    length += line_length (p + length);
    if (is_end)
      return length;
  }
  while (!*is_fenced && p[length] && !is_empty_line (p + length) && !is_fence (p + length)
         && !begins_item (p + length))
    length += line_length (p + length);
  return length;
}

static GArray *
cut_units (const char *body)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));

  g_array_set_clear_func (units, unit_clear);
  for (const char *p = body; *p;) {
    Unit unit = { .start = p };
    gsize words = unit_length (p, &unit.is_fenced);
    unit.key = make_key (p, words);
    unit.length = words;
    while (p[unit.length] && is_empty_line (p + unit.length))
      unit.length += line_length (p + unit.length);
    p += unit.length;
    g_array_append_val (units, unit);
  }
  return units;
}

#define UNIT(units, i) (&g_array_index (units, Unit, i))

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

/* Lengths of common subsequences from (i, j) on. */
static guint16 *
measure (const GArray *old, const GArray *new)
{
  guint width = new->len + 1;
  guint16 *table = g_new0 (guint16, (gsize) (old->len + 1) * width);

  for (guint i = old->len; i-- > 0;)
    for (guint j = new->len; j-- > 0;) {
      gboolean same_key = strcmp (UNIT (old, i)->key, UNIT (new, j)->key) == 0;
      guint16 skip = MAX (table[(i + 1) * width + j], table[i * width + j + 1]);
      table[i * width + j] = same_key ? MAX (skip, table[(i + 1) * width + j + 1] + 1) : skip;
    }
  return table;
}

/* A unit that ends a text may have no empty line behind it. */
static void
append_unit (GString *out, const Unit *unit)
{
  if (out->len > 1 && !g_str_has_suffix (out->str, "\n\n")
      && !(g_str_has_suffix (out->str, "\n") && begins_item (unit->start)))
    g_string_append (out, g_str_has_suffix (out->str, "\n") ? "\n" : "\n\n");
  g_string_append_len (out, unit->start, unit->length);
}

/* Between two units that stayed: old ones go, new ones come, the first for the first. */
static void
replace_units (Merge *merge, GString *out, const GArray *old, guint i, guint old_end,
               const GArray *new, guint j, guint new_end)
{
  while (i < old_end || j < new_end) {
    if (i < old_end && UNIT (old, i)->is_fenced) {
      append_unit (out, UNIT (old, i++));
      continue;
    }
    gboolean both = i < old_end && j < new_end;
    add_change (merge, both || i < old_end ? UNIT (old, i)->key : NULL,
                both || j < new_end ? UNIT (new, j)->key : NULL);
    if (j < new_end)
      append_unit (out, UNIT (new, j++));
    i += i < old_end;
  }
}

static void
merge_units (Merge *merge, GString *out, const GArray *old, const GArray *new)
{
  gboolean is_long = old->len > MAX_UNITS || new->len > MAX_UNITS;
  g_autofree guint16 *table = is_long ? NULL : measure (old, new);
  guint width = new->len + 1, i = 0, j = 0, from_i = 0, from_j = 0;

  while (i < old->len && j < new->len) {
    if (strcmp (UNIT (old, i)->key, UNIT (new, j)->key) == 0) {
      replace_units (merge, out, old, from_i, i, new, from_j, j);
      append_unit (out, UNIT (old, i));
      from_i = ++i;
      from_j = ++j;
    } else if (is_long) {
      break;
    } else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  replace_units (merge, out, old, from_i, old->len, new, from_j, new->len);
}

/* --- front matter --- */

/* A key with all that belongs to it. */
typedef struct {
  const char *start;
  gsize length;
  char *key;   /* in Vietnamese */
  char *value; /* words alone */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->key);
  g_free (((Entry *) data)->value);
}

/* The keys an import can set. */
static const struct {
  const char *english, *vietnamese;
} spellings[] = {
  { "kind", "loại" },       { "title", "tiêu đề" },     { "type", "tên loại" },
  { "office", "cơ quan" },  { "date", "ngày" },         { "number", "số" },
  { "symbol", "ký hiệu" },  { "subject", "trích yếu" }, { "to", "kính gửi" },
  { "copies", "nơi nhận" }, { "signer", "người ký" },   { "authority", "quyền hạn" },
  { "draft", "nháp" },
};

static char *
vietnamese_key (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strlen (spellings[i].english) == length
        && strncmp (spellings[i].english, text, length) == 0)
      return g_strdup (spellings[i].vietnamese);
  return g_strndup (text, length);
}

/* The words of a value, whichever way its list, its quotation marks and its date are written. */
static char *
plain_value (const char *text, gsize length)
{
  g_autofree char *own = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (own, "\n", -1);
  GString *plain = g_string_new (NULL);
  Date date;

  for (guint i = 0; lines[i]; i++) {
    const char *line = g_strstrip (lines[i]);
    line += g_str_has_prefix (line, "- ") ? 2 : 0;
    for (const char *p = line; *p; p++)
      if (strchr ("\"'[]{},", *p) == NULL)
        g_string_append_c (plain, *p);
    g_string_append_c (plain, ' ');
  }
  g_strstrip (plain->str);
  g_autofree char *words = g_string_free (plain, FALSE);
  return date_parse (words, &date) == DATE_GOOD ? date_iso (date) : g_steal_pointer (&words);
}

/* Entries of the text between the lines of dashes. */
static GArray *
cut_entries (const char *matter, gsize length)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const char *end = matter + length;

  g_array_set_clear_func (entries, entry_clear);
  for (const char *p = matter; p < end;) {
    gsize whole = line_length (p);
    while (p + whole < end && (p[whole] == ' ' || p[whole] == '-'))
      whole += line_length (p + whole);
    const char *colon = *p == '#' ? NULL : memchr (p, ':', whole);
    Entry entry = { .start = p, .length = MIN (whole, (gsize) (end - p)) };
    if (colon) {
      entry.key = vietnamese_key (p, colon - p);
      entry.value = plain_value (colon + 1, p + entry.length - colon - 1);
    }
    g_array_append_val (entries, entry);
    p += whole;
  }
  return entries;
}

static const Entry *
find_entry (const GArray *entries, const char *key)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (g_array_index (entries, Entry, i).key, key) == 0)
      return &g_array_index (entries, Entry, i);
  return NULL;
}

/* loa puts “Như trên” first and “Lưu: VT” last where they are not written. */
static gboolean
same_value (const Entry *old, const Entry *new)
{
  if (strcmp (old->value, new->value) == 0)
    return TRUE;
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
is_same_number (const GArray *old, const Entry *new)
{
  const Entry *number = find_entry (old, "số"), *symbol = find_entry (old, "ký hiệu");

  if (number == NULL || strcmp (new->key, "số") != 0)
    return FALSE;
  g_autofree char *both =
    symbol ? g_strdup_printf ("%s/%s", number->value, symbol->value) : g_strdup (number->value);
  return strcmp (both + strspn (both, "0"), new->value + strspn (new->value, "0")) == 0;
}

static gboolean
stays (const GArray *all_old, const Entry *old, const Entry *new)
{
  return new == NULL || is_stored (old->key) || same_value (old, new)
         || is_same_number (all_old, new);
}

/* “loại: kế hoạch” says what “loại: công văn” and “tên loại: kế hoạch” say. */
static gboolean
is_kind_itself (const GArray *old, const Entry *type)
{
  const Entry *kind = find_entry (old, "loại");
  return strcmp (type->key, "tên loại") == 0 && kind && strcmp (kind->value, type->value) == 0;
}

static void
merge_entries (Merge *merge, GString *out, const GArray *old, const GArray *new)
{
  for (guint i = 0; i < old->len; i++) {
    const Entry *entry = &g_array_index (old, Entry, i);
    const Entry *other = entry->key ? find_entry (new, entry->key) : NULL;
    if (entry->key == NULL || stays (old, entry, other)) {
      g_string_append_len (out, entry->start, entry->length);
      continue;
    }
    g_string_append_len (out, other->start, other->length);
    add_entry_change (merge, entry->key, entry->value, other->value);
  }
  for (guint i = 0; i < new->len; i++) {
    const Entry *entry = &g_array_index (new, Entry, i);
    if (entry->key == NULL || find_entry (old, entry->key) || is_stored (entry->key)
        || is_kind_itself (old, entry))
      continue;
    g_string_append_len (out, entry->start, entry->length);
    add_entry_change (merge, entry->key, NULL, entry->value);
  }
}

/* --- the whole --- */

/* The text behind the front matter; `matter` and its length receive that. */
static const char *
find_body (const char *text, const char **matter, gsize *length)
{
  const char *end = g_str_has_prefix (text, "---\n") ? strstr (text + 3, "\n---\n") : NULL;

  *matter = end ? text + 4 : text;
  *length = end ? (gsize) (end + 1 - *matter) : 0;
  return end ? end + strlen ("\n---\n") : text;
}

Merge *
merge_documents (const char *existing, const char *imported)
{
  Merge *merge = g_new0 (Merge, 1);
  const char *old_matter, *new_matter;
  gsize old_length, new_length;
  const char *old_body = find_body (existing, &old_matter, &old_length);
  const char *new_body = find_body (imported, &new_matter, &new_length);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);

  merge->changes = g_ptr_array_new_with_free_func (g_free);
  gsize gap = 0;
  while (old_body[gap] && is_empty_line (old_body + gap))
    gap += line_length (old_body + gap);
  while (*new_body && is_empty_line (new_body))
    new_body += line_length (new_body);
  g_autoptr (GArray) old_entries = cut_entries (old_matter, old_length);
  g_autoptr (GArray) new_entries = cut_entries (new_matter, new_length);
  g_string_append (out, "---\n");
  merge_entries (merge, out, old_entries, new_entries);
  g_string_append_printf (out, "---\n%.*s", (int) gap, old_body);
  g_autoptr (GArray) old_units = cut_units (old_body + gap);
  g_autoptr (GArray) new_units = cut_units (new_body);
  merge_units (merge, body, old_units, new_units);
  while (g_str_has_suffix (body->str, "\n\n") && !g_str_has_suffix (existing, "\n\n"))
    g_string_truncate (body, body->len - 1);
  g_string_append_len (out, body->str, body->len);
  merge->text = g_string_free (g_steal_pointer (&out), FALSE);
  return merge;
}
