/* SPDX-License-Identifier: MIT */
#include "word/units.h"

#include <string.h>

#define MAX_UNITS 3000 /* beyond it all behind a change counts as changed: the table is n² */

static void
unit_clear (gpointer data)
{
  g_free (((Unit *) data)->key);
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

/* A line to write on, however long it is. */
static gboolean
take_dots (GString *key, const char **p, const char *end)
{
  const char *q = *p;

  while (q < end && (*q == '.' || g_str_has_prefix (q, "…")))
    q = g_utf8_next_char (q);
  if (q - *p < 3)
    return FALSE;
  g_string_append (key, "...");
  *p = q;
  return TRUE;
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

/* A text while its key is made. */
typedef struct {
  GHashTable *notes; /* label → digest of the footnote; NULL: they are being read */
  GString *called;   /* digests of those that it calls */
} Notes;

gsize
units_note_label (const char *p)
{
  gsize length = p[0] == '[' && p[1] == '^' ? strcspn (p + 2, "] \t\n[") : 0;
  return length > 0 && p[2 + length] == ']' ? length : 0;
}

/* “[^1]” is known by what the note says. Gives the bytes it takes; 0: there is no call. */
static gsize
take_call (const char *p, Notes *notes)
{
  gsize length = units_note_label (p);

  if (length == 0)
    return 0;
  g_autofree char *label = g_strndup (p + 2, length);
  gpointer digest = notes->notes ? g_hash_table_lookup (notes->notes, label) : NULL;
  g_string_append_printf (notes->called, "^%08x", GPOINTER_TO_UINT (digest));
  return length + 3;
}

/* A line within a cell ends: a blank, as it is where nobody knew better. */
static gboolean
take_break (GString *key, const char **p)
{
  static const char *const breaks[] = { "<br>", "<br/>", "<br />" };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    if (g_str_has_prefix (*p, breaks[i])) {
      append_blank (key);
      *p += strlen (breaks[i]);
      return TRUE;
    }
  return FALSE;
}

static char *
make_key (const char *text, gsize length, Notes *notes)
{
  GString *key = g_string_new (NULL);
  const char *end = text + length;
  gboolean is_picture = FALSE;

  for (const char *p = text; p < end;) {
    if (p == text || p[-1] == '\n')
      p += MIN (ruler_length (p), (gsize) (end - p));
    if (p == end)
      break;
    if (take_dots (key, &p, end) || take_same (key, &p, end) || take_break (key, &p))
      continue;
    gsize call = take_call (p, notes);
    if (call > 0) {
      p = MIN (p + call, end);
    } else if (*p == '\\' && g_ascii_ispunct (p[1])) {
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

gsize
units_line_length (const char *p)
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

gboolean
units_begins_item (const char *p)
{
  p += strspn (p, " ");
  gsize digits = strspn (p, "0123456789");
  gsize letter = g_ascii_islower (*p) ? 1 : g_str_has_prefix (p, "đ") ? strlen ("đ") : 0;

  if (letter > 0 && p[letter] == ')')
    return p[letter + 1] == ' ';
  if (digits > 0 && digits < 4)
    return (p[digits] == '.' || p[digits] == ')') && p[digits + 1] == ' ';
  return strchr ("-*+", *p) && *p && p[1] == ' ';
}

/* Grounds of a decision stand on lines of their own, and each ends in a semicolon. */
static gboolean
begins_ground (const char *p)
{
  static const char *const words[] = { "Căn cứ ", "Theo ", "Xét " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (p[-1] == '\n' && p[-2] == ';' && g_str_has_prefix (p, words[i]))
      return TRUE;
  return FALSE;
}

/* Remarks and the addresses of links stand in no other text. */
static gboolean
is_unprinted (const char *p)
{
  const char *end = *p == '[' && p[1] != '^' ? strpbrk (p, "]\n") : NULL;
  return g_str_has_prefix (p, "<!--") || (end && *end == ']' && end[1] == ':');
}

/* As many lines as belong together. */
static gsize
unit_length (const char *p, gboolean *stays)
{
  gsize length = units_line_length (p);

  *stays = is_fence (p);
  while (*stays && p[length]) {
    gboolean is_end = is_fence (p + length);
    length += units_line_length (p + length);
    if (is_end)
      return length;
  }
  while (!*stays && p[length] && !is_empty_line (p + length) && !is_fence (p + length)
         && !units_begins_item (p + length) && !begins_ground (p + length))
    length += units_line_length (p + length);
  *stays |= is_unprinted (p);
  return length;
}

GArray *
units_new (void)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));

  g_array_set_clear_func (units, unit_clear);
  return units;
}

void
units_add (GArray *units, const Unit *unit)
{
  Unit copy = *unit;

  copy.key = g_strdup (unit->key);
  g_array_append_val (units, copy);
}

/* Label and digest of each footnote. */
static GHashTable *
read_notes (const char *body)
{
  GHashTable *read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) called = g_string_new (NULL);
  Notes none = { NULL, called };

  for (const char *p = body; *p;) {
    gboolean stays;
    gsize length = unit_length (p, &stays), label = units_note_label (p);
    if (label > 0 && p[label + 3] == ':') {
      g_autofree char *key = make_key (p + label + 4, length - label - 4, &none);
      g_hash_table_insert (read, g_strndup (p + 2, label), GUINT_TO_POINTER (units_digest (key)));
    }
    p = units_skip_empty (p + length);
  }
  return read;
}

/* Key and digest of `length` bytes. */
static void
name_unit (Unit *unit, gsize length, GHashTable *notes)
{
  g_autoptr (GString) called = g_string_new (NULL);
  Notes known = { notes, called };
  gsize label = units_note_label (unit->start);

  unit->is_note = label > 0 && unit->start[label + 3] == ':';
  gsize before = unit->is_note ? label + 4 : 0;
  unit->key = make_key (unit->start + before, length - before, &known);
  g_autofree char *both = g_strconcat (unit->key, called->str, NULL);
  unit->digest = units_digest (both);
}

GArray *
units_cut (const char *body)
{
  GArray *units = units_new ();
  g_autoptr (GHashTable) notes = read_notes (body);

  for (const char *p = body; *p;) {
    Unit unit = { .start = p };
    gsize words = unit_length (p, &unit.stays);
    name_unit (&unit, words, notes);
    unit.length = words;
    while (p[unit.length] && is_empty_line (p + unit.length))
      unit.length += units_line_length (p + unit.length);
    p += unit.length;
    g_array_append_val (units, unit);
  }
  return units;
}

const char *
units_skip_empty (const char *p)
{
  while (*p && is_empty_line (p))
    p += units_line_length (p);
  return p;
}

/* --- what two texts have in common --- */

gboolean
units_same (const Unit *unit, const Unit *other)
{
  return unit->digest == other->digest && strcmp (unit->key, other->key) == 0;
}

guint32
units_digest (const char *text)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1);

  hex[8] = '\0';
  return (guint32) g_ascii_strtoull (hex, NULL, 16);
}

