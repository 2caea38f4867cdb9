/* SPDX-License-Identifier: MIT */
/* cmark knows on which line a block stands, but not where its words do; in a table or a channel
 * block not even that. Since the tree is walked in the order of the file, each longer piece of text
 * is simply looked for behind the last one that was found. */
#include "speech/flatten.h"

#include "speech/lexicon.h"
#include "text/sentence.h"

#include <string.h>

/* Shorter pieces stand everywhere, and are looked for nearby alone, as words of their own. */
#define FEWEST_BYTES_TO_FIND 8
#define FURTHEST_BYTES       65536
#define NEARBY_BYTES         256

/* An address up to this long may be read out, if its paragraph has nothing else. */
#define LONGEST_ADDRESS 40

typedef struct {
  const Vocabulary *vocabulary;
  const Source *source;
  const char *cursor; /* behind the last piece that was found */
  Place place;        /* of the cursor */
  GArray *paragraphs; /* FlatParagraph */
  GString *text;      /* of the paragraph at hand */
  GArray *places;
  GPtrArray *silent; /* char, owned: what the paragraph has for the eye alone */
  gboolean has_link; /* in it, with words of its own */
  gboolean is_loa;   /* it stands in a block that only the loudspeaker has */
  gboolean is_item;  /* it is one that others of its list follow */
} Flattener;

static void flatten_blocks (Flattener *flattener, cmark_node *parent);
static void flatten_inlines (Flattener *flattener, cmark_node *parent);

static void
paragraph_clear (gpointer data)
{
  FlatParagraph *paragraph = data;
  g_free (paragraph->text);
  g_array_unref (paragraph->places);
}

/* --- places --- */

static void
advance (Flattener *flattener, const char *to)
{
  for (const char *p = flattener->cursor; p < to; p = g_utf8_next_char (p)) {
    if (*p == '\n') {
      flattener->place.line++;
      flattener->place.col = 1;
    } else {
      flattener->place.col++;
    }
  }
  flattener->cursor = to;
}

static gboolean
is_word_byte (char byte)
{
  return g_ascii_isalnum (byte) || (guchar) byte >= 0x80;
}

/* Where `word` stands by itself in `length` bytes, or NULL. */
static const char *
find_word (const char *text, gsize length, const char *word, gsize word_length)
{
  const char *end = text + length;

  if (word_length == 0 || !is_word_byte (word[0]))
    return NULL;
  for (const char *p = text; (p = memmem (p, end - p, word, word_length)) != NULL; p++)
    if ((p == text || !is_word_byte (p[-1]))
        && (p + word_length == end || !is_word_byte (p[word_length])))
      return p;
  return NULL;
}

/* Where a longer run stands, or NULL. Mostly it is where its first bytes are, and to look for those
 * takes no getting ready. */
static const char *
find_run (const char *text, gsize length, const char *run, gsize run_length)
{
  const char *first = memmem (text, length, run, FEWEST_BYTES_TO_FIND);

  if (first == NULL || run_length > (gsize) (text + length - first))
    return NULL;
  if (memcmp (first, run, run_length) == 0)
    return first;
  return memmem (first, text + length - first, run, run_length);
}

/* `offset`: of the run in the text of the paragraph. */
static void
note_run (Flattener *flattener, const char *run, gsize length, gsize offset)
{
  const char *end = flattener->source->text + flattener->source->length;
  gsize left = end - flattener->cursor;
  const char *found = length >= FEWEST_BYTES_TO_FIND
                        ? find_run (flattener->cursor, MIN (left, FURTHEST_BYTES), run, length)
                        : find_word (flattener->cursor, MIN (left, NEARBY_BYTES), run, length);

  if (found)
    advance (flattener, found);
  if (found || flattener->places->len == 0) {
    SpeechPlace place = { flattener->places->len == 0 ? 0 : offset, flattener->place };
    g_array_append_val (flattener->places, place);
  }
  if (found)
    advance (flattener, found + length);
}

/* Quotation marks and dashes of the text are others than in the file: what is between them is
 * looked for run by run. */
static gboolean
is_typeset_mark (const char *p)
{
  return (guchar) p[0] == 0xE2 && (guchar) p[1] == 0x80;
}

