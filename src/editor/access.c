/* SPDX-License-Identifier: MIT */
#include "editor/access.h"

#include "base/i18n.h"
#include "model/web.h"
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

/* --- links --- */

static gboolean
is_short_link (const char *url)
{
  static const char *const hosts[] = { "bit.ly",      "tinyurl.com", "goo.gl",   "t.co",
                                       "is.gd",       "ow.ly",       "cutt.ly",  "by.com.vn",
                                       "shorturl.at", "rebrand.ly",  "s.net.vn", "urlvn.net",
                                       NULL };
  g_autofree char *host = web_host (url);
  return host && g_strv_contains (hosts, host);
}

/* The address of a page from the root of the site, of a link as it stands in the page `from`. */
static char *
href_from_root (const char *from, const char *url)
{
  g_autofree char *plain = g_strndup (url, strcspn (url, "#?"));
  g_autofree char *folder = g_path_get_dirname (from);
  g_autofree char *base = g_strconcat ("/", strcmp (folder, ".") == 0 ? "" : folder, NULL);
  g_autofree char *whole = g_canonicalize_filename (plain, base);

  return g_strdup (whole + 1);
}

/* Where it leads is a page of the site that is out of date. */
static void
check_target (const Review *review, cmark_node *node, const char *url, GHashTable *documents)
{
  const Document *own = review->manuscript->document;
  g_autofree char *path = strstr (url, ":") ? NULL : href_from_root (own->href, url);
  const Document *target = path ? g_hash_table_lookup (documents, path) : NULL;

  if (target == NULL || target == own)
    return;
  if (target->replaced_by && target->replaced_by != own)
    remark_at (review, "TIME-03", place_of (node),
               _ ("lead to the new one, or say that this one is of the past"),
               _ ("this leads to “%s”, which “%s” replaces"), target->path,
               target->replaced_by->path);
  else if (document_is_expired (target, review->manuscript->site->now)
           && !document_is_expired (own, review->manuscript->site->now))
    remark_at (review, "TIME-04", place_of (node), _ ("lead to something that still holds"),
               _ ("this leads to “%s”, which has expired"), target->path);
}

static void
check_link (const Review *review, cmark_node *node, GHashTable *documents)
{
  static const char *const empty[] = {
    "tai day",    "o day",       "day",          "xem them",      "xem tai day", "link",
    "duong link", "bam vao day", "nhan vao day", "click vao day", "click here",  "here",
    "xem",        "chi tiet",    "xem chi tiet", "truy cap",      NULL
  };
  g_autofree char *text = body_plain_text (node);
  g_autofree char *slug = text_slug (text);
  const char *url = cmark_node_get_url (node);

  g_strdelimit (slug, "-", ' ');
  if (g_strv_contains (empty, slug))
    remark_at (review, "ACCESS-03", place_of (node),
               _ ("let the words of the link say where it leads"),
               _ ("a link that says “%s” says nothing to who hears only the links"), text);
  if (url && is_short_link (url))
    remark_at (review, "LINK-01", place_of (node), _ ("write the address it stands for"),
               _ ("nobody sees where “%s” leads"), url);
  if (url)
    check_target (review, node, url, documents);
}

static void
check_inlines (const Review *review, GHashTable *documents)
{
  cmark_iter *iter = cmark_iter_new (review->manuscript->root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    if (event != CMARK_EVENT_ENTER || body_line (node) == 0)
      continue;
    if (cmark_node_get_type (node) == CMARK_NODE_IMAGE)
      check_image (review, node);
    else if (cmark_node_get_type (node) == CMARK_NODE_LINK)
      check_link (review, node, documents);
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
access_read (const Review *review, GHashTable *documents)
{
  if (review->manuscript->root) {
    check_inlines (review, documents);
    check_tables (review, review->manuscript->root);
  }
  check_headings (review);
  check_language (review);
}
