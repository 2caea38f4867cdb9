/* SPDX-License-Identifier: MIT */
#include "load/autolink.h"

#include "base/append.h"
#include "text/phone.h"

#include <string.h>

/* What was found in a text: its bytes, and where it leads. */
typedef struct {
  const char *start;
  gsize length;
  char *target;
  const char *shown; /* in the target; NULL: as it is written */
} Found;

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* TRUE when `at` is within a word; a quotation mark before it is none. */
static gboolean
follows_letter (const char *text, const char *at)
{
  return at > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* --- addresses --- */

/* Up to a blank, a bracket of a tag, or the quotation mark that closes what it stands in. */
static gsize
longest_address (const char *start)
{
  static const char *const quotes[] = { "“", "”", "«", "»" };
  gsize length = strcspn (start, " \t\n<>\"");

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++) {
    const char *quote = g_strstr_len (start, length, quotes[i]);
    length = quote ? (gsize) (quote - start) : length;
  }
  return length;
}

/* Bytes of the mark of a sentence that the text up to `length` ends with; 0: it ends with none. */
static gsize
last_mark (const char *start, gsize length)
{
  static const char *const marks[] = { "?", "!", ".", ",", ":", ";", "*", "_", "~",
                                       "'", "|", "…", "–", "—", "‘", "’" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize n = strlen (marks[i]);
    if (length >= n && memcmp (start + length - n, marks[i], n) == 0)
      return n;
  }
  return 0;
}

/* Without the marks of the sentence around it (GFM): a bracket belongs to an address that opens
 * one. */
static gsize
address_length (const char *start)
{
  gsize length = longest_address (start), n;
  gint open = 0;

  for (gsize i = 0; i < length; i++)
    open += (start[i] == '(') - (start[i] == ')');
  for (; length > 0; length -= n) {
    gboolean is_closing = start[length - 1] == ')' && open < 0;
    open += is_closing;
    n = is_closing ? 1 : last_mark (start, length);
    if (n == 0)
      break;
  }
  return length;
}

/* As it was typed: what a printer would set for hyphens, dots and apostrophes leads elsewhere. */
static char *
typed (const char *before, const char *at, gsize length)
{
  GString *address = g_string_new (before);

  g_string_append_len (address, at, length);
  g_string_replace (address, "—", "---", 0);
  g_string_replace (address, "–", "--", 0);
  g_string_replace (address, "…", "...", 0);
  g_string_replace (address, "’", "'", 0);
  return g_string_free (address, FALSE);
}

/* “vneid.gov.vn”, up to the path. */
static gboolean
is_domain (const char *text, gsize length)
{
  gsize end = MIN (strcspn (text, "/?#:"), length);
  const char *dot = memchr (text, '.', end);

  for (gsize i = 0; i < end; i++)
    if (!is_word (text[i]) && strchr ("-_.", text[i]) == NULL)
      return FALSE;
  return dot && dot > text && dot + 1 < text + end && !g_strstr_len (text, end, "..");
}

static gboolean
find_address (const char *text, const char *at, Found *found)
{
  static const struct {
    const char *opening, *before;
  } openings[] = { { "https://", "" }, { "http://", "" }, { "www.", "http://" } };

  if (follows_letter (text, at) || (at > text && strchr ("/.@-", at[-1])))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++) {
    if (!g_str_has_prefix (at, openings[i].opening))
      continue;
    gsize length = address_length (at);
    gsize scheme = *openings[i].before ? 0 : strlen (openings[i].opening);
    if (length <= scheme || !is_domain (at + scheme, length - scheme))
      return FALSE;
    char *target = typed (openings[i].before, at, length);
    *found = (Found){ at, length, target, target + strlen (openings[i].before) };
    return TRUE;
  }
  return FALSE;
}

/* --- mail --- */

/* `at` is the “@”. */
static gboolean
find_mail (const char *text, const char *at, Found *found)
{
  const char *start = at;
  gsize length = 0;

  while (start > text && (g_ascii_isalnum (start[-1]) || strchr (".+-_", start[-1])))
    start--;
  while (g_ascii_isalnum (at[1 + length]) || (at[1 + length] && strchr ("-_.", at[1 + length])))
    length++;
  while (length > 0 && at[length] == '.')
    length--;
  if (start == at || follows_letter (text, start) || !is_domain (at + 1, length)
      || strchr ("-_", at[length]))
    return FALSE;
  g_autofree char *address = g_strndup (start, at + 1 + length - start);
  *found = (Found){ start, strlen (address), g_strconcat ("mailto:", address, NULL), NULL };
  return TRUE;
}