static void
note_place (Flattener *flattener, const char *literal, gsize length)
{
  for (gsize at = 0; at < length;) {
    gsize end = at;
    while (end < length && !is_typeset_mark (literal + end))
      end++;
    if (end > at)
      note_run (flattener, literal + at, end - at, flattener->text->len + at);
    at = end + (end < length ? 3 : 0);
  }
}

/* --- paragraphs --- */

/* Takes `length` bytes at `at` out of the paragraph at hand: they are for the eye alone. */
static void
silence (Flattener *flattener, gsize at, gsize length)
{
  char *silent = g_strndup (flattener->text->str + at, length);

  g_ptr_array_add (flattener->silent, g_strstrip (silent));
  g_string_erase (flattener->text, at, length);
  for (guint i = 0; i < flattener->places->len; i++) {
    SpeechPlace *place = &g_array_index (flattener->places, SpeechPlace, i);
    gsize shift = place->offset > at ? MIN (place->offset - at, length) : 0;
    place->offset -= shift;
  }
}

/* The first two words of what starts at `text` are of this class. */
static gboolean
begins_with (const Flattener *flattener, const char *text, WordClasses class)
{
  gsize first = strcspn (text, " ");
  gsize both = text[first] ? first + 1 + strcspn (text + first + 1, " .,;:") : first;

  return (vocabulary_find (flattener->vocabulary, text, first) & class)
         || (vocabulary_find (flattener->vocabulary, text, both) & class);
}

/* "(xem hình 1)" */
static void
silence_brackets (Flattener *flattener)
{
  const GString *text = flattener->text;

  for (gsize at = 0; at < text->len;) {
    const char *open = strchr (text->str + at, '(');
    const char *close = open ? strchr (open, ')') : NULL;
    if (close == NULL)
      return;
    at = open - text->str;
    if (!begins_with (flattener, open + 1, WORD_EYE)) {
      at++;
      continue;
    }
    gsize length = close + 1 - open;
    if (at > 0 && text->str[at - 1] == ' ')
      at--, length++;
    silence (flattener, at, length);
  }
}

/* "Quét mã QR bên dưới.", "Xem thêm [lịch tiêm](…).": sentences that lead the eye somewhere. */
static void
silence_sentences (Flattener *flattener)
{
  const GString *text = flattener->text;

  for (gsize at = 0; at < text->len;) {
    gsize end = sentence_end (text->str, text->len, at);
    while (text->str[end] == ' ')
      end++;
    const char *start = text->str + at;
    if (begins_with (flattener, start, WORD_EYE)
        || (flattener->has_link && begins_with (flattener, start, WORD_MORE)))
      silence (flattener, at, end - at);
    else
      at = end;
  }
}

static void
end_silent (Flattener *flattener)
{
  for (guint i = 0; i < flattener->silent->len; i++) {
    SpeechPlace place = { 0, flattener->place };
    FlatParagraph paragraph = { .text = g_strdup (flattener->silent->pdata[i]),
                                .places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace)),
                                .is_silent = TRUE };
    g_array_append_val (paragraph.places, place);
    g_array_append_val (flattener->paragraphs, paragraph);
  }
  g_ptr_array_set_size (flattener->silent, 0);
}

static void end_spoken (Flattener *flattener, guint heading_level, gboolean leads_on);

/* Ends the paragraph at hand, unless it is empty, and what it has for the eye alone. */
static void
end_paragraph (Flattener *flattener, guint heading_level, gboolean leads_on)
{
  silence_brackets (flattener);
  silence_sentences (flattener);
  end_spoken (flattener, heading_level, leads_on);
  end_silent (flattener);
  flattener->has_link = FALSE;
}

static const struct {
  const char *opening;
  SpokenVoice voice;
} voices[] = { { "Nam:", VOICE_MALE }, { "Nữ:", VOICE_FEMALE } };

