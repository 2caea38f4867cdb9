/* SPDX-License-Identifier: MIT */
/* numId → w:num (with overrides) → w:abstractNum → w:lvl. All lists of one abstract list share
 * their counters, and a level starts over after a higher one (ECMA-376 part 1, 17.9): this is what
 * keeps “Điều 3.” behind a list within “Điều 2.”. */
#include "word/numbering.h"

#include <stdlib.h>
#include <string.h>

#define N_LEVELS    9
#define MAX_LETTERS 4 /* of a counter written in letters: “aaaa” is the 79th */

/* An abstract list and how far it has counted. */
typedef struct {
  const xmlNode *levels[N_LEVELS];
  guint counters[N_LEVELS];
  gboolean has_begun[N_LEVELS];
} Counting;

typedef struct {
  Counting *counting; /* owned by the numbering */
  const xmlNode *node;
  gboolean is_used; /* its start overrides were taken */
} List;

struct WordNumbering {
  GHashTable *countings; /* abstractNumId → Counting */
  GHashTable *lists;     /* numId → List */
};

static Counting *
counting_new (const xmlNode *abstract)
{
  Counting *counting = g_new0 (Counting, 1);

  for (const xmlNode *node = abstract->children; node; node = node->next) {
    const char *level = ooxml_is (node, "lvl") ? ooxml_attribute (node, "ilvl") : NULL;
    if (level && atoi (level) >= 0 && atoi (level) < N_LEVELS)
      counting->levels[atoi (level)] = node;
  }
  return counting;
}

static void
add_list (WordNumbering *numbering, const xmlNode *node)
{
  const char *id = ooxml_attribute (node, "numId");
  const char *abstract = ooxml_value (node, "abstractNumId");
  Counting *counting = abstract ? g_hash_table_lookup (numbering->countings, abstract) : NULL;

  if (id == NULL || counting == NULL)
    return;
  List *list = g_new0 (List, 1);
  list->counting = counting;
  list->node = node;
  g_hash_table_insert (numbering->lists, (gpointer) id, list);
}

/* A list that only names a style (numStyleLink) counts as the one that has the levels. */
static const xmlNode *
find_linked (const xmlNode *root, const xmlNode *abstract)
{
  const char *link = ooxml_value (abstract, "numStyleLink");

  for (const xmlNode *node = link ? root->children : NULL; node; node = node->next)
    if (ooxml_is (node, "abstractNum") && g_strcmp0 (ooxml_value (node, "styleLink"), link) == 0)
      return node;
  return abstract;
}

WordNumbering *
word_numbering_new (const Ooxml *ooxml)
{
  WordNumbering *numbering = g_new0 (WordNumbering, 1);
  const xmlNode *root = ooxml ? ooxml_root (ooxml) : NULL;

  numbering->countings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  numbering->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
    const char *id =
      ooxml_is (node, "abstractNum") ? ooxml_attribute (node, "abstractNumId") : NULL;
    if (id)
      g_hash_table_insert (numbering->countings, (gpointer) id,
                           counting_new (find_linked (root, node)));
  }
  for (const xmlNode *node = root ? root->children : NULL; node; node = node->next)
    if (ooxml_is (node, "num"))
      add_list (numbering, node);
  return numbering;
}

void
word_numbering_free (WordNumbering *numbering)
{
  if (numbering == NULL)
    return;
  g_hash_table_unref (numbering->lists);
  g_hash_table_unref (numbering->countings);
  g_free (numbering);
}

/* w:lvlOverride of this level, or NULL. */
static const xmlNode *
find_override (const List *list, guint level)
{
  for (const xmlNode *node = list->node->children; node; node = node->next) {
    const char *of = ooxml_is (node, "lvlOverride") ? ooxml_attribute (node, "ilvl") : NULL;
    if (of && (guint) atoi (of) == level)
      return node;
  }
  return NULL;
}

static const xmlNode *
find_level (const List *list, guint level)
{
  const xmlNode *own = ooxml_child (find_override (list, level), "lvl");
  return own ? own : list->counting->levels[level];
}

static guint
read_number (const char *text, guint otherwise)
{
  int number = text ? atoi (text) : -1;
  return number >= 0 && number < 100000 ? (guint) number : otherwise;
}

static guint
first_number (const List *list, guint level)
{
  return read_number (ooxml_value (find_level (list, level), "start"), 1);
}

