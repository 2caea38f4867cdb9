/* SPDX-License-Identifier: MIT */
#include "load/menu.h"

#include <string.h>

/* A label stands on a phone's screen; what is longer is a sentence. */
#define MOST_LABEL_CHARS 60

static const char *const arrows[] = { "→", "=>", "⇒" };

gsize
menu_arrow_length (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_str_has_prefix (text, arrows[i]))
      return strlen (arrows[i]);
  return 0;
}

/* The first arrow at or after `text`; its length in bytes. */
static const char *
find_arrow (const char *text, gsize *length)
{
  /* No Vietnamese letter starts with the first byte of “→”. */
  for (const char *p = strpbrk (text, "=\xE2"); p; p = strpbrk (p + 1, "=\xE2"))
    if ((*length = menu_arrow_length (p)) > 0)
      return p;
  return NULL;
}

static gboolean
has_arrow (const char *text)
{
  gsize length;
  return find_arrow (text, &length) != NULL;
}

/* Without spaces and quotation marks around. */
static char *
label_copy (const char *start, gsize length)
{
  static const char *const around[] = { " ", "“", "”", "\"", "‘", "’", "'", "\n" };
  const char *end = start + length;

  for (guint i = 0; i < G_N_ELEMENTS (around); i++) {
    gsize n = strlen (around[i]);
    if ((gsize) (end - start) >= n && memcmp (start, around[i], n) == 0) {
      start += n;
      i = -1;
    } else if ((gsize) (end - start) >= n && memcmp (end - n, around[i], n) == 0) {
      end -= n;
      i = -1;
    }
  }
  return g_strndup (start, end - start);
}

static gboolean
is_label (const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  return n > 0 && n <= MOST_LABEL_CHARS;
}

static cmark_node *
new_text (MarkdownTree *tree, const char *text)
{
  cmark_node *node = markdown_tree_node (tree, CMARK_NODE_TEXT);
  cmark_node_set_literal (node, text);
  return node;
}

static cmark_node *
new_custom (MarkdownTree *tree, BodyRole role)
{
  cmark_node *node = markdown_tree_node (tree, CMARK_NODE_CUSTOM_INLINE);
  body_mark (node, role, 0);
  return node;
}

static void
add_label (MarkdownTree *tree, cmark_node *menu, const char *text)
{
  cmark_node *label = new_custom (tree, BODY_LABEL);
  cmark_node_append_child (label, new_text (tree, text));
  cmark_node_append_child (menu, label);
}

/* "A → B → C" as a menu; NULL when a part is no label. There is an arrow in `text`. */
static cmark_node *
menu_from_text (MarkdownTree *tree, const char *text)
{
  cmark_node *menu = new_custom (tree, BODY_MENU);

  for (const char *start = text; start;) {
    gsize length = 0;
    const char *arrow = find_arrow (start, &length);
    g_autofree char *label = label_copy (start, arrow ? (gsize) (arrow - start) : strlen (start));
    if (!is_label (label)) {
      cmark_node_free (menu);
      return NULL;
    }
    add_label (tree, menu, label);
    start = arrow ? arrow + length : NULL;
  }
  return menu;
}

static void
replace (cmark_node *node, cmark_node *with)
{
  cmark_node_insert_before (node, with);
  cmark_node_free (node);
}

/* The text of a bold span, or of code, that holds nothing else; NULL otherwise. */
static const char *
span_text (cmark_node *node)
{
  if (node == NULL)
    return NULL;
  if (cmark_node_get_type (node) == CMARK_NODE_CODE)
    return cmark_node_get_literal (node);
  if (cmark_node_get_type (node) != CMARK_NODE_STRONG
      && cmark_node_get_type (node) != CMARK_NODE_EMPH)
    return NULL;
  cmark_node *only = cmark_node_first_child (node);
  if (only == NULL || cmark_node_next (only) || cmark_node_get_type (only) != CMARK_NODE_TEXT)
    return NULL;
  return cmark_node_get_literal (only);
}

/* TRUE for a text that is an arrow with nothing but spaces and quotation marks around it. */
static gboolean
is_bare_arrow (cmark_node *node)
{
  if (node == NULL || cmark_node_get_type (node) != CMARK_NODE_TEXT)
    return FALSE;
  const char *text = cmark_node_get_literal (node);
  gsize length;
  const char *arrow = find_arrow (text, &length);
  if (arrow == NULL)
    return FALSE;
  g_autofree char *before = label_copy (text, arrow - text);
  g_autofree char *after = label_copy (arrow + length, strlen (arrow + length));
  return *before == '\0' && *after == '\0';
}

/* The path that starts with the span `first`: **A → B**, or **A** → **B** → **C**. Returns the node
 * that stands for it now, `first` itself when it starts none. */