/* Takes “Nam:” away from the start of what a dialogue says. */
static SpokenVoice
take_voice (Flattener *flattener)
{
  for (guint i = 0; flattener->is_loa && i < G_N_ELEMENTS (voices); i++) {
    gsize length = strlen (voices[i].opening);
    if (strncmp (flattener->text->str, voices[i].opening, length) != 0)
      continue;
    length += strspn (flattener->text->str + length, " ");
    g_string_erase (flattener->text, 0, length);
    for (guint j = 0; j < flattener->places->len; j++) {
      SpeechPlace *place = &g_array_index (flattener->places, SpeechPlace, j);
      glong cut = g_utf8_strlen (voices[i].opening, -1) + 1;
      place->place.col += place->offset == 0 && place->place.col > 0 ? cut : 0;
      place->offset -= MIN (place->offset, length);
    }
    return voices[i].voice;
  }
  return VOICE_ANY;
}

static void
end_spoken (Flattener *flattener, guint heading_level, gboolean leads_on)
{
  SpokenVoice voice = take_voice (flattener);
  g_autofree char *text = g_string_free (flattener->text, FALSE);

  flattener->text = g_string_new (NULL);
  if (*g_strstrip (text) == '\0') {
    g_array_set_size (flattener->places, 0);
    return;
  }
  if (flattener->places->len == 0) {
    SpeechPlace place = { 0, flattener->place };
    g_array_append_val (flattener->places, place);
  }
  FlatParagraph paragraph = { .text = g_steal_pointer (&text),
                              .places = flattener->places,
                              .is_heading = heading_level > 0,
                              .heading_level = heading_level,
                              .leads_on = leads_on,
                              .voice = voice,
                              .is_item = flattener->is_item };
  g_array_append_val (flattener->paragraphs, paragraph);
  flattener->places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace));
}

static void
append_literal (Flattener *flattener, const char *literal)
{
  if (literal == NULL)
    return;
  note_place (flattener, literal, strlen (literal));
  g_string_append (flattener->text, literal);
}

/* --- inlines --- */

static gboolean
ends_in_choice (const Flattener *flattener)
{
  g_autofree char *text = g_strchomp (g_strdup (flattener->text->str));
  const char *space = strrchr (text, ' ');
  const char *last = space ? space + 1 : text;

  return (vocabulary_find (flattener->vocabulary, last, strlen (last)) & WORD_MENU) != 0;
}

/* Labels with arrows between them, which the speech knows how to say. */
static void
flatten_menu (Flattener *flattener, cmark_node *menu)
{
  if (!ends_in_choice (flattener))
    g_string_append (flattener->text, "chọn ");
  for (cmark_node *label = cmark_node_first_child (menu); label; label = cmark_node_next (label)) {
    if (cmark_node_previous (label))
      g_string_append (flattener->text, " → ");
    flatten_inlines (flattener, label);
  }
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://")
         || g_str_has_prefix (text, "www.");
}

/* A long address is known by its host; the rest is on the sheet. */
static void
append_address (Flattener *flattener, const char *address, gboolean is_alone)
{
  const char *start = strstr (address, "://");
  start = start ? start + 3 : address;
  gsize host = strcspn (start, "/?#");

  note_place (flattener, address, strlen (address));
  if (is_alone && strlen (address) <= LONGEST_ADDRESS)
    g_string_append (flattener->text, address);
  else
    g_string_append_len (flattener->text, start, host);
}

static void
flatten_link (Flattener *flattener, cmark_node *link)
{
  cmark_node *child = cmark_node_first_child (link);
  const char *text =
    child && cmark_node_get_type (child) == CMARK_NODE_TEXT ? cmark_node_get_literal (child) : NULL;
  gboolean is_alone = !cmark_node_next (link) && !cmark_node_previous (link);

  if (text && !cmark_node_next (child) && is_address (text))
    append_address (flattener, text, is_alone);
  else {
    flattener->has_link = TRUE;
    flatten_inlines (flattener, link);
  }
}

/* A picture says nothing on the loudspeaker; what a block “loa” says instead is said. */
static void
flatten_image (Flattener *flattener, cmark_node *image)
{
  gsize at = flattener->text->len;

  g_string_append (flattener->text, "Hình: ");
  flatten_inlines (flattener, image);
  silence (flattener, at, flattener->text->len - at);
}

/* Digits of a number to call that would be read as a number by themselves. */
#define MOST_SHORT_DIGITS 7
/* Syllables of a word after which a number is called: “gọi”, “tổng đài”. */
#define MOST_SYLLABLES 3

/* The start of the last word that ends at `end`. */
static char *
word_before (char *text, char *end)
{
  do
    end--;
  while (end > text && end[-1] != ' ');
  return end;
}

