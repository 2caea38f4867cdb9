/* SPDX-License-Identifier: MIT */
#include "editor/manuscript.h"

#include "editor/spelling.h"
#include "text/letter.h"

#include <string.h>

/* A piece of text is looked for no further than this behind the one before it: what stands between
 * them is markup. */
#define FARTHEST  4096
#define BEGINNING 16 /* bytes that tell a piece from most others */

typedef struct {
  Manuscript *manuscript;
  GArray *lines; /* guint32: where each line starts */
  /* The passage that is being made. */
  GString *text;
  GArray *offsets; /* guint32 */
  GByteArray *marks;
  GArray *words; /* Word */
  Spellings *spellings;
  gsize cursor; /* bytes of the source that are behind us */
  guint list_depth, channels, n_tables;
  gboolean is_quoted;
} Maker;

static void
begin (Maker *maker)
{
  g_string_truncate (maker->text, 0);
  g_array_set_size (maker->offsets, 0);
  g_byte_array_set_size (maker->marks, 0);
}

/* `length` bytes that stand at `offset`, or all at that place when `is_elsewhere`. */
static void
add (Maker *maker, const char *text, gsize length, gsize offset, gboolean is_elsewhere, guint8 mark)
{
  guint before = maker->offsets->len;

  g_array_set_size (maker->offsets, before + (guint) length);
  g_byte_array_set_size (maker->marks, before + (guint) length);
  for (gsize i = 0; i < length; i++)
    g_array_index (maker->offsets, guint32, before + i) =
      (guint32) (is_elsewhere ? offset : offset + i);
  memset (maker->marks->data + before, mark, length);
  g_string_append_len (maker->text, text, (gssize) length);
}

/* --- words --- */

/* Bytes of the letter at `p`; 0 when none stands there. */
static inline gsize
letter_length (const char *p)
{
  if ((guchar) *p < 0x80)
    return g_ascii_isalpha (*p);
  return letter_is_long (p) || g_unichar_isalpha (g_utf8_get_char (p)) ? g_utf8_skip[(guchar) *p]
                                                                       : 0;
}

static gboolean
is_glue (const char *text, gsize length, gsize at)
{
  if (at >= length)
    return FALSE;
  guchar c = (guchar) text[at];
  if (c < 0x80)
    return g_ascii_isdigit (c) || c == '-' || c == '/' || c == '_' || c == '\'' || c == '@'
           || c == '&' || c == '+';
  return strncmp (text + at, "’", strlen ("’")) == 0;
}

/* A stop glues when letters stand on both of its sides: “gov.vn”. */
static gboolean
is_stop_within (const char *text, gsize length, gsize at)
{
  return at > 0 && at + 1 < length && text[at] == '.' && text[at + 1] > ' ' && text[at - 1] > ' '
         && g_ascii_isalnum (text[at - 1]) && g_ascii_isalnum (text[at + 1]);
}

/* What of the word depends on where it stands; `after` is where the one before it ends, and the
 * space behind that, or 0. */
static void
set_place (const Maker *maker, Word *word, guint start, guint after)
{
  const char *text = maker->text->str;
  gsize end = start + word->length, length = maker->text->len;
  guint8 skipped = MARK_CODE | MARK_ADDRESS | MARK_VALUE;

  word->start = start;
  word->is_glued = (start > 0 && is_glue (text, length, start - 1)) || is_glue (text, length, end)
                   || is_stop_within (text, length, end)
                   || (start > 0 && is_stop_within (text, length, start - 1))
                   || (start >= 3 && memcmp (text + start - 3, "’", 3) == 0);
  word->is_skipped = (maker->marks->data[start] & skipped) != 0;
  word->follows = after > 0 && start == after && text[start - 1] == ' ';
}

static void
find_words (const Maker *maker, Passage *passage)
{
  const char *text = maker->text->str, *end = text + maker->text->len;
  guint after = 0;

  g_array_set_size (maker->words, 0);
  for (const char *p = text; p < end;) {
    const char *start = p;
    for (gsize n; p < end && (n = letter_length (p)) > 0;)
      p += n;
    if (p == start) {
      p = g_utf8_next_char (p);
      continue;
    }
    Word word = spellings_word (maker->spellings, start, (gsize) (p - start));
    set_place (maker, &word, (guint) (start - text), after);
    after = (guint) (p - text) + 1;
    g_array_append_val (maker->words, word);
  }
  passage->n_words = maker->words->len;
  passage->words = arena_array (maker->manuscript->arena, maker->words);
  maker->manuscript->n_words += maker->words->len;
}

