/* SPDX-License-Identifier: MIT */
#include "editor/access.h"

#include "base/i18n.h"
#include "text/fold.h"

#include <string.h>

static Place
place_of (cmark_node *node)
{
  return (Place){ body_line (node), 0 };
}

/* --- pictures --- */

/* “Hình 1”, “ảnh”, “IMG_2041.jpg”, “image” */
static gboolean
says_nothing (const char *description)
{
  static const char *const empty[] = { "hinh",
                                       "anh",
                                       "hinh anh",
                                       "image",
                                       "picture",
                                       "photo",
                                       "minh hoa",
                                       "anh minh hoa",
                                       "hinh minh hoa",
                                       "logo",
                                       "banner",
                                       "screenshot",
                                       "anh chup man hinh",
                                       "chup man hinh",
                                       "so do",
                                       "bieu do",
                                       "untitled",
                                       NULL };
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", NULL };
  g_autofree char *slug = text_slug (description);
  g_autofree char *words = g_strdelimit (g_strdup (slug), "-", ' ');
  gsize n = strlen (words);

  for (guint i = 0; endings[i]; i++)
    if (g_str_has_suffix (description, endings[i]))
      return TRUE;
  if (g_str_has_prefix (words, "img ") || g_str_has_prefix (words, "dsc ")
      || g_str_has_prefix (words, "zalo "))
    return TRUE;
  while (n > 0 && (g_ascii_isdigit (words[n - 1]) || words[n - 1] == ' '))
    words[--n] = '\0';
  return g_strv_contains (empty, words);
}

static void
check_image (const Review *review, cmark_node *node)
{
  g_autofree char *description = body_plain_text (node);

  if (*description && says_nothing (description))
    remark_at (review, "ACCESS-01", place_of (node),
               _ ("write what it shows: ![Màn hình đăng nhập](…)"),
               _ ("“%s” does not say what the picture shows"), description);
}

/* --- the tree --- */

static void
check_inlines (const Review *review)
{
  cmark_iter *iter = cmark_iter_new (review->manuscript->root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    if (event != CMARK_EVENT_ENTER || body_line (node) == 0)
      continue;
    if (cmark_node_get_type (node) == CMARK_NODE_IMAGE)
      check_image (review, node);
  }
  cmark_iter_free (iter);
}

/* --- headings and tables --- */

static void
check_headings (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  guint last = 1;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (passage->kind != PASSAGE_HEADING)
      continue;
    if (passage->level > last + 1 && last > 1)
      remark (review, "ACCESS-02", passage, 0, (guint) passage->length,
              _ ("use the next level, one “#” more than the heading above"),
              _ ("a heading of level %u stands below one of level %u"), passage->level, last);
    last = passage->level;
  }
}

/* A head whose cells are all empty. */
static void
check_tables (const Review *review, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block;
       block = cmark_node_next (block)) {
    if (body_role (block) != BODY_TABLE) {
      if (cmark_node_get_type (block) < CMARK_NODE_FIRST_INLINE
          && cmark_node_get_type (block) != CMARK_NODE_PARAGRAPH)
        check_tables (review, block);
      continue;
    }
    cmark_node *head = cmark_node_first_child (block);
    gboolean is_empty = head != NULL;
    for (cmark_node *cell = head ? cmark_node_first_child (head) : NULL; cell;
         cell = cmark_node_next (cell))
      is_empty &= cmark_node_first_child (cell) == NULL;
    if (is_empty && head)
      remark_at (review, "ACCESS-04", place_of (head),
                 _ ("write in the first row what each column holds"),
                 _ ("the columns of this table have no heads"));
  }
}

/* A text of sixty words in which almost none has a mark is not Vietnamese. */
static void
check_language (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  guint n = 0, n_marked = 0;

  if (!lang_is_vietnamese (manuscript->document->lang))
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    for (guint j = 0; passage->kind != PASSAGE_MATTER && j < passage->n_words; j++)
      if (!passage->words[j].is_skipped) {
        n++;
        n_marked += passage->words[j].has_marks;
      }
  }
  if (n >= 60 && n_marked * 20 < n)
    remark_at (review, "ACCESS-06", (Place){ manuscript->document->body_line, 0 },
               _ ("write “ngôn ngữ: en” in the front matter, or the text with its marks"),
               _ ("this text does not look Vietnamese, and is read out as if it were"));
}

void
access_read (const Review *review)
{
  if (review->manuscript->root) {
    check_inlines (review);
    check_tables (review, review->manuscript->root);
  }
  check_headings (review);
  check_language (review);
}
