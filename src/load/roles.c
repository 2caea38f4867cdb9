/* SPDX-License-Identifier: MIT */
/* One walk in the order of reading. It is here, and not where pages, sheets and scripts are made,
 * that words are looked at: each of them used to look for itself, and a decision was set in italics
 * by one rule, cut by a second and read by a third. To know another kind of line is a row of
 * `openings` and a role.
 *
 * A line may depend on the one before it. Blocks for some channels are no border there: a basis
 * that the loudspeaker leaves out is followed by the next one all the same. Quotations, lists and
 * tables are. */
#include "load/roles.h"

#include "model/official_kind.h"
#include "text/letter.h"
#include "text/roman.h"

#include <string.h>

/* Bytes below which a paragraph may be “PHẦN THỨ NHẤT”. */
#define LONGEST_DIVISION 48

/* Bytes of dots that are more than an ellipsis. */
#define FEWEST_DOTS 5

typedef struct {
  GString *text;       /* of the line at hand */
  cmark_node *line;    /* the block before it; NULL at the start of what holds it */
  gboolean leads_on;   /* that block ended in “;” */
  cmark_node *said;    /* the last block the loudspeaker reads, or NULL */
  gboolean is_step;    /* it has “Bước 1” put before it */
  gboolean opens_step; /* so will the next */
} Walk;

static void walk_children (Walk *walk, cmark_node *parent);

/* --- the table --- */

static gboolean
is_at_top (cmark_node *block)
{
  return cmark_node_get_type (cmark_node_parent (block)) == CMARK_NODE_DOCUMENT;
}

static BodyRole
role_before (const Walk *walk)
{
  return walk->line ? body_role (walk->line) : BODY_PLAIN;
}

static gboolean
fits_top (G_GNUC_UNUSED const Walk *walk, cmark_node *block, G_GNUC_UNUSED const char *behind)
{
  return is_at_top (block);
}

/* “Cách 1 …” is a way to do it, “Cách làm” is not. */
static gboolean
fits_counted (G_GNUC_UNUSED const Walk *walk, cmark_node *block, const char *behind)
{
  return is_at_top (block) && g_ascii_isdigit (*behind);
}

/* Bases end in “;” but for the last, which is one by those before it. */
static gboolean
fits_bases (const Walk *walk, G_GNUC_UNUSED cmark_node *block, G_GNUC_UNUSED const char *behind)
{
  return g_str_has_suffix (walk->text->str, ";")
         || (walk->leads_on && role_before (walk) == BODY_BASIS);
}

/* “Chương I”, “Phần thứ nhất”, “Mục 1”; “Chương trình”, “Phần mềm” are words like any other. */
static gboolean
is_counted (const char *behind)
{
  g_autofree char *small = g_utf8_strdown (behind, -1);
  gsize n = strcspn (behind, " .:");

  return g_str_has_prefix (small, "thứ ") || roman_value (behind, n) > 0
         || (n > 0 && strspn (behind, "0123456789") == n);
}

static gboolean
fits_division (G_GNUC_UNUSED const Walk *walk, cmark_node *block, const char *behind)
{
  return is_at_top (block) && is_counted (behind);
}

/* Without a mark of Markdown it is one when nothing follows the number, or a title in capitals: a
 * sentence may begin so. */
static gboolean
fits_bare_division (const Walk *walk, cmark_node *block, const char *behind)
{
  g_autofree char *small = g_utf8_strdown (behind, -1);
  gboolean is_ordinal = g_str_has_prefix (small, "thứ ");
  const char *number = is_ordinal ? behind + strlen ("thứ ") : behind;
  const char *end = number + strcspn (number, " .:;");

  end += strspn (end, " .:;");
  return fits_division (walk, block, behind) && (*end == '\0' || letters_are_capitals (end, -1));
}

static gboolean
fits_appendix (const Walk *walk, G_GNUC_UNUSED cmark_node *block, G_GNUC_UNUSED const char *behind)
{
  return walk->line && (body_opens_annex (walk->line) || role_before (walk) == BODY_APPENDIX_TITLE);
}

typedef struct {
  const char *words;
  gboolean any_case; /* `words` are in small letters then */
  cmark_node_type type;
  BodyRole role;
  gboolean (*fits) (const Walk *walk, cmark_node *block, const char *behind);
} Opening;