/* Also at the end of the text. */
static gboolean
ends_address (const char *p)
{
  return (guchar) *p < 0x80 ? strchr (" \t\n()<>\"", *p) != NULL
                            : g_str_has_prefix (p, "“") || g_str_has_prefix (p, "”");
}

static gboolean
is_address (const char *text, gsize length)
{
  static const char *const parts[] = { "://", "@", ".vn", ".com", ".org" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (memmem (text, length, parts[i], strlen (parts[i])))
      return TRUE;
  return g_str_has_prefix (text, "www.");
}

/* Addresses of the web and of mail are no words. Each has one of “.:@” in it, and few words have.
 */
static void
mark_addresses (Maker *maker)
{
  const char *text = maker->text->str;

  for (const char *sign = text; *(sign = sign + strcspn (sign, ".:@"));) {
    const char *start = sign, *end = sign;
    while (start > text && !ends_address (g_utf8_prev_char (start)))
      start = g_utf8_prev_char (start);
    while (!ends_address (end))
      end = g_utf8_next_char (end);
    if (is_address (start, (gsize) (end - start)))
      for (const char *p = start; p < end; p++)
        maker->marks->data[p - text] |= MARK_ADDRESS;
    sign = end;
  }
}

/* Ends the passage that was being made; what is empty is none. */
static Passage *
end_passage (Maker *maker, PassageKind kind, guint line)
{
  Manuscript *manuscript = maker->manuscript;
  gsize n = maker->text->len;

  if (n == 0)
    return NULL;
  mark_addresses (maker);
  Passage *passage = arena_alloc (manuscript->arena, sizeof *passage);
  *passage = (Passage){ .kind = kind, .line = line, .length = n, .is_read = TRUE };
  passage->text = arena_copy_n (manuscript->arena, maker->text->str, n);
  guint32 *offsets = arena_alloc (manuscript->arena, (n + 1) * sizeof *offsets);
  memcpy (offsets, maker->offsets->data, n * sizeof *offsets);
  offsets[n] = offsets[n - 1] + 1;
  guint8 *marks = arena_alloc (manuscript->arena, n);
  memcpy (marks, maker->marks->data, n);
  passage->offsets = offsets;
  passage->marks = marks;
  passage->found = arena_alloc (manuscript->arena, N_FOUND * sizeof *passage->found);
  find_words (maker, passage);
  g_ptr_array_add (manuscript->passages, passage);
  return passage;
}

/* --- the front matter --- */

/* Where “key:” ends in the line at `text`, behind its colon; NULL when the line has no key. */
static const char *
key_end (const char *text, const char *end)
{
  const char *p = text;

  if (p < end && (*p == '"' || *p == '\'' || *p == '#' || *p == '[' || *p == '{'))
    return NULL;
  while (p < end && *p != ':' && *p != '"' && *p != '\'' && *p != ',')
    p++;
  if (p == end || *p != ':' || p == text || (p + 1 < end && p[1] != ' '))
    return NULL;
  /* “Lưu: VT” in a list is a text; keys are written small. */
  return g_unichar_isupper (g_utf8_get_char (text)) ? NULL : p + 1;
}

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  return p;
}

typedef struct {
  const char *key, *within;
} Keys;

/* Whether people read the values of a key. */
static gboolean
is_read (const Keys *keys)
{
  static const char *const read[] = {
    "title",       "tiêu đề",        "summary",     "tóm tắt",    "subject",      "trích yếu",
    "to",          "kính gửi",       "wire_to",     "điện",       "invited",      "kính mời",
    "copies",      "nơi nhận",       "slogan",      "khẩu hiệu",  "attached_to",  "kèm theo",
    "issuer",      "người ban hành", "needs",       "bạn cần có", "duration",     "mất bao lâu",
    "fee",         "lệ phí",         "where",       "ở đâu",      "who",          "ai làm được",
    "help_points", "điểm hỗ trợ",    "contacts",    "liên hệ",    "keywords",     "từ khóa",
    "signer",      "người ký",       "broadcast",   "phát thanh", "cover",        "ảnh bìa",
    "series",      "loạt bài",       "attachments", "đính kèm",   "poster_title",
    "tiêu đề áp phích",
    "hours",       "giờ làm việc",   NULL
  };
  static const char *const not_within[] = { "file", "tệp",        "url",     "địa chỉ", "times",
                                            "giờ",  "from",       "từ ngày", "until",   "đến ngày",
                                            "slot", "thời lượng", NULL };

  return keys->key && g_strv_contains (read, keys->key)
         && !(keys->within && g_strv_contains (not_within, keys->within));
}