/* TRUE when the text ends in words after which any number is one to call, “gọi ngay”. */
static gboolean
ends_in_phone (const Vocabulary *vocabulary, const char *text)
{
  g_autofree char *words = g_strchomp (g_strdup (text));
  char *end = words + strlen (words);

  for (guint i = 0; i < MOST_SYLLABLES && end > words; i++) {
    char *start = word_before (words, end);
    WordClasses classes = vocabulary_find (vocabulary, start, strlen (start));
    if (classes & (WORD_PHONE | WORD_CALL))
      return TRUE;
    end = start;
    if (classes & WORD_LINK) {
      *start = '\0';
      end = g_strchomp (words) + strlen (words);
    }
  }
  return FALSE;
}

void
flatten_fact (const Vocabulary *vocabulary, GString *out, FactKind kind, const char *text)
{
  gboolean is_short = kind == FACT_PHONE && strlen (text) <= MOST_SHORT_DIGITS
                      && text[strspn (text, "0123456789")] == '\0'
                      && !ends_in_phone (vocabulary, out->str);

  for (; is_short && text[0] && text[1]; text++)
    g_string_append_printf (out, "%c ", *text);
  g_string_append (out, text);
}

/* Its place is that of the tag. */
static void
flatten_value (Flattener *flattener, cmark_node *node)
{
  const char *tag = cmark_node_get_on_enter (node);

  const char *text = cmark_node_get_literal (cmark_node_first_child (node));
  gboolean is_alone = !cmark_node_next (node) && !cmark_node_previous (node);

  note_place (flattener, tag, strlen (tag));
  if (body_detail (node) == FACT_URL)
    append_address (flattener, text, is_alone);
  else
    flatten_fact (flattener->vocabulary, flattener->text, body_detail (node), text);
}

static void
flatten_inline (Flattener *flattener, cmark_node *node)
{
  if (body_role (node) == BODY_FACT) {
    flatten_value (flattener, node);
    return;
  }
  if (body_role (node) == BODY_MENU) {
    flatten_menu (flattener, node);
    return;
  }
  if (body_role (node) == BODY_NOTE) {
    if (cmark_node_first_child (node))
      g_ptr_array_add (flattener->silent, body_plain_text (node));
    return;
  }
  if (body_role (node) == BODY_STRUCK)
    return;
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    append_literal (flattener, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_SOFTBREAK:
    g_string_append_c (flattener->text, ' ');
    break;
  case CMARK_NODE_LINEBREAK:
    g_string_append (flattener->text, ", ");
    break;
  case CMARK_NODE_LINK:
    flatten_link (flattener, node);
    break;
  case CMARK_NODE_IMAGE:
    flatten_image (flattener, node);
    break;
  case CMARK_NODE_HTML_INLINE:
    break;
  default:
    flatten_inlines (flattener, node);
  }
}

static void
flatten_inlines (Flattener *flattener, cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node))
    flatten_inline (flattener, node);
}

/* --- blocks --- */

static gboolean
is_list_or_table (cmark_node *node)
{
  return node && (cmark_node_get_type (node) == CMARK_NODE_LIST || body_role (node) == BODY_TABLE);
}

/* What the loudspeaker puts before an item: the number of a step, or the label of a point. */
static char *
item_prefix (cmark_node *item, gboolean are_steps, guint number)
{
  g_autofree char *label = body_item_label (item);
  cmark_node *list = cmark_node_parent (item);

  if (label)
    return body_label_kind (body_detail (item)) == LABEL_BULLET ? g_strdup ("")
                                                                : g_strconcat (label, " ", NULL);
  if (are_steps)
    return g_strdup_printf ("Bước %u: ", number);
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    return g_strdup_printf ("%u. ", number);
  return g_strdup ("");
}

static void
flatten_list (Flattener *flattener, cmark_node *list)
{
  guint number = MAX (cmark_node_get_list_start (list), 1);
  gboolean are_steps = body_role (list) == BODY_STEPS || body_role (list) == BODY_TOLD_STEPS;

  for (cmark_node *item = cmark_node_first_child (list); item;
       item = cmark_node_next (item), number++) {
    g_autofree char *prefix = item_prefix (item, are_steps, number);
    g_string_append (flattener->text, prefix);
    flattener->is_item = cmark_node_next (item) != NULL;
    flatten_blocks (flattener, item);
    end_paragraph (flattener, 0, FALSE);
  }
  flattener->is_item = FALSE;
}