/* A list that restarts does so once, where it is first used. */
static void
take_overrides (List *list)
{
  for (guint level = 0; level < N_LEVELS && !list->is_used; level++) {
    const char *start = ooxml_value (find_override (list, level), "startOverride");
    if (start) {
      list->counting->counters[level] = read_number (start, 1);
      list->counting->has_begun[level] = FALSE;
    }
    if (start == NULL && !list->counting->has_begun[level])
      list->counting->counters[level] = first_number (list, level);
  }
  list->is_used = TRUE;
}

/* TRUE when `level` starts over behind `higher`: always, but for lvlRestart 0, or one that names a
 * level further up. */
static gboolean
starts_over (const List *list, guint level, guint higher)
{
  const char *restart = ooxml_value (find_level (list, level), "lvlRestart");
  return restart == NULL || higher < read_number (restart, N_LEVELS);
}

static void
count (List *list, guint level)
{
  Counting *counting = list->counting;

  for (guint upper = 0; upper < level; upper++)
    if (!counting->has_begun[upper]) {
      counting->counters[upper] = first_number (list, upper);
      counting->has_begun[upper] = TRUE;
    }
  if (counting->has_begun[level])
    counting->counters[level]++;
  counting->has_begun[level] = TRUE;
  for (guint lower = level + 1; lower < N_LEVELS; lower++)
    if (starts_over (list, lower, level)) {
      counting->counters[lower] = first_number (list, lower);
      counting->has_begun[lower] = FALSE;
    }
}

static void
append_letters (GString *out, guint number, char first)
{
  guint times = MIN ((number - 1) / 26 + 1, MAX_LETTERS);

  for (guint i = 0; number > 0 && i < times; i++)
    g_string_append_c (out, first + (number - 1) % 26);
}

static void
append_roman (GString *out, guint number, gboolean is_small)
{
  static const struct {
    guint value;
    const char *letters;
  } parts[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  gsize start = out->len;

  number = MIN (number, 3999);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (out, parts[i].letters);
  for (gsize i = start; is_small && i < out->len; i++)
    out->str[i] = g_ascii_tolower (out->str[i]);
}

static void
append_number (GString *out, guint number, const char *format)
{
  if (strcmp (format, "lowerLetter") == 0 || strcmp (format, "upperLetter") == 0)
    append_letters (out, number, *format == 'l' ? 'a' : 'A');
  else if (strcmp (format, "lowerRoman") == 0 || strcmp (format, "upperRoman") == 0)
    append_roman (out, number, *format == 'l');
  else if (strcmp (format, "decimalZero") == 0)
    g_string_append_printf (out, "%02u", number);
  else if (strcmp (format, "none") != 0)
    g_string_append_printf (out, "%u", number);
}

static const char *
format_of (const List *list, guint level)
{
  const char *format = ooxml_value (find_level (list, level), "numFmt");
  return format ? format : "decimal";
}

/* “Điều %1.”: %1 to %9 are the counters of the levels. isLgl: all of them in digits. */
static char *
print_number (const List *list, guint level)
{
  const xmlNode *node = find_level (list, level);
  const char *text = ooxml_value (node, "lvlText");
  gboolean is_legal = ooxml_toggle (node, "isLgl") == 1;
  GString *out = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p; p++) {
    guint of = *p == '%' && p[1] >= '1' && p[1] <= '9' ? (guint) (p[1] - '1') : N_LEVELS;
    if (of < N_LEVELS) {
      append_number (out, list->counting->counters[of],
                     is_legal ? "decimal" : format_of (list, of));
      p++;
    } else {
      g_string_append_c (out, *p);
    }
  }
  return g_strstrip (g_string_free (out, FALSE));
}

char *
word_numbering_next (WordNumbering *numbering, const char *id, int level, gboolean *has_passed_d)
{
  List *list = id ? g_hash_table_lookup (numbering->lists, id) : NULL;
  guint at = CLAMP (level, 0, N_LEVELS - 1);

  if (list == NULL || find_level (list, at) == NULL)
    return NULL;
  take_overrides (list);
  count (list, at);
  const char *format = format_of (list, at);
  if (strcmp (format, "bullet") == 0)
    return g_strdup ("-");
  *has_passed_d |= strcmp (format, "lowerLetter") == 0 && list->counting->counters[at] == 5;
  g_autofree char *number = print_number (list, at);
  return *number ? g_steal_pointer (&number) : NULL;
}