static void
add_value (Maker *maker, const char *start, const char *end, const Keys *keys, guint line)
{
  start = skip_space (start, end);
  while (end > start && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == ','))
    end--;
  if (end > start + 1 && (*start == '"' || *start == '\'') && end[-1] == *start) {
    start++;
    end--;
  }
  if (start >= end || strcmp (start, "|") == 0)
    return;
  begin (maker);
  for (const char *p = start; p < end;) {
    const char *open = g_strstr_len (p, end - p, "{{");
    const char *close = open ? g_strstr_len (open, end - open, "}}") : NULL;
    const char *stop = close ? open : end;
    add (maker, p, (gsize) (stop - p), (gsize) (p - maker->manuscript->source->text), FALSE, 0);
    if (close)
      add (maker, open, (gsize) (close + 2 - open),
           (gsize) (open - maker->manuscript->source->text), FALSE, MARK_VALUE);
    p = close ? close + 2 : end;
  }
  Passage *passage = end_passage (maker, PASSAGE_MATTER, line);
  if (passage) {
    passage->key = keys->key;
    passage->within = keys->within;
    passage->is_read = is_read (keys);
  }
}

/* Where the item at `p` ends: at a comma or a bracket that is not within quotation marks or other
 * brackets. */
static const char *
item_end (const char *p, const char *end)
{
  char quote = 0;
  int depth = 0;

  for (; p < end; p++) {
    if ((*p == '"' || *p == '\'') && (quote == 0 || quote == *p))
      quote = quote ? 0 : *p;
    if (quote)
      continue;
    if (depth == 0 && (*p == ',' || *p == ']' || *p == '}'))
      return p;
    depth += *p == '[' || *p == '{';
    depth -= *p == ']' || *p == '}';
  }
  return end;
}

/* “[a, b]” and “{ a: b, c: [d] }” on one line. */
static void
add_flow (Maker *maker, const char *start, const char *end, const Keys *keys, guint line)
{
  for (const char *p = start + 1; p < end && *p != ']' && *p != '}';) {
    p = skip_space (p, end);
    const char *stop = item_end (p, end);
    const char *behind = *start == '{' ? key_end (p, stop) : NULL;
    Keys inner = *keys;
    if (behind)
      inner.within = arena_copy_n (maker->manuscript->arena, p, (gsize) (behind - 1 - p));
    const char *value = skip_space (behind ? behind : p, stop);
    if (value < stop && (*value == '[' || *value == '{') && !g_str_has_prefix (value, "{{"))
      add_flow (maker, value, stop, &inner, line);
    else
      add_value (maker, value, stop, &inner, line);
    p = stop < end && *stop == ',' ? stop + 1 : stop;
  }
}

/* A comment is behind “ #” where no quotation is open. */
static const char *
without_comment (const char *start, const char *end)
{
  char quote = 0;

  for (const char *p = start; p < end; p++) {
    if ((*p == '"' || *p == '\'')
        && (quote == *p || (quote == 0 && (p == start || p[-1] == ' ' || p[-1] == '['))))
      quote = quote ? 0 : *p;
    if (*p == '#' && quote == 0 && (p == start || p[-1] == ' '))
      return p;
  }
  return end;
}

static void
read_matter_line (Maker *maker, const char *start, const char *end, Keys *keys, guint line)
{
  const char *p = skip_space (start, end);
  gboolean is_top = p == start && p < end && *p != '-';

  if (p < end && *p == '-' && p + 1 < end && p[1] == ' ')
    p = skip_space (p + 1, end);
  if (p == end || *p == '#')
    return;
  const char *behind = key_end (p, end);
  if (behind) {
    const char *name = arena_copy_n (maker->manuscript->arena, p, (gsize) (behind - 1 - p));
    if (is_top)
      *keys = (Keys){ name, NULL };
    else
      keys->within = name;
    p = skip_space (behind, end);
  }
  /* In titles “#” is what it is in any sentence; the loader says so of others. */
  if (!is_top)
    end = without_comment (p, end);
  if (p < end && (*p == '[' || *p == '{') && !g_str_has_prefix (p, "{{"))
    add_flow (maker, p, end, keys, line);
  else
    add_value (maker, p, end, keys, line);
}