static const Opening openings[] = {
  { "Căn cứ ", FALSE, CMARK_NODE_PARAGRAPH, BODY_BASIS, fits_bases },
  { "Theo đề nghị của ", FALSE, CMARK_NODE_PARAGRAPH, BODY_BASIS, fits_bases },
  { "Xét ", FALSE, CMARK_NODE_PARAGRAPH, BODY_BASIS, fits_bases },
  { "(Kèm theo", FALSE, CMARK_NODE_PARAGRAPH, BODY_BASE_LINE, fits_appendix },
  { "(Ban hành kèm theo", FALSE, CMARK_NODE_PARAGRAPH, BODY_BASE_LINE, fits_appendix },
  { "phần ", TRUE, CMARK_NODE_HEADING, BODY_PART, fits_division },
  { "chương ", TRUE, CMARK_NODE_HEADING, BODY_CHAPTER, fits_division },
  { "mục ", TRUE, CMARK_NODE_HEADING, BODY_CHAPTER, fits_division },
  { "tiểu mục ", TRUE, CMARK_NODE_HEADING, BODY_CHAPTER, fits_division },
  { "phần ", TRUE, CMARK_NODE_PARAGRAPH, BODY_PART, fits_bare_division },
  { "chương ", TRUE, CMARK_NODE_PARAGRAPH, BODY_CHAPTER, fits_bare_division },
  { "mục ", TRUE, CMARK_NODE_PARAGRAPH, BODY_CHAPTER, fits_bare_division },
  { "tiểu mục ", TRUE, CMARK_NODE_PARAGRAPH, BODY_CHAPTER, fits_bare_division },
  { "phụ lục", TRUE, CMARK_NODE_HEADING, BODY_APPENDIX, fits_top },
  { "mẫu số ", TRUE, CMARK_NODE_HEADING, BODY_APPENDIX, fits_counted },
  { "biểu số ", TRUE, CMARK_NODE_HEADING, BODY_APPENDIX, fits_counted },
  { "biểu mẫu số ", TRUE, CMARK_NODE_HEADING, BODY_APPENDIX, fits_counted },
  { "Cách ", FALSE, CMARK_NODE_HEADING, BODY_VARIANT, fits_counted },
  { "Mức ", FALSE, CMARK_NODE_HEADING, BODY_VARIANT, fits_counted },
};

/* The first letters are all ASCII. */
static gboolean
begins_alike (const Opening *opening, const char *text)
{
  char first = opening->any_case ? g_ascii_tolower (*text) : *text;
  return first == *opening->words;
}

/* Behind `words`, which are in small letters, in whatever letters they are written; or NULL. */
static const char *
behind_any_case (const char *text, const char *words)
{
  for (; *words; words = g_utf8_next_char (words), text = g_utf8_next_char (text))
    if (g_unichar_tolower (g_utf8_get_char (text)) != g_utf8_get_char (words))
      return NULL;
  return text;
}

/* Behind the words that the line opens with, or NULL. */
static const char *
behind_words (const Opening *opening, const GString *text, cmark_node_type type)
{
  if (!begins_alike (opening, text->str))
    return NULL;
  gsize length = strlen (opening->words);
  if (!opening->any_case)
    return strncmp (text->str, opening->words, length) == 0 ? text->str + length : NULL;
  /* A division on a line of its own is short. */
  if (type != CMARK_NODE_HEADING && text->len >= LONGEST_DIVISION)
    return NULL;
  return behind_any_case (text->str, opening->words);
}

static BodyRole
role_by_opening (const Walk *walk, cmark_node *block)
{
  cmark_node_type type = cmark_node_get_type (block);

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++) {
    const char *behind =
      openings[i].type == type ? behind_words (&openings[i], walk->text, type) : NULL;
    if (behind && openings[i].fits (walk, block, behind))
      return openings[i].role;
  }
  return BODY_PLAIN;
}

gsize
roles_article_length (const char *text)
{
  gsize word = strlen ("Điều ");

  if (!g_str_has_prefix (text, "Điều ") && !g_str_has_prefix (text, "ĐIỀU "))
    return 0;
  gsize n = strspn (text + word, "0123456789");
  char stop = text[word + n];
  return n > 0 && (stop == '.' || stop == ':') ? word + n + 1 : 0;
}

gboolean
roles_open_line (const char *text)
{
  static const char *const words[] = { "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (openings[i].role == BODY_BASIS && g_str_has_prefix (text, openings[i].words))
      return TRUE;
  return roles_article_length (text) > 0;
}

/* --- before and behind “QUYẾT ĐỊNH:” --- */

static gboolean
is_ordering (const char *text)
{
  static const char *const words[] = { "QUYẾT ĐỊNH", "QUYẾT NGHỊ" };
  const char *end = text + strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    const char *behind = g_str_has_prefix (text, words[i]) ? text + strlen (words[i]) : end;
    if (*behind && strcmp (behind + strspn (behind, " "), ":") == 0)
      return TRUE;
  }
  return FALSE;
}

