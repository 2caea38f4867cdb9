/* SPDX-License-Identifier: MIT */
#include "print/read/svg_css.h"

#include "print/read/name.h"

#include <string.h>

/* Names of one selector, all of which an element has to have. */
typedef struct {
  const char *name, *id; /* interned; NULL: any */
  const char *classes[3];
  guint n_classes;
  guint weight;     /* specificity */
  const char *body; /* declarations */
  gsize length;
} Rule;

struct SvgSheet {
  GArray *rules; /* Rule, the weakest first, those of one weight as they were written */
};

SvgSheet *
svg_sheet_new (void)
{
  SvgSheet *sheet = g_new (SvgSheet, 1);
  sheet->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  return sheet;
}

void
svg_sheet_free (SvgSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_array_unref (sheet->rules);
  g_free (sheet);
}

/* --- declarations --- */

static const char *
skip_space (const char *p, const char *end)
{
  for (;;) {
    while (p < end && g_ascii_isspace (*p))
      p++;
    const char *close =
      end - p > 1 && p[0] == '/' && p[1] == '*' ? g_strstr_len (p + 2, end - p - 2, "*/") : NULL;
    if (close == NULL)
      return p;
    p = close + 2;
  }
}

/* The end of a declaration: strings and brackets may hold a semicolon. */
static const char *
value_end (const char *p, const char *end)
{
  char quote = 0;
  guint depth = 0;

  for (; p < end; p++) {
    if (quote)
      quote = *p == quote ? 0 : quote;
    else if (*p == '"' || *p == '\'')
      quote = *p;
    else if (*p == '(')
      depth++;
    else if (*p == ')' && depth > 0)
      depth--;
    else if (*p == ';' && depth == 0)
      return p;
  }
  return end;
}

void
svg_declare_one (GArray *declarations, const char *name, const char *value, gsize length)
{
  SvgDeclaration new = { name, value, length, FALSE };
  const char *mark = g_strrstr_len (value, (gssize) length, "!");

  if (mark && g_strstr_len (mark, value + length - mark, "important")) {
    new.length = (gsize) (mark - value);
    new.is_important = TRUE;
  }
  for (guint i = 0; i < declarations->len; i++) {
    SvgDeclaration *known = &g_array_index (declarations, SvgDeclaration, i);
    if (strcmp (known->name, name) != 0)
      continue;
    if (!known->is_important || new.is_important)
      *known = new;
    return;
  }
  g_array_append_val (declarations, new);
}

void
svg_declare (GArray *declarations, const char *css, gsize length)
{
  const char *end = css + length;

  for (const char *p = css; p < end;) {
    const char *stop = value_end (p, end);
    p = skip_space (p, stop);
    const char *colon = memchr (p, ':', (gsize) (stop - p));
    if (colon) {
      const char *name_end = colon;
      while (name_end > p && g_ascii_isspace (name_end[-1]))
        name_end--;
      g_autofree char *small = g_ascii_strdown (p, name_end - p);
      svg_declare_one (declarations, name_intern (small, strlen (small)), colon + 1,
                       (gsize) (stop - colon - 1));
    }
    p = stop + 1;
  }
}

/* --- selectors --- */

static gsize
name_length (const char *p, const char *end)
{
  const char *start = p;
  while (p < end && (g_ascii_isalnum (*p) || *p == '-' || *p == '_' || (guchar) *p >= 0x80))
    p++;
  return (gsize) (p - start);
}

/* FALSE when it is more than names. */
static gboolean
read_selector (const char *p, const char *end, Rule *rule)
{
  while (end > p && g_ascii_isspace (end[-1]))
    end--;
  for (gboolean is_first = TRUE; p < end; is_first = FALSE) {
    char mark = *p == '.' || *p == '#' || *p == '*' ? *p++ : 0;
    gsize length = name_length (p, end);
    if ((length == 0) != (mark == '*') || (mark == 0 && !is_first) || (mark == '*' && !is_first))
      return FALSE;
    g_autofree char *small = g_ascii_strdown (p, (gssize) length);
    if (mark == 0)
      rule->name = name_intern (small, length);
    else if (mark == '#')
      rule->id = name_intern (p, length);
    else if (mark == '.' && rule->n_classes < G_N_ELEMENTS (rule->classes))
      rule->classes[rule->n_classes++] = name_intern (p, length);
    else if (mark == '.')
      return FALSE;
    rule->weight += mark == '#' ? 100 : mark == '.' ? 10 : mark == 0;
    p += length;
  }
  return TRUE;
}

static void
insert_rule (SvgSheet *sheet, const Rule *rule)
{
  guint at = sheet->rules->len;

  while (at > 0 && g_array_index (sheet->rules, Rule, at - 1).weight > rule->weight)
    at--;
  g_array_insert_val (sheet->rules, at, *rule);
}

/* The selectors before `open`, with commas between them. */
static gboolean
add_rules (SvgSheet *sheet, const char *p, const char *open, const char *body, gsize length)
{
  gboolean is_good = TRUE;

  while (p < open) {
    const char *comma = memchr (p, ',', (gsize) (open - p));
    const char *stop = comma ? comma : open;
    Rule rule = { .body = body, .length = length };
    if (read_selector (skip_space (p, stop), stop, &rule))
      insert_rule (sheet, &rule);
    else
      is_good = FALSE;
    p = stop + 1;
  }
  return is_good;
}

/* Behind an at-rule, with its block or without. */
static const char *
skip_at_rule (const char *p, const char *end)
{
  guint depth = 0;

  for (; p < end; p++) {
    if (*p == '{')
      depth++;
    else if (*p == '}' && depth <= 1)
      return p + 1;
    else if (*p == '}')
      depth--;
    else if (*p == ';' && depth == 0)
      return p + 1;
  }
  return end;
}

gboolean
svg_sheet_add (SvgSheet *sheet, const char *css)
{
  const char *end = css + strlen (css);
  gboolean is_good = TRUE;

  for (const char *p = skip_space (css, end); p < end; p = skip_space (p, end)) {
    if (*p == '@') {
      is_good &= g_str_has_prefix (p, "@charset") || g_str_has_prefix (p, "@font-face")
                 || g_str_has_prefix (p, "@namespace");
      p = skip_at_rule (p, end);
      continue;
    }
    const char *open = memchr (p, '{', (gsize) (end - p));
    const char *close = open ? memchr (open, '}', (gsize) (end - open)) : NULL;
    if (close == NULL)
      break;
    is_good &= add_rules (sheet, p, open, open + 1, (gsize) (close - open - 1));
    p = close + 1;
  }
  return is_good;
}

static gboolean
has_class (const Element *element, const char *class)
{
  return g_strv_contains (element->classes, class);
}

static gboolean
matches (const Rule *rule, const Element *element)
{
  if ((rule->name && rule->name != element->name && strcmp (rule->name, element->name) != 0)
      || (rule->id && g_strcmp0 (rule->id, element->id) != 0))
    return FALSE;
  for (guint i = 0; i < rule->n_classes; i++)
    if (!has_class (element, rule->classes[i]))
      return FALSE;
  return TRUE;
}

void
svg_sheet_declare (const SvgSheet *sheet, const Element *element, GArray *declarations)
{
  for (guint i = 0; i < sheet->rules->len; i++) {
    const Rule *rule = &g_array_index (sheet->rules, Rule, i);
    if (matches (rule, element))
      svg_declare (declarations, rule->body, rule->length);
  }
}