static void
read_matter (Maker *maker)
{
  const Manuscript *manuscript = maker->manuscript;
  const char *text = manuscript->source->text;
  const char *end = text + MIN (manuscript->document->body_offset, manuscript->source->length);
  Keys keys = { NULL, NULL };
  guint line = 1;

  for (const char *p = text; p < end; line++) {
    const char *stop = memchr (p, '\n', (gsize) (end - p));
    const char *line_end = stop ? stop : end;
    if (!g_str_has_prefix (p, "---"))
      read_matter_line (maker, p, line_end, &keys, line);
    p = line_end + 1;
  }
}

/* --- the body --- */

static gsize
line_start (const Maker *maker, guint line)
{
  return line >= 1 && line <= maker->lines->len ? g_array_index (maker->lines, guint32, line - 1)
                                                : 0;
}

/* What the parser made of straight signs, and those. */
static const struct {
  const char *sign, *typed;
} signs[] = {
  { "“", "\"" },  { "”", "\"" }, { "‘", "'" },   { "’", "'" },
  { "…", "..." }, { "–", "--" }, { "—", "---" },
};

/* The first such sign of `text`, and which it is; the end of the text when there is none. */
static const char *
next_sign (const char *text, guint *which)
{
  const char *p = text;

  for (; *p; p = g_utf8_next_char (p))
    for (guint i = 0; (guchar) *p == 0xE2 && i < G_N_ELEMENTS (signs); i++)
      if (g_str_has_prefix (p, signs[i].sign)) {
        *which = i;
        return p;
      }
  return p;
}

/* memmem() prepares for a long piece at length, and most stand right here: their beginnings are
 * looked for. */
static const char *
find_near (const Maker *maker, const char *piece, gsize length)
{
  const Source *source = maker->manuscript->source;
  gsize left = source->length - MIN (maker->cursor, source->length);
  const char *p = source->text + maker->cursor, *end = p + MIN (left, FARTHEST + length);

  while (length > 0 && (p = memmem (p, (gsize) (end - p), piece, MIN (length, BEGINNING)))
         && (gsize) (end - p) >= length) {
    if (memcmp (p, piece, length) == 0)
      return p;
    p++;
  }
  return NULL;
}

/* What is not in the file as it is (“&amp;”) stands where we are. */
static void
add_found (Maker *maker, const char *piece, gsize length, const char *found, gsize typed_length,
           guint8 mark)
{
  const Source *source = maker->manuscript->source;
  gsize offset = found ? (gsize) (found - source->text) : MIN (maker->cursor, source->length);

  add (maker, piece, length, offset, found == NULL || typed_length != length, mark);
  maker->cursor = found ? offset + typed_length : maker->cursor;
}

static void
add_sign (Maker *maker, guint which, guint8 mark)
{
  const char *sign = signs[which].sign, *typed = signs[which].typed;
  const char *found = find_near (maker, sign, strlen (sign));
  const char *straight = find_near (maker, typed, strlen (typed));
  gboolean is_straight = straight && (found == NULL || straight < found);

  add_found (maker, sign, strlen (sign), is_straight ? straight : found,
             is_straight ? strlen (typed) : strlen (sign), mark);
}

/* The press marks the end of a letter where its author did not; that is nobody's text. */
static gsize
without_end_mark (const Maker *maker, const char *piece, gsize length)
{
  static const char *const marks[] = { "/.", "./." };

  if (length < 2 || memcmp (piece + length - 2, "/.", 2) != 0 || find_near (maker, piece, length))
    return length;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize n = strlen (marks[i]);
    if (length >= n && memcmp (piece + length - n, marks[i], n) == 0
        && (length == n || find_near (maker, piece, length - n)))
      return length - n;
  }
  return length;
}

static void
add_run (Maker *maker, const char *piece, gsize length, guint8 mark)
{
  gsize n = without_end_mark (maker, piece, length);

  if (n > 0)
    add_found (maker, piece, n, find_near (maker, piece, n), n, mark);
}

