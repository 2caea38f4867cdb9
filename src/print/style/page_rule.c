/* SPDX-License-Identifier: MIT */
#include "print/style/page_rule.h"

#include "base/i18n.h"
#include "base/suggest.h"

#include <string.h>

#define MOST_SELECTORS 64

static const char *const box_names[N_MARGIN_BOXES + 1] = {
  [MARGIN_TOP_LEFT_CORNER] = "top-left-corner",
  [MARGIN_TOP_LEFT] = "top-left",
  [MARGIN_TOP_CENTRE] = "top-center",
  [MARGIN_TOP_RIGHT] = "top-right",
  [MARGIN_TOP_RIGHT_CORNER] = "top-right-corner",
  [MARGIN_LEFT_TOP] = "left-top",
  [MARGIN_LEFT_MIDDLE] = "left-middle",
  [MARGIN_LEFT_BOTTOM] = "left-bottom",
  [MARGIN_RIGHT_TOP] = "right-top",
  [MARGIN_RIGHT_MIDDLE] = "right-middle",
  [MARGIN_RIGHT_BOTTOM] = "right-bottom",
  [MARGIN_BOTTOM_LEFT_CORNER] = "bottom-left-corner",
  [MARGIN_BOTTOM_LEFT] = "bottom-left",
  [MARGIN_BOTTOM_CENTRE] = "bottom-center",
  [MARGIN_BOTTOM_RIGHT] = "bottom-right",
  [MARGIN_BOTTOM_RIGHT_CORNER] = "bottom-right-corner",
};

/* --- selectors --- */

static gboolean
read_page_class (const Token *name, PageRule *rule)
{
  if (token_is (name, TOKEN_WORD, "first"))
    rule->is_first = TRUE;
  else if (token_is (name, TOKEN_WORD, "left"))
    rule->side = PAGE_LEFT;
  else if (token_is (name, TOKEN_WORD, "right"))
    rule->side = PAGE_RIGHT;
  else
    return FALSE;
  return TRUE;
}

/* appendix:first */
static gboolean
read_page_selector (Cursor *cursor, PageRule *rule)
{
  gboolean has_name = cursor_peek (cursor)->kind == TOKEN_WORD;
  gboolean has_class = FALSE;

  *rule = (PageRule){ .side = PAGE_ANY };
  if (has_name)
    rule->name = token_name (cursor_take (cursor));
  for (; cursor_skip_sign (cursor, ':'); has_class = TRUE)
    if (!read_page_class (cursor_take (cursor), rule))
      return FALSE;
  return has_name || has_class;
}

/* How many there are; 0 when something else stands there, too. Nothing stands for every page. */
static guint
read_page_list (Cursor cursor, PageRule rules[MOST_SELECTORS])
{
  guint n = 0;

  if (cursor_at_end (&cursor)) {
    rules[0] = (PageRule){ .side = PAGE_ANY };
    return 1;
  }
  do
    if (!read_page_selector (&cursor, &rules[n++]))
      return 0;
  while (n < MOST_SELECTORS && cursor_skip_sign (&cursor, ','));
  return cursor_at_end (&cursor) ? n : 0;
}

/* The same, up to the brace; 0 after reporting. */
static guint
read_page_selectors (Css *css, PageRule rules[MOST_SELECTORS])
{
  gsize start = css->token.start;
  guint n = read_page_list (css_collect (css, "{"), rules);

  if (n == 0 || !token_is_sign (&css->token, '{'))
    css_error (css, start, _ ("write @page, @page name, @page :first, :left or :right"),
               _ ("this is not a valid page selector"));
  return n;
}

/* --- blocks --- */

typedef struct {
  DeclarationReader reader;
  PageRule *rule;
} PageReader;

static void
read_page_declaration (Css *css, const Token *name, Cursor value, gboolean is_important,
                       gpointer data)
{
  declaration_reader_declaration (css, name, value, is_important, &((PageReader *) data)->reader);
}

static void
refuse_box (Css *css, const Token *name)
{
  g_autofree char *word = g_strndup (name->text, MIN (name->length, 60));
  const char *nearest = css_wants_advice (css) ? suggest_word (word, box_names) : NULL;
  g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;

  css_error (
    css, name->start,
    advice ? advice
           : _ ("the boxes are named by their places: @top-left, @bottom-center, @right-middle …"),
    _ ("there is no box “@%s” in the margin"), word);
  css_skip_rule (css);
}

static void
read_box (Css *css, const Token *name, gpointer data)
{
  PageReader *page = data;
  guint box = 0;

  while (box < N_MARGIN_BOXES && !token_is (name, TOKEN_AT, box_names[box]))
    box++;
  css_skip_space (css);
  if (box == N_MARGIN_BOXES || !token_is_sign (&css->token, '{')) {
    refuse_box (css, name);
    return;
  }
  css_next (css);
  page->rule->boxes[box] = declaration_block_read (css, BLOCK_OF_MARGIN_BOX, NULL);
}

void
page_rule_read (Css *css, GArray *pages)
{
  static const CssHandler handler = { read_page_declaration, read_box };
  PageRule rules[MOST_SELECTORS];
  PageRule body = { .side = PAGE_ANY };
  PageReader page = { .rule = &body };
  guint n = read_page_selectors (css, rules);

  if (!token_is_sign (&css->token, '{')) {
    css_skip_rule (css);
    return;
  }
  gsize brace = css->token.start;
  css_next (css);
  declaration_reader_init (&page.reader, BLOCK_OF_PAGE);
  if (!css_block (css, &handler, &page) && !css->scanner.is_broken)
    css_error (css, brace, NULL, _ ("a block that starts here has no closing brace"));
  body.block = declaration_reader_take (&page.reader, css->scanner.arena);
  declaration_reader_clear (&page.reader);
  for (guint i = 0; i < n; i++) {
    rules[i].block = body.block;
    memcpy (rules[i].boxes, body.boxes, sizeof body.boxes);
    g_array_append_val (pages, rules[i]);
  }
}

/* --- asking --- */

gboolean
page_rule_counts (const PageRule *rule, PageQuery page)
{
  if (rule->name && rule->name != page.name)
    return FALSE;
  if (rule->is_first && !page.is_first)
    return FALSE;
  return rule->side == PAGE_ANY || (rule->side == PAGE_LEFT) == page.is_left;
}

guint
page_rule_specificity (const PageRule *rule)
{
  return (rule->name != NULL) << 2 | rule->is_first << 1 | (rule->side != PAGE_ANY);
}