/* --- telephone --- */

static gboolean
is_phone_length (const char *start, guint n_digits)
{
  if (*start == '+')
    return n_digits == 11 || n_digits == 12;
  if (*start == '1')
    return n_digits == 8 || n_digits == 10;
  return n_digits == 10 || n_digits == 11;
}

/* The longest number that digits and single marks between them make; 0: none. */
static gsize
phone_length (const char *start)
{
  gsize best = 0;
  guint n = 0;

  for (const char *p = start + (*start == '+'); *p; p++) {
    if (g_ascii_isdigit (*p)) {
      n++;
      if (is_phone_length (start, n) && !g_unichar_isalnum (g_utf8_get_char (p + 1)) && p[1] != '/')
        best = p + 1 - start;
    } else if (strchr (" .-", *p) == NULL || !g_ascii_isdigit (p[1]))
      break;
  }
  return best;
}

#define WORD(text)                                                                                 \
  {                                                                                                \
    text, sizeof text - 1                                                                          \
  }

static gboolean
follows_word (const char *text, const char *at)
{
  static const struct {
    const char *text;
    gsize length;
  } words[] = {
    WORD ("gọi "),
    WORD ("Gọi "),
    WORD ("tổng đài "),
    WORD ("Tổng đài "),
    WORD ("đường dây nóng "),
    WORD ("Đường dây nóng "),
    WORD ("đường dây nóng: "),
    WORD ("Đường dây nóng: "),
    WORD ("điện thoại "),
    WORD ("Điện thoại "),
    WORD ("điện thoại: "),
    WORD ("Điện thoại: "),
    WORD ("hotline "),
    WORD ("Hotline "),
    WORD ("Hotline: "),
    WORD ("tổng đài: "),
    WORD ("Tổng đài: "),
    WORD ("số máy "),
    WORD ("gọi số "),
    WORD ("Gọi số "),
  };
  gsize before = at - text;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (before >= words[i].length
        && memcmp (at - words[i].length, words[i].text, words[i].length) == 0)
      return TRUE;
  return FALSE;
}

/* “0251 3822 222, 113 hoặc 115”: one more after one that was found. */
static gboolean
follows_number (const char *text, const char *at)
{
  static const char *const between[] = { ", ", " và ", " hoặc ", " hay ", ", hoặc ",
                                         "/",  " / ",  "; ",     " - ",   " – " };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    if (strlen (between[i]) == (gsize) (at - text) && memcmp (text, between[i], at - text) == 0)
      return TRUE;
  return FALSE;
}

/* 113, 1022: three or four digits, and nothing that counts behind them. */
static gsize
short_number_length (const char *text, const char *at, gboolean follows)
{
  gsize n = strspn (at, "0123456789");
  const char *end = at + n;

  if (n < 3 || n > 4 || *at != '1' || strchr (".,;):!? /", *end) == NULL)
    return 0;
  /* “gọi 113 hộ dân” counts. */
  static const char *const counted[] = { " hộ",  " người", " lượt", " lần", " cuộc",
                                         " trẻ", " suất",  " căn",  " em" };
  for (guint i = 0; *end == ' ' && i < G_N_ELEMENTS (counted); i++)
    if (g_str_has_prefix (end, counted[i]))
      return 0;
  return follows || follows_word (text, at) ? n : 0;
}

static gboolean
find_phone (const char *text, const char *at, gboolean follows, Found *found)
{
  if (follows_letter (text, at) || (at > text && strchr ("/.,-+", at[-1])))
    return FALSE;
  if (at >= text + 5 && memcmp (at - 5, "năm ", 5) == 0)
    return FALSE;
  gsize length = text_begins_phone (at) ? phone_length (at) : 0;
  if (length == 0)
    length = short_number_length (text, at, follows);
  if (length == 0)
    return FALSE;
  GString *target = g_string_new ("tel:");
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (at[i]) || at[i] == '+')
      g_string_append_c (target, at[i]);
  *found = (Found){ at, length, g_string_free (target, FALSE), NULL };
  return TRUE;
}