/* A piece of text, at the place behind the one before it where it stands in the file. */
static void
add_piece (Maker *maker, const char *literal, guint8 mark)
{
  for (const char *p = literal; *p;) {
    guint which = 0;
    const char *stop = next_sign (p, &which);
    gsize length = (gsize) (stop - p);
    if (length > 0)
      add_run (maker, p, length, mark);
    if (*stop == '\0')
      break;
    add_sign (maker, which, mark);
    p = stop + strlen (signs[which].sign);
  }
}

/* What nobody wrote, at the place at hand. */
static void
add_made (Maker *maker, const char *text)
{
  add (maker, text, strlen (text), MIN (maker->cursor, maker->manuscript->source->length), TRUE,
       MARK_MADE);
}

/* A picture within a sentence: its description is no part of that. */
static gboolean
is_amid_words (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_IMAGE
         && (cmark_node_previous (node) || cmark_node_next (node));
}

static void
add_inline (Maker *maker, cmark_node *node, guint8 mark)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (body_role (node) == BODY_FACT) {
    /* What was written is the tag; what is read is the value, or the tag where there is none. */
    const char *tag = cmark_node_get_on_enter (node);
    g_autofree char *known = body_plain_text (node);
    const char *value = *known || tag == NULL ? known : tag;
    const char *found = tag ? find_near (maker, tag, strlen (tag)) : NULL;
    gsize offset = found ? (gsize) (found - maker->manuscript->source->text) : maker->cursor;
    add (maker, value, strlen (value), MIN (offset, maker->manuscript->source->length), TRUE,
         mark | MARK_VALUE);
    maker->cursor = found ? offset + strlen (tag) : maker->cursor;
    return;
  }
  if (type == CMARK_NODE_TEXT)
    add_piece (maker, cmark_node_get_literal (node), mark);
  else if (type == CMARK_NODE_CODE)
    add_piece (maker, cmark_node_get_literal (node), mark | MARK_CODE);
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    add (maker, " ", 1, MIN (maker->cursor, maker->manuscript->source->length), TRUE, mark);
  guint8 inner = mark;
  if (type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH)
    inner |= MARK_STRONG;
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
    inner |= MARK_LINK;
  if (body_role (node) == BODY_LABEL) {
    inner |= MARK_LABEL;
    if (cmark_node_previous (node))
      add_made (maker, " → ");
  }
  if (is_amid_words (node))
    add_made (maker, "\n");
  for (cmark_node *child = cmark_node_first_child (node); child; child = cmark_node_next (child))
    add_inline (maker, child, inner);
  if (is_amid_words (node))
    add_made (maker, "\n");
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
    const char *url = cmark_node_get_url (node);
    const char *found =
      url && g_str_has_prefix (maker->manuscript->source->text + maker->cursor, "](")
        ? find_near (maker, ")", 1)
        : NULL;
    if (found)
      maker->cursor = (gsize) (found - maker->manuscript->source->text) + 1;
  }
}

static void
add_block (Maker *maker, cmark_node *block, PassageKind kind)
{
  guint line = body_line (block);

  if (line == 0) /* the text of another document, which is read there */
    return;
  maker->cursor = MAX (line_start (maker, line), kind == PASSAGE_CELL ? maker->cursor : 0);
  begin (maker);
  for (cmark_node *child = cmark_node_first_child (block); child; child = cmark_node_next (child))
    add_inline (maker, child, 0);
  Passage *passage = end_passage (maker, kind, line);
  if (passage == NULL)
    return;
  passage->block = block;
  passage->role = body_role (block);
  passage->channels = maker->channels;
  passage->is_quoted = maker->is_quoted;
  passage->level =
    kind == PASSAGE_HEADING ? (guint) cmark_node_get_heading_level (block) : maker->list_depth;
}

static void
add_table (Maker *maker, cmark_node *table)
{
  guint row = 0;

  maker->n_tables++;
  for (cmark_node *line = cmark_node_first_child (table); line;
       line = cmark_node_next (line), row++) {
    guint column = 0;
    for (cmark_node *cell = cmark_node_first_child (line); cell;
         cell = cmark_node_next (cell), column++) {
      guint n = maker->manuscript->passages->len;
      add_block (maker, cell, PASSAGE_CELL);
      if (maker->manuscript->passages->len == n)
        continue;
      Passage *passage = maker->manuscript->passages->pdata[n];
      passage->table = maker->n_tables;
      passage->row = row;
      passage->column = column;
    }
  }
}