static cmark_node *
mark_spans (MarkdownTree *tree, cmark_node *first)
{
  g_autoptr (GString) text = g_string_new (span_text (first));

  for (cmark_node *arrow; is_bare_arrow (arrow = cmark_node_next (first));) {
    cmark_node *span = cmark_node_next (arrow);
    if (span_text (span) == NULL)
      break;
    g_string_append_printf (text, "→%s", span_text (span));
    cmark_node_free (arrow);
    cmark_node_free (span);
  }
  if (strcmp (text->str, span_text (first)) == 0 && !has_arrow (text->str))
    return first;
  cmark_node *menu = menu_from_text (tree, text->str);
  if (menu == NULL && strcmp (text->str, span_text (first)) == 0)
    return first;
  /* Labels that are too long become text with arrows between. */
  cmark_node *with = menu ? menu : new_text (tree, text->str);
  replace (first, with);
  return with;
}

/* The length of the word of `words` that `text` starts with, or 0. */
static gsize
prefix_length (const char *text, const char *const *words)
{
  for (; *words; words++)
    if (g_str_has_prefix (text, *words))
      return strlen (*words);
  return 0;
}

/* TRUE where the path in a plain text is over. */
static gboolean
ends_path (const char *p)
{
  static const char *const ends[] = { ". ",    ".\n",   "; ",     ": ",        ")",
                                      "!",     "?",     ", rồi ", ", sau đó ", ", và ",
                                      ", để ", " rồi ", " để ",   " (",        NULL };
  if (g_str_has_prefix (p, "”")) {
    /* “A” → “B”: the quotation goes on. */
    p += strlen ("”");
    return menu_arrow_length (p + strspn (p, " ")) == 0;
  }
  if (prefix_length (p, ends) > 0)
    return TRUE;
  return strcmp (p, ".") == 0 || strcmp (p, ";") == 0 || strcmp (p, ":") == 0;
}

static const char *const verbs[] = { "chọn ", "Chọn ", "vào ",  "Vào ", "mở ",  "Mở ", "bấm ",
                                     "Bấm ",  "nhấn ", "Nhấn ", "mục ", "Mục ", NULL };

/* Where the label before the first arrow starts: after the last verb or punctuation. `is_told` says
 * that a verb tells the reader to go there. */
static const char *
label_start (const char *text, const char *arrow, gboolean *is_told)
{
  static const char *const stops[] = { ". ", ": ", "; ", ", ", "(", "“", NULL };
  const char *start = text;

  *is_told = FALSE;
  for (const char *p = text; p < arrow; p++) {
    gsize verb = prefix_length (p, verbs);
    gsize length = verb ? verb : prefix_length (p, stops);
    if (length == 0)
      continue;
    /* chọn “A → B” */
    *is_told = verb > 0 || (*is_told && p == start);
    start = p + length;
  }
  return start;
}

/* Labels on a screen start with a capital; “5 → 10” and “mưa → lũ” are no menu unless somebody is
 * told to go there. */
static gboolean
starts_with_capitals (cmark_node *menu)
{
  for (cmark_node *label = cmark_node_first_child (menu); label; label = cmark_node_next (label))
    if (!g_unichar_isupper (
          g_utf8_get_char (cmark_node_get_literal (cmark_node_first_child (label)))))
      return FALSE;
  return TRUE;
}

/* The menu in plain text, or NULL when it does not look like one. */
static cmark_node *
menu_from_plain (MarkdownTree *tree, const char *start, const char *end, gboolean is_told)
{
  g_autofree char *path = g_strndup (start, end - start);
  cmark_node *menu = menu_from_text (tree, path);

  if (menu == NULL || is_told || starts_with_capitals (menu))
    return menu;
  cmark_node_free (menu);
  return NULL;
}

static cmark_node *
insert_text_before (MarkdownTree *tree, cmark_node *node, const char *start, gsize length)
{
  g_autofree char *text = g_strndup (start, length);
  cmark_node *piece = new_text (tree, text);

  cmark_node_insert_before (node, piece);
  return piece;
}

/* The paths in a plain text; returns the last node it became. */
static cmark_node *
mark_plain (MarkdownTree *tree, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  const char *done = text; /* what is before this stands in nodes of its own */
  const char *end = text;  /* of the path looked at last */
  cmark_node *last = node;
  gsize length;

  for (const char *arrow; (arrow = find_arrow (end, &length)) != NULL;) {
    gboolean is_told;
    const char *start = label_start (end, arrow, &is_told);
    for (end = arrow; *end && !ends_path (end);)
      end = g_utf8_next_char (end);
    cmark_node *menu = menu_from_plain (tree, start, end, is_told);
    if (menu == NULL)
      continue;
    if (start > done)
      insert_text_before (tree, node, done, start - done);
    cmark_node_insert_before (node, menu);
    last = menu;
    done = end;
  }
  if (done == text)
    return node;
  if (*done)
    last = insert_text_before (tree, node, done, strlen (done));
  cmark_node_free (node);
  return last;
}

void
menu_mark (MarkdownTree *tree, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node)) {
    if (span_text (node))
      node = mark_spans (tree, node);
    else if (cmark_node_get_type (node) == CMARK_NODE_TEXT)
      node = mark_plain (tree, node);
    else if (cmark_node_get_type (node) != CMARK_NODE_IMAGE && body_role (node) == BODY_PLAIN)
      menu_mark (tree, node);
  }
}