/* --- a text --- */

/* Behind a digit, and one mark that may stand behind it. */
static const char *
skip_digit (const char *p)
{
  return p + 1 + (p[1] == ' ' || p[1] == '.' || p[1] == '-');
}

gboolean
autolink_may_be_at (const char *text, const char *p)
{
  switch (*p) {
  case '@':
    return TRUE;
  case ':':
    return p[1] == '/' && p[2] == '/';
  case 'w':
    return strncmp (p, "www.", 4) == 0;
  default:
    p = p > text && g_ascii_isdigit (p[-1]) ? "" : skip_digit (p);
    return g_ascii_isdigit (*p) && g_ascii_isdigit (*skip_digit (p));
  }
}

/* The next place where one may be at or behind `p`. */
static const char *
next_sign (const char *text, const char *p)
{
  while ((p = strpbrk (p, ":@w+01")) != NULL && !autolink_may_be_at (text, p))
    p++;
  return p;
}

/* The scheme in front of “://”. */
static const char *
scheme_before (const char *text, const char *colon)
{
  const char *start = colon;

  while (start > text && colon - start < 5 && start[-1] != 'h')
    start--;
  return start > text ? start - 1 : text;
}

/* `follows`: what stands before `at` says that a number to call may come. */
static gboolean
find_at (const char *text, const char *at, gboolean follows, Found *found)
{
  switch (*at) {
  case ':':
    return find_address (text, scheme_before (text, at), found);
  case 'w':
    return find_address (text, at, found);
  case '@':
    return find_mail (text, at, found);
  default:
    return find_phone (text, at, follows, found);
  }
}

static void
insert_text (MarkdownTree *tree, cmark_node *before, const char *start, const char *end)
{
  if (start == end)
    return;
  g_autofree char *text = g_strndup (start, end - start);
  cmark_node *node = markdown_tree_node (tree, CMARK_NODE_TEXT);
  cmark_node_set_literal (node, text);
  cmark_node_insert_before (before, node);
}

static cmark_node *
insert_link (MarkdownTree *tree, cmark_node *before, const Found *found)
{
  g_autofree char *shown =
    found->shown ? g_strdup (found->shown) : g_strndup (found->start, found->length);
  cmark_node *link = markdown_tree_node (tree, CMARK_NODE_LINK);
  cmark_node *text = markdown_tree_node (tree, CMARK_NODE_TEXT);

  cmark_node_set_url (link, found->target);
  cmark_node_set_literal (text, shown);
  cmark_node_append_child (link, text);
  cmark_node_insert_before (before, link);
  return link;
}

/* “Gọi **113**”: the word that says so stands before the bold ones. */
static gboolean
opens_after_word (cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);
  cmark_node_type type = cmark_node_get_type (parent);

  if (cmark_node_previous (node) || (type != CMARK_NODE_STRONG && type != CMARK_NODE_EMPH))
    return FALSE;
  cmark_node *before = cmark_node_previous (parent);
  if (before == NULL || cmark_node_get_type (before) != CMARK_NODE_TEXT)
    return FALSE;
  const char *text = cmark_node_get_literal (before);
  return follows_word (text, text + strlen (text));
}

void
autolink_mark (MarkdownTree *tree, cmark_node *node, GPtrArray *links)
{
  const char *text = cmark_node_get_literal (node);
  const char *done = text;
  gboolean has_word = opens_after_word (node), is_after_number = FALSE;

  for (const char *at = text; (at = next_sign (done, at)) != NULL;) {
    Found found = { NULL, 0, NULL, NULL };
    gboolean follows = (has_word && at == text) || (is_after_number && follows_number (done, at));
    if (!find_at (done, at, follows, &found)) {
      at++;
      continue;
    }
    insert_text (tree, node, done, found.start);
    g_ptr_array_add (links, insert_link (tree, node, &found));
    is_after_number = g_str_has_prefix (found.target, "tel:");
    g_free (found.target);
    done = at = found.start + found.length;
  }
  if (done == text)
    return;
  insert_text (tree, node, done, done + strlen (done));
  cmark_node_free (node);
}