static void
read_blocks (Maker *maker, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block;
       block = cmark_node_next (block)) {
    cmark_node_type type = cmark_node_get_type (block);
    Maker outer = *maker;
    if (body_role (block) == BODY_TABLE) {
      add_table (maker, block);
      continue;
    }
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
      add_block (maker, block,
                 type == CMARK_NODE_HEADING ? PASSAGE_HEADING
                 : maker->list_depth > 0    ? PASSAGE_ITEM
                                            : PASSAGE_PARAGRAPH);
      continue;
    }
    maker->list_depth += type == CMARK_NODE_LIST;
    maker->is_quoted |= type == CMARK_NODE_BLOCK_QUOTE && body_role (block) == BODY_PLAIN;
    if (body_role (block) == BODY_CHANNEL)
      maker->channels = body_detail (block);
    if (cmark_node_first_child (block))
      read_blocks (maker, block);
    maker->list_depth = outer.list_depth;
    maker->is_quoted = outer.is_quoted;
    maker->channels = outer.channels;
  }
}

/* --- the whole --- */

static GArray *
starts_of_lines (const Source *source)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 start = 0;

  g_array_append_val (lines, start);
  for (const char *p = source->text; (p = strchr (p, '\n')) != NULL; p++) {
    start = (guint32) (p + 1 - source->text);
    g_array_append_val (lines, start);
  }
  return lines;
}

Manuscript *
manuscript_new (const Site *site, const Document *document, const Source *source, cmark_node *root,
                Spellings *spellings)
{
  Manuscript *manuscript = g_new0 (Manuscript, 1);

  *manuscript = (Manuscript){ .site = site,
                              .document = document,
                              .source = source,
                              .root = root,
                              .passages = g_ptr_array_new (),
                              .arena = arena_new () };
  Maker maker = { .manuscript = manuscript,
                  .lines = starts_of_lines (source),
                  .text = g_string_new (NULL),
                  .offsets = g_array_new (FALSE, FALSE, sizeof (guint32)),
                  .marks = g_byte_array_new (),
                  .words = g_array_new (FALSE, FALSE, sizeof (Word)),
                  .spellings = spellings };
  spellings_begin (spellings);
  read_matter (&maker);
  if (root)
    read_blocks (&maker, root);
  g_array_unref (maker.lines);
  g_string_free (maker.text, TRUE);
  g_array_unref (maker.offsets);
  g_byte_array_unref (maker.marks);
  g_array_unref (maker.words);
  return manuscript;
}

void
manuscript_free (Manuscript *manuscript)
{
  if (manuscript == NULL)
    return;
  for (guint i = 0; i < manuscript->passages->len; i++)
    for (guint kind = 0; kind < N_FOUND; kind++)
      g_clear_pointer (&manuscript_passage (manuscript, i)->found[kind], g_array_unref);
  g_ptr_array_unref (manuscript->passages);
  arena_free (manuscript->arena);
  g_free (manuscript);
}

gboolean
passage_is_of (const Passage *passage, const char *english, const char *vietnamese)
{
  return passage->key
         && ((english && strcmp (passage->key, english) == 0)
             || (vietnamese && strcmp (passage->key, vietnamese) == 0));
}

gboolean
passage_sums_up (const Passage *passage)
{
  return passage_is_of (passage, "title", "tiêu đề")
         || passage_is_of (passage, "summary", "tóm tắt");
}

const Passage *
manuscript_value (const Manuscript *manuscript, const char *english, const char *vietnamese)
{
  for (guint i = 0; i < manuscript->passages->len; i++)
    if (passage_is_of (manuscript->passages->pdata[i], english, vietnamese))
      return manuscript->passages->pdata[i];
  return NULL;
}

gsize
passage_next_number (const Passage *passage, gsize at)
{
  const char *text = passage->text;

  if (at > 0 && at < passage->length && g_ascii_isdigit (text[at - 1]))
    at += strspn (text + at, "0123456789");
  return at + strcspn (text + at, "0123456789");
}

guint
passage_words_before (const Passage *passage, guint at)
{
  guint n = 0;

  while (n < passage->n_words && passage->words[n].start + passage->words[n].length <= at)
    n++;
  return n;
}

gboolean
passage_opens_annex (const Passage *passage)
{
  return passage->block && body_opens_annex (passage->block);
}

Place
passage_place (const Manuscript *manuscript, const Passage *passage, guint at)
{
  return source_place (manuscript->source, passage->offsets[MIN (at, passage->length)]);
}
