/* SPDX-License-Identifier: MIT */
#include "model/contents.h"

#include "text/letter.h"

#include <string.h>

/* Headings of the document begin at the second level; four of them deep nobody looks for a page. */
#define MOST_LEVELS 3

static gboolean
is_title (cmark_node *block)
{
  return (body_role (block) == BODY_PART || body_role (block) == BODY_CHAPTER)
         && body_detail (block) == LINE_TITLE;
}

/* “Mục 1” stands below “Chương I”. */
static guint
division_level (cmark_node *block)
{
  g_autofree char *text = body_plain_text (block);
  g_autofree char *small = g_utf8_strdown (text, -1);
  gboolean is_within = g_str_has_prefix (small, "mục ") || g_str_has_prefix (small, "tiểu mục ");
  return is_within ? 2 : 1;
}

static guint
heading_level (cmark_node *heading)
{
  guint level = MAX (cmark_node_get_heading_level (heading), 2) - 1;
  return level <= MOST_LEVELS ? level : 0;
}

/* All of it is in bold, as titles on lines of their own are. */
static gboolean
is_bold (cmark_node *paragraph)
{
  cmark_node *only = cmark_node_first_child (paragraph);
  return only && cmark_node_next (only) == NULL && cmark_node_get_type (only) == CMARK_NODE_STRONG;
}

static gboolean
is_titled_article (cmark_node *paragraph)
{
  return is_bold (paragraph) && g_str_has_prefix (body_first_text (paragraph), "Điều ");
}

static gboolean
is_in_capitals (cmark_node *paragraph)
{
  g_autofree char *text = body_plain_text (paragraph);
  return letters_are_capitals (text, -1);
}

/* Numbers that count on are those of the list, “1.” as it is written. */
static BodyLabel
label_kind (cmark_node *item)
{
  if (body_role (item) == BODY_ITEM)
    return body_label_kind (body_detail (item));
  return cmark_node_get_list_type (cmark_node_parent (item)) == CMARK_ORDERED_LIST
           ? LABEL_NUMBER_STOP
           : LABEL_NONE;
}

static char *
label_text (cmark_node *item)
{
  int number = cmark_node_get_list_start (cmark_node_parent (item));

  if (body_role (item) == BODY_ITEM)
    return body_item_label (item);
  while ((item = cmark_node_previous (item)) != NULL)
    number++;
  return g_strdup_printf ("%d.", number);
}

/* “I. MỤC ĐÍCH, YÊU CẦU”, “1. **Mục đích**”: a title behind its label. */
static guint
item_level (cmark_node *item)
{
  cmark_node *opening = cmark_node_first_child (item);
  BodyLabel label = label_kind (item);
  gboolean is_section = label == LABEL_ROMAN_STOP || label == LABEL_CAPITAL_STOP;

  if (opening == NULL || cmark_node_get_type (opening) != CMARK_NODE_PARAGRAPH)
    return 0;
  if (is_section)
    return is_bold (opening) || is_in_capitals (opening) ? 1 : 0;
  return label == LABEL_NUMBER_STOP && is_bold (opening) ? 2 : 0;
}

guint
contents_level (cmark_node *block)
{
  cmark_node_type type = cmark_node_get_type (block);

  switch (body_role (block)) {
  case BODY_PART:
  case BODY_CHAPTER:
    return is_title (block) ? 0 : division_level (block);
  case BODY_ITEM:
  case BODY_PLAIN:
    return type == CMARK_NODE_ITEM                                     ? item_level (block)
           : type == CMARK_NODE_HEADING                                ? heading_level (block)
           : type == CMARK_NODE_PARAGRAPH && is_titled_article (block) ? 2
                                                                       : 0;
  default:
    return 0;
  }
}

char *
contents_text (cmark_node *block)
{
  gboolean is_item = cmark_node_get_type (block) == CMARK_NODE_ITEM;
  g_autofree char *text = body_plain_text (is_item ? cmark_node_first_child (block) : block);
  g_autofree char *label = is_item ? label_text (block) : NULL;
  cmark_node *next = cmark_node_next (block);

  if (label)
    return g_strconcat (label, " ", text, NULL);
  if (next && is_title (next) && body_role (next) == body_role (block)) {
    g_autofree char *title = body_plain_text (next);
    return g_strconcat (text, g_str_has_suffix (text, ".") ? " " : ". ", title, NULL);
  }
  return g_steal_pointer (&text);
}

gboolean
contents_has_any (cmark_node *root)
{
  for (cmark_node *block = cmark_node_first_child (root); block; block = cmark_node_next (block))
    if (cmark_node_get_type (block) < CMARK_NODE_FIRST_INLINE
        && (contents_level (block) > 0 || contents_has_any (block)))
      return TRUE;
  return FALSE;
}