GArray *
units_digests (const GArray *units)
{
  GArray *digests = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < units->len; i++)
    g_array_append_val (digests, UNIT (units, i)->digest);
  return digests;
}

/* How many of both lists can be paired from (i, j) on: [i * (n_new + 1) + j]. */
static guint16 *
measure (const guint32 *old, guint n_old, const guint32 *new, guint n_new)
{
  guint width = n_new + 1;
  guint16 *table = g_new0 (guint16, (gsize) (n_old + 1) * width);

  for (guint i = n_old; i-- > 0;)
    for (guint j = n_new; j-- > 0;) {
      guint16 skip = MAX (table[(i + 1) * width + j], table[i * width + j + 1]);
      table[i * width + j] =
        old[i] == new[j] ? MAX (skip, table[(i + 1) * width + j + 1] + 1) : skip;
    }
  return table;
}

int *
units_pair (const GArray *old, const GArray *new)
{
  const guint32 *left = (const guint32 *) (gpointer) old->data;
  const guint32 *right = (const guint32 *) (gpointer) new->data;
  gboolean is_long = old->len > MAX_UNITS || new->len > MAX_UNITS;
  g_autofree guint16 *table = is_long ? NULL : measure (left, old->len, right, new->len);
  int *pairs = g_new (int, old->len + 1);
  guint i = 0, j = 0, width = new->len + 1;

  for (guint n = 0; n < old->len; n++)
    pairs[n] = -1;
  while (i < old->len && j < new->len && (table || left[i] == right[j])) {
    if (left[i] == right[j])
      pairs[i++] = (int) j++;
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1])
      i++;
    else
      j++;
  }
  return pairs;
}