static void
mark_before_ordering (cmark_node *block)
{
  g_autofree char *text = body_plain_text (block);

  if (letters_are_capitals (text, -1))
    body_mark (block, BODY_AUTHORITY, 0);
  else if (cmark_node_get_type (block) == CMARK_NODE_PARAGRAPH)
    body_mark (block, BODY_BASIS, 0);
}

/* All that is said before an order is what it rests on, however it begins, and who gives it. Goes
 * back from `block`. */
static void
mark_bases (cmark_node *block)
{
  for (; block; block = cmark_node_previous (block)) {
    cmark_node_type type = cmark_node_get_type (block);
    BodyRole role = body_role (block);
    if (role == BODY_ORDERING || body_opens_annex (block))
      return;
    if (role == BODY_CHANNEL)
      mark_bases (cmark_node_last_child (block));
    else if ((type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) && role != BODY_FIGURE)
      mark_before_ordering (block);
  }
}

/* --- headings in two lines --- */

static gboolean
is_division (const Walk *walk)
{
  BodyRole role = role_before (walk);
  return (role == BODY_PART || role == BODY_CHAPTER) && body_detail (walk->line) == LINE_LABEL;
}

/* TRUE when nothing but its label stands in the heading of an appendix. */
static gboolean
is_bare_label (cmark_node *appendix)
{
  guint label = body_detail (appendix);
  if (label == 0)
    return TRUE;
  g_autofree char *text = body_plain_text (appendix);
  return *g_strchug (text + label + 1) == '\0';
}

/* “Chương I” or “Phụ lục” with the title in a heading of its own below. */
static void
mark_title (const Walk *walk, cmark_node *heading)
{
  if (!is_at_top (heading) || walk->line == NULL)
    return;
  if (is_division (walk))
    body_mark (heading, body_role (walk->line), LINE_TITLE);
  else if (body_opens_annex (walk->line) && is_bare_label (walk->line))
    body_mark (heading, BODY_APPENDIX_TITLE, 0);
}

/* --- texts issued with a decision --- */

static gboolean
is_base_line (cmark_node *block)
{
  if (block == NULL || cmark_node_get_type (block) != CMARK_NODE_PARAGRAPH)
    return FALSE;
  g_autofree char *text = body_plain_text (block);
  return g_str_has_prefix (text, "(Kèm theo") || g_str_has_prefix (text, "(Ban hành kèm theo");
}

/* “QUY CHẾ”, the title in a heading below, “(Ban hành kèm theo …)”: the last says that it is no
 * chapter. */
static gboolean
is_attached (const Walk *walk, cmark_node *heading)
{
  if (cmark_node_get_type (heading) != CMARK_NODE_HEADING || !is_at_top (heading)
      || !letters_are_capitals (walk->text->str, -1)
      || !official_kind_find (walk->text->str)->is_often_attached)
    return FALSE;
  cmark_node *next = cmark_node_next (heading);
  if (next && cmark_node_get_type (next) == CMARK_NODE_HEADING)
    next = cmark_node_next (next);
  return is_base_line (next);
}

/* --- forms --- */

gboolean
roles_end_blank (const char *text)
{
  const char *end = text + strlen (text);
  const char *p = end;

  for (;;) {
    if (p > text && p[-1] == '.')
      p--;
    else if (p - text >= 3 && memcmp (p - 3, "…", 3) == 0)
      p -= 3;
    else
      return end - p >= FEWEST_DOTS;
  }
}

/* “Chức vụ: ........”: what follows is filled in with a pen. */
static void
mark_blank (const Walk *walk, cmark_node *block)
{
  cmark_node *last = cmark_node_last_child (block);

  if (last && cmark_node_get_type (last) == CMARK_NODE_TEXT && roles_end_blank (walk->text->str))
    body_mark (block, BODY_BLANK, 0);
}

/* --- the walk --- */

static void
note_said (Walk *walk, cmark_node *block)
{
  walk->said = block;
  walk->is_step = walk->opens_step;
  walk->opens_step = FALSE;
}

/* Of “Phụ lục I: Danh mục”, the bytes before the colon; 0 when nothing is behind the label. */
static guint
label_length (const char *text)
{
  gsize length = strcspn (text, ":.");
  return text[length] ? length : 0;
}

/* Whether a line that begins with `first` may open with these words. */
static gboolean
may_open (const Opening *opening, const char *first)
{
  if (!begins_alike (opening, first))
    return FALSE;
  gsize n = strlen (first);
  return opening->any_case ? n < LONGEST_DIVISION
                           : strncmp (first, opening->words, MIN (n, strlen (opening->words))) == 0;
}