/* The text of a cell by itself; nothing of it stays in the paragraph. */
static char *
cell_text (Flattener *flattener, cmark_node *cell)
{
  Flattener aside = *flattener;

  aside.text = g_string_new (NULL);
  aside.places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace));
  aside.silent = g_ptr_array_new_with_free_func (g_free);
  flatten_inlines (&aside, cell);
  g_array_unref (aside.places);
  g_ptr_array_unref (aside.silent);
  return g_strstrip (g_string_free (aside.text, FALSE));
}

/* The cells of a row as texts, owned. */
static GPtrArray *
row_texts (Flattener *flattener, cmark_node *row)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (cmark_node *cell = row ? cmark_node_first_child (row) : NULL; cell;
       cell = cmark_node_next (cell))
    g_ptr_array_add (texts, cell_text (flattener, cell));
  return texts;
}

static WordClasses
head_class (const Flattener *flattener, const char *head)
{
  return vocabulary_find (flattener->vocabulary, head, strlen (head));
}

/* A table while it is said: its heads, and the columns all rows agree on. */
typedef struct {
  GPtrArray *heads; /* char, owned */
  guint64 shared;   /* a bit for each of the first columns */
} Table;

static const char *
head_of (const Table *table, guint column)
{
  return column < table->heads->len ? table->heads->pdata[column] : "";
}

static gboolean
is_shared (const Table *table, guint column)
{
  return column < 64 && table->shared >> column & 1;
}

/* Columns with the same text in every row, of two rows or more: a year, a place. */
static guint64
find_shared (Flattener *flattener, cmark_node *first)
{
  g_autoptr (GPtrArray) all = row_texts (flattener, first);
  guint64 shared = 0;

  for (guint i = 0; i < MIN (all->len, 64); i++)
    if (*(const char *) all->pdata[i])
      shared |= G_GUINT64_CONSTANT (1) << i;
  if (first == NULL || cmark_node_next (first) == NULL)
    return 0;
  for (cmark_node *row = cmark_node_next (first); row && shared; row = cmark_node_next (row)) {
    g_autoptr (GPtrArray) texts = row_texts (flattener, row);
    for (guint i = 0; i < MIN (all->len, 64); i++)
      if (i >= texts->len || strcmp (all->pdata[i], texts->pdata[i]) != 0)
        shared &= ~(G_GUINT64_CONSTANT (1) << i);
  }
  return shared;
}

/* Whose row it is, and what says by itself what it is, needs no head: "Thôn 3", "Nhà văn hóa". A
 * number always does. */
static gboolean
needs_head (const Flattener *flattener, const char *head, const char *text, gboolean is_first)
{
  gboolean is_name = g_unichar_isalpha (g_utf8_get_char (text));
  return *head && !(is_name && (is_first || head_class (flattener, head) & WORD_HEAD));
}

static void
end_row (Flattener *flattener)
{
  if (g_str_has_suffix (flattener->text->str, "; ")) {
    g_string_truncate (flattener->text, flattener->text->len - strlen ("; "));
    g_string_append_c (flattener->text, '.');
  }
  end_paragraph (flattener, 0, FALSE);
}

static void
flatten_cell (Flattener *flattener, cmark_node *cell, const char *head)
{
  if (*head)
    g_string_append_printf (flattener->text, "%s: ", head);
  flatten_inlines (flattener, cell);
  g_string_append (flattener->text, "; ");
}

/* "Tên; cột: giá trị; cột: giá trị.", without what was said for all rows. */
static void
flatten_row (Flattener *flattener, cmark_node *row, const Table *table)
{
  g_autoptr (GPtrArray) texts = row_texts (flattener, row);
  gboolean is_first = TRUE;
  guint column = 0;

  flattener->is_item = cmark_node_next (row) != NULL;
  for (cmark_node *cell = cmark_node_first_child (row); cell;
       cell = cmark_node_next (cell), column++) {
    const char *head = head_of (table, column);
    const char *text = texts->pdata[column];
    /* who listens needs no count of the rows, and hears the items of a programme counted */
    if (*text == '\0' || is_shared (table, column) || head_class (flattener, head) & WORD_COUNTER)
      continue;
    flatten_cell (flattener, cell, needs_head (flattener, head, text, is_first) ? head : "");
    is_first = FALSE;
  }
  end_row (flattener);
}

