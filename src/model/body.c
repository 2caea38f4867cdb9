/* SPDX-License-Identifier: MIT */
#include "model/body.h"

#include "base/append.h"
#include "text/roman.h"

char *
body_item_label (cmark_node *item)
{
  static const char *const behind[] = {
    [LABEL_BULLET] = "",          [LABEL_LETTER_BRACKET] = ")", [LABEL_LETTER_STOP] = ".",
    [LABEL_NUMBER_BRACKET] = ")", [LABEL_NUMBER_STOP] = ".",    [LABEL_CAPITAL_STOP] = ".",
    [LABEL_ROMAN_STOP] = ".",
  };
  if (body_role (item) != BODY_ITEM)
    return NULL;
  BodyLabel kind = body_label_kind (body_detail (item));
  guint value = body_label_value (body_detail (item));
  if (kind == LABEL_NUMBER_BRACKET || kind == LABEL_NUMBER_STOP)
    return g_strdup_printf ("%u%s", value, behind[kind]);
  if (kind == LABEL_ROMAN_STOP) {
    g_autofree char *numeral = roman_write (value);
    return g_strconcat (numeral, behind[kind], NULL);
  }
  char letter[7] = "";
  g_unichar_to_utf8 (value, letter);
  return g_strconcat (letter, behind[kind], NULL);
}

static void
add_children (cmark_node *node, GString *out)
{
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    body_add_text (child, out);
}

void
body_add_text (cmark_node *node, GString *out)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (body_role (node) == BODY_NOTE)
    return;
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    append_text (out, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    g_string_append_c (out, ' ');
  else if (body_role (node) == BODY_LABEL && cmark_node_previous (node))
    append_text (out, " → ");
  add_children (node, out);
}

char *
body_plain_text (cmark_node *node)
{
  GString *text = g_string_new (NULL);
  add_children (node, text);
  return g_string_free (text, FALSE);
}

static cmark_node *
text_node_at (cmark_node *node, cmark_node *(*child_of) (cmark_node *node))
{
  for (cmark_node *child; (child = child_of (node)) != NULL;)
    node = child;
  return cmark_node_get_type (node) == CMARK_NODE_TEXT ? node : NULL;
}

static const char *
text_of (cmark_node *text)
{
  return text ? cmark_node_get_literal (text) : "";
}

cmark_node *
body_first_text_node (cmark_node *node)
{
  return text_node_at (node, cmark_node_first_child);
}

const char *
body_first_text (cmark_node *node)
{
  return text_of (body_first_text_node (node));
}

const char *
body_last_text (cmark_node *node)
{
  return text_of (text_node_at (node, cmark_node_last_child));
}

/* Bytes up to which a line without an end may be a title. */
#define LONGEST_LEAD 160

/* A title, or words that announce what comes: “2. Yêu cầu”, “Các đơn vị sau:”. */
static gboolean
is_lead (cmark_node *paragraph)
{
  if (cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH
      || body_role (paragraph) != BODY_PLAIN)
    return FALSE;
  const char *last = body_last_text (paragraph);
  const char *end = last + strlen (last);
  if (end == last || end[-1] == ':')
    return end > last;
  if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    return FALSE;
  g_autofree char *text = body_plain_text (paragraph);
  return strlen (text) <= LONGEST_LEAD;
}

/* TRUE when text goes on behind `block`, and does not begin anew. */
static gboolean
goes_on (cmark_node *block)
{
  cmark_node *next = cmark_node_next (block);
  return next && cmark_node_get_type (next) != CMARK_NODE_HEADING;
}

/* “1.”, “III.” or “a)”, no dash. */
static gboolean
is_numbered (cmark_node *item)
{
  return body_role (item) == BODY_ITEM
           ? body_label_kind (body_detail (item)) != LABEL_BULLET
           : cmark_node_get_list_type (cmark_node_parent (item)) == CMARK_ORDERED_LIST;
}

/* Such words behind a number, alone in the last item of a list. */
static gboolean
is_lead_item (cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item), *opening = cmark_node_first_child (item);

  return cmark_node_get_type (item) == CMARK_NODE_ITEM && is_numbered (item) && opening
         && cmark_node_next (opening) == NULL && cmark_node_next (item) == NULL && goes_on (list)
         && is_lead (opening);
}

cmark_node *
body_caption_of (cmark_node *node)
{
  cmark_node *before = cmark_node_previous (node), *next = cmark_node_next (node);

  if (next && body_role (next) == BODY_CAPTION && body_detail (next))
    return next;
  return before && body_role (before) == BODY_CAPTION && !body_detail (before) ? before : NULL;
}

gboolean
body_leads (cmark_node *node)
{
  return is_lead_item (node) || (goes_on (node) && is_lead (node));
}