/* Most lines are sentences. From the texts at their ends it is seen that no other line has to do
 * with them, without putting the line together. */
static gboolean
is_sentence (const Walk *walk, cmark_node *block)
{
  const char *first = body_first_text (block);

  if (cmark_node_get_type (block) != CMARK_NODE_PARAGRAPH || is_division (walk) || *first == '\0'
      || *first == 'Q')
    return FALSE;
  const char *last = body_last_text (block);
  gsize n = strlen (last);
  if (n < 2 || last[n - 1] != '.' || strchr (".\xA6", last[n - 2]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (openings[i].type == CMARK_NODE_PARAGRAPH && may_open (&openings[i], first))
      return FALSE;
  return TRUE;
}

static void
walk_line (Walk *walk, cmark_node *block)
{
  if (is_sentence (walk, block)) {
    walk->leads_on = FALSE;
    return;
  }
  g_string_truncate (walk->text, 0);
  body_add_text (block, walk->text);
  BodyRole role = role_by_opening (walk, block);

  if (role == BODY_APPENDIX)
    body_mark (block, role, label_length (walk->text->str));
  else if (role != BODY_PLAIN)
    body_mark (block, role, 0);
  else if (is_attached (walk, block))
    body_mark (block, BODY_ATTACHED, 0);
  else if (is_at_top (block) && is_ordering (walk->text->str)) {
    body_mark (block, BODY_ORDERING, 0);
    mark_bases (cmark_node_previous (block));
  } else if (cmark_node_get_type (block) == CMARK_NODE_HEADING
             || (is_division (walk) && letters_are_capitals (walk->text->str, -1)))
    mark_title (walk, block);
  else
    mark_blank (walk, block);
  walk->leads_on = g_str_has_suffix (walk->text->str, ";");
}

/* What stands before a list speaks of steps. */
static gboolean
announces_steps (const Walk *walk)
{
  if (walk->said == NULL || walk->is_step)
    return walk->is_step;
  g_autofree char *text = body_plain_text (walk->said);
  return strstr (text, "bước") || strstr (text, "Bước");
}

static void
walk_list (Walk *walk, cmark_node *list)
{
  if (body_role (list) == BODY_PLAIN && cmark_node_get_list_type (list) == CMARK_ORDERED_LIST
      && announces_steps (walk))
    body_mark (list, BODY_TOLD_STEPS, 0);
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item)) {
    walk->opens_step = body_role (list) == BODY_STEPS || body_role (list) == BODY_TOLD_STEPS;
    walk->line = NULL;
    walk_children (walk, item);
  }
  walk->opens_step = FALSE;
}

/* What is left out by the loudspeaker announces nothing to its listeners. */
static void
walk_channel (Walk *walk, cmark_node *channel)
{
  cmark_node *said = walk->said;
  gboolean is_step = walk->is_step, opens_step = walk->opens_step;

  walk_children (walk, channel);
  if (body_detail (channel) & CHANNEL_LOA)
    return;
  walk->said = said;
  walk->is_step = is_step;
  walk->opens_step = opens_step;
}

static void
walk_block (Walk *walk, cmark_node *block)
{
  switch (cmark_node_get_type (block)) {
  case CMARK_NODE_PARAGRAPH:
    if (body_role (block) == BODY_FIGURE) {
      note_said (walk, block);
      return;
    }
    G_GNUC_FALLTHROUGH;
  case CMARK_NODE_HEADING:
    walk_line (walk, block);
    note_said (walk, block);
    return;
  case CMARK_NODE_LIST:
    walk_list (walk, block);
    return;
  case CMARK_NODE_BLOCK_QUOTE:
    walk->line = NULL;
    walk_children (walk, block);
    return;
  case CMARK_NODE_CODE_BLOCK:
    note_said (walk, block);
    return;
  default:
    if (body_role (block) == BODY_TABLE)
      note_said (walk, block);
  }
}

static void
walk_children (Walk *walk, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block;
       block = cmark_node_next (block)) {
    if (body_role (block) == BODY_CHANNEL) {
      walk_channel (walk, block);
      continue;
    }
    walk_block (walk, block);
    walk->line = block;
  }
}

/* A quotation before the first heading. */
static void
mark_warning (cmark_node *root)
{
  for (cmark_node *block = cmark_node_first_child (root);
       block && cmark_node_get_type (block) != CMARK_NODE_HEADING; block = cmark_node_next (block))
    if (cmark_node_get_type (block) == CMARK_NODE_BLOCK_QUOTE) {
      body_mark (block, BODY_WARNING, 0);
      return;
    }
}

void
roles_mark (cmark_node *root)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Walk walk = { .text = text };

  walk_children (&walk, root);
  mark_warning (root);
}