/* "Chung cho cả bảng: năm: 2026." */
static void
flatten_shared (Flattener *flattener, cmark_node *row, const Table *table)
{
  Flattener aside = *flattener; /* the row is read again */
  guint column = 0;

  if (table->shared == 0)
    return;
  g_string_append (flattener->text, "Chung cho các mục sau: ");
  for (cmark_node *cell = cmark_node_first_child (row); cell;
       cell = cmark_node_next (cell), column++)
    if (is_shared (table, column))
      flatten_cell (flattener, cell, head_of (table, column));
  end_row (flattener);
  flattener->cursor = aside.cursor;
  flattener->place = aside.place;
}

static void
flatten_table (Flattener *flattener, cmark_node *node)
{
  cmark_node *head = cmark_node_first_child (node);
  cmark_node *first = head ? cmark_node_next (head) : NULL;
  g_autoptr (GPtrArray) heads = row_texts (flattener, head);
  Table table = { heads, find_shared (flattener, first) };

  for (guint i = 0; i < heads->len; i++)
    note_place (flattener, heads->pdata[i], strlen (heads->pdata[i]));
  g_array_set_size (flattener->places, 0);
  flatten_shared (flattener, first, &table);
  for (cmark_node *row = first; row; row = cmark_node_next (row))
    flatten_row (flattener, row, &table);
  flattener->is_item = FALSE;
}

/* Blocks that hold blocks, or text of their own. */
static void
flatten_by_type (Flattener *flattener, cmark_node *block)
{
  switch (cmark_node_get_type (block)) {
  case CMARK_NODE_PARAGRAPH:
  case CMARK_NODE_HEADING:
    flatten_inlines (flattener, block);
    end_paragraph (flattener, cmark_node_get_heading_level (block),
                   is_list_or_table (cmark_node_next (block)));
    break;
  case CMARK_NODE_LIST:
    flatten_list (flattener, block);
    break;
  case CMARK_NODE_CODE_BLOCK:
    append_literal (flattener, cmark_node_get_literal (block));
    end_paragraph (flattener, 0, FALSE);
    break;
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_THEMATIC_BREAK:
    break;
  default:
    flatten_blocks (flattener, block);
  }
}

static void
flatten_block (Flattener *flattener, cmark_node *block)
{
  BodyRole role = body_role (block);

  if (!body_is_for (block, CHANNEL_LOA))
    return;
  gboolean was_loa = flattener->is_loa;
  flattener->is_loa |= role == BODY_CHANNEL && body_detail (block) == CHANNEL_LOA;
  if (role == BODY_TABLE)
    flatten_table (flattener, block);
  else
    flatten_by_type (flattener, block);
  flattener->is_loa = was_loa;
}

static void
flatten_blocks (Flattener *flattener, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block; block = cmark_node_next (block))
    flatten_block (flattener, block);
}

GArray *
flatten_body (cmark_node *body, const Lexicon *lexicon, const Source *source, gsize offset,
              guint line)
{
  Flattener flattener = { .vocabulary = lexicon_vocabulary (lexicon),
                          .source = source,
                          .cursor = source->text + MIN (offset, source->length),
                          .place = { MAX (line, 1), 1 },
                          .paragraphs = g_array_new (FALSE, FALSE, sizeof (FlatParagraph)),
                          .text = g_string_new (NULL),
                          .places = g_array_new (FALSE, FALSE, sizeof (SpeechPlace)),
                          .silent = g_ptr_array_new_with_free_func (g_free) };

  g_array_set_clear_func (flattener.paragraphs, paragraph_clear);
  if (body)
    flatten_blocks (&flattener, body);
  end_paragraph (&flattener, 0, FALSE);
  g_string_free (flattener.text, TRUE);
  g_array_unref (flattener.places);
  g_ptr_array_unref (flattener.silent);
  return flattener.paragraphs;
}
