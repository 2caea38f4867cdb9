/* SPDX-License-Identifier: MIT */
/* Nothing is said twice and nothing is lost: what has a place of its own on the sheet (the warning,
 * what one needs, the points of the opening, pictures) is noted as taken, and left out where it
 * stood. */
#include "render/pieces.h"

#include "model/file_kind.h"
#include "model/stock.h"
#include "render/view.h"
#include "text/compound.h"
#include "text/fill.h"
#include "text/fold.h"
#include "text/no_break.h"
#include "text/number_words.h"
#include "text/sentence.h"

#include <string.h>

/* A text with one word more for so many is about as long. */
#define MORE_WORDS 20

/* Letters up to which the first sentence of a warning is its head. */
#define LONGEST_HEAD 46
/* Width by height from which on a picture can stand across a sheet. */
#define LEAST_ASPECT 0.85
/* Words from which on a sentence is no heading; behind bold words that begin it, far fewer. */
#define LONG_ACTION 16
#define LONG_BEHIND 4

typedef struct {
  Pieces *pieces;
  Value *map;
  const Site *site;
  const char *lang;
  const HtmlPaper *paper;
  PictureAspect aspect;
  gpointer data;
  GHashTable *taken; /* Set<cmark_node> */
} Taking;

/* --- words --- */

/* A fixed word of sheets, in the language of the document. */
static const char *
word_of (const Taking *taking, const char *key)
{
  return site_text (taking->site, taking->lang, key);
}

/* TRUE when one of the words at `key`, “a|b”, is `text`, or begins it. */
static gboolean
is_word_of (const Taking *taking, const char *key, const char *text, gboolean is_beginning)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit (word_of (taking, key), "|", -1);

  for (char **word = words; *word; word++) {
    gsize length = strlen (*word);
    if (strncmp (small, *word, length) == 0
        && (small[length] == '\0' || (is_beginning && small[length] == ' ')))
      return TRUE;
  }
  return FALSE;
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p; p++)
    n += *p != ' ' && (p == text || p[-1] == ' ');
  return n;
}

static guint
words_of (cmark_node *first, cmark_node *end)
{
  guint n = 0;

  for (cmark_node *node = first; node != end; node = cmark_node_next (node)) {
    g_autofree char *text =
      body_role (node) == BODY_FIGURE ? g_strdup ("") : body_plain_text (node);
    n += count_words (text);
  }
  return n;
}

/* --- pictures --- */

gboolean
picture_is_tall (double aspect)
{
  return aspect > 0 && aspect < LEAST_ASPECT;
}

/* --- what is left where it stood --- */

static gboolean
is_figure (cmark_node *node)
{
  return body_role (node) == BODY_FIGURE;
}

static gboolean
is_left_out (const Taking *taking, cmark_node *node)
{
  return is_figure (node) || g_hash_table_contains (taking->taken, node);
}

static void
write_rest (const Taking *taking, cmark_node *first, cmark_node *end, GString *html)
{
  while (first != end) {
    while (first != end && is_left_out (taking, first))
      first = cmark_node_next (first);
    cmark_node *last = first;
    while (last != end && !is_left_out (taking, last))
      last = cmark_node_next (last);
    if (first != last)
      html_paper (first, last, taking->paper, html);
    first = last;
  }
}

static Value *
rest_html (const Taking *taking, cmark_node *first, cmark_node *end)
{
  g_autoptr (GString) html = g_string_new (NULL);
  write_rest (taking, first, end, html);
  return value_text_n (html->str, html->len);
}

static gboolean
has_rest (const Taking *taking, cmark_node *first, cmark_node *end)
{
  for (; first != end; first = cmark_node_next (first))
    if (!is_left_out (taking, first))
      return TRUE;
  return FALSE;
}

static cmark_node *
find_figure (const Taking *taking, cmark_node *first, cmark_node *end)
{
  for (cmark_node *node = first; node != end; node = cmark_node_next (node))
    if (is_figure (node) && !g_hash_table_contains (taking->taken, node))
      return node;
  return NULL;
}

/* A drawing of ours is one thing, and nothing when it is cut like a scene. */
static Value *
view_picture (const char *href, const char *description, double aspect)
{
  Value *map = value_map ();
  g_autofree char *stock = stock_name (href);
  value_set_text (map, "href", href);
  value_set_text (map, "description", description);
  value_set_bool (map, "is_tall", picture_is_tall (aspect) || stock);
  return map;
}

static double
figure_aspect (const Taking *taking, cmark_node *figure)
{
  const char *url = cmark_node_get_url (cmark_node_first_child (figure));
  return taking->aspect ? taking->aspect (html_from_root (url), taking->data) : 0;
}

static Value *
view_figure (const Taking *taking, cmark_node *figure, double *aspect)
{
  cmark_node *image = cmark_node_first_child (figure);
  g_autofree char *description = body_plain_text (image);

  *aspect = figure_aspect (taking, figure);
  return view_picture (html_from_root (cmark_node_get_url (image)), description, *aspect);
}

/* One of ours, or an SVG of the site. */
static gboolean
is_drawing (const char *url)
{
  g_autofree char *stock = stock_name (url);
  g_autofree char *ending = file_kind_ending (url);

  return stock || strcmp (ending, "svg") == 0;
}

/* --- the pieces --- */

static gboolean
has_table (cmark_node *first, cmark_node *end)
{
  for (cmark_node *node = first; node != end; node = cmark_node_next (node))
    if (body_role (node) == BODY_TABLE)
      return TRUE;
  return FALSE;
}

/* The picture of a piece is the first among its blocks; there is room for one. */
static void
take_picture (Taking *taking, Piece *piece, cmark_node *first, cmark_node *end)
{
  cmark_node *figure = find_figure (taking, first, end);

  value_set (piece->map, "picture", value_null ());
  if (figure == NULL)
    return;
  g_hash_table_add (taking->taken, figure);
  value_set (piece->map, "picture", view_figure (taking, figure, &piece->aspect));
  piece->has_picture = TRUE;
  piece->is_drawn = is_drawing (cmark_node_get_url (cmark_node_first_child (figure)));
  if (find_figure (taking, cmark_node_next (figure), end))
    taking->pieces->n_lost_pictures++;
}

/* --- a few words --- */

/* Syllables of a step that are read from where a poster hangs; all of it, when it has but a few
 * more. */
#define FEW_WORDS  6
#define MOST_WORDS 8

/* Words that lead on to something: no heading ends in one. */
static gboolean
leads_on (const char *word)
{
  static const char *const words[] = { "và",   "hoặc", "hay", "vào",  "của",   "cho",  "với",
                                       "bằng", "từ",   "ở",   "trên", "các",   "một",  "để",
                                       "rồi",  "thì",  "khi", "đến",  "trong", "theo", NULL };
  g_autofree char *small = g_utf8_strdown (word, -1);
  return g_strv_contains (words, small);
}

/* The first bold words of the first sentence with the word before them, “Chọn Dịch vụ khác”; NULL
 * when there are none. */
static char *
bold_words (cmark_node *paragraph, gsize end)
{
  g_autoptr (GString) before = g_string_new (NULL);

  for (cmark_node *node = cmark_node_first_child (paragraph); node && before->len < end;
       node = cmark_node_next (node)) {
    gboolean is_bold =
      cmark_node_get_type (node) == CMARK_NODE_STRONG || body_role (node) == BODY_MENU;
    if (!is_bold) {
      body_add_text (node, before);
      continue;
    }
    gboolean is_menu = body_role (node) == BODY_MENU;
    g_autofree char *bold = body_plain_text (is_menu ? cmark_node_first_child (node) : node);
    g_strchomp (before->str);
    const char *space = strrchr (before->str, ' ');
    g_autofree char *whole =
      g_strdup_printf ("%s%s%s", space ? space + 1 : before->str, *before->str ? " " : "", bold);
    return count_words (whole) <= MOST_WORDS ? text_capitalise (whole) : NULL;
  }
  return NULL;
}

/* Where a sentence of many words is cut: in front of the last word that leads on to more, or behind
 * so many. */
static guint
place_to_cut (char *const *words, guint n)
{
  for (guint i = MIN (n - 1, FEW_WORDS + 1); i >= 3; i--)
    if (leads_on (words[i]))
      return i;
  return MIN (n, FEW_WORDS);
}

/* TRUE when the syllable behind so many makes one word with the last of them. */
static gboolean
tears_word (const char *sentence, guint n_kept)
{
  g_autofree char *whole = text_with_whole_words (sentence, G_MAXUINT);
  const char *kept = whole; /* the same, but for a wider space within a word */

  for (guint n = 0; *sentence; sentence++) {
    if (*sentence == ' ' && ++n == n_kept)
      return *kept != ' ';
    kept += *sentence == *kept ? 1 : strlen (NO_BREAK_SPACE);
  }
  return FALSE;
}

/* How many words there are up to the first comma; 0 when it comes late, or not at all. */
static guint
words_to_comma (char *const *words, guint n)
{
  for (guint i = 1; i < MIN (n, FEW_WORDS + 1); i++)
    if (g_str_has_suffix (words[i], ","))
      return i + 1;
  return 0;
}

/* Up to a comma, or the first of them. */
static char *
first_words (const char *sentence)
{
  g_auto (GStrv) words = g_strsplit (sentence, " ", -1);
  guint n = g_strv_length (words), kept = words_to_comma (words, n);

  if (kept == 0 && n > MOST_WORDS) {
    kept = place_to_cut (words, n);
    kept += tears_word (sentence, kept);
  } else if (kept == 0) {
    kept = n;
  }
  while (kept > 2 && leads_on (words[kept - 1]))
    kept--;
  g_clear_pointer (&words[kept], g_free);
  for (guint i = kept + 1; i < n; i++)
    g_clear_pointer (&words[i], g_free);
  char *text = g_strjoinv (" ", words);
  gsize length = strlen (text);
  while (length > 0 && strchr (",.;:!", text[length - 1]))
    text[--length] = '\0';
  return text;
}

static void
set_short (Value *map, cmark_node *paragraph, const char *sentence)
{
  char *bold = bold_words (paragraph, strlen (sentence));
  value_set_text_take (map, "short", bold ? bold : first_words (sentence));
}

/* A heading ends without one; tags may stand behind it. */
static void
drop_full_stop (Value *map, const char *key)
{
  const char *text = value_get_text (value_find (map, key), NULL);
  const char *stop = strrchr (text, '.');

  if (stop == NULL || stop == text || stop[-1] == '.')
    return;
  for (const char *p = stop + 1; *p; p++) {
    if (*p != '<')
      return;
    p += strcspn (p, ">");
  }
  value_set_text_take (map, key, g_strdup_printf ("%.*s%s", (int) (stop - text), text, stop + 1));
}

/* For what its template makes of words that have lost their marks. */
static void
set_line (const Piece *piece)
{
  value_set_text_take (piece->map, "line",
                       piece->line ? g_strdup_printf ("%u", piece->line) : NULL);
}

/* `sentence` begins the paragraph. */
static gboolean
is_no_heading (cmark_node *paragraph, const char *sentence)
{
  cmark_node *first = cmark_node_first_child (paragraph);
  guint n = count_words (sentence);

  if (cmark_node_get_type (first) != CMARK_NODE_STRONG)
    return n > LONG_ACTION;
  g_autofree char *bold = body_plain_text (first);
  return n > LONG_ACTION || n > count_words (bold) + LONG_BEHIND;
}

static void
add_step (Taking *taking, cmark_node *item, guint number)
{
  cmark_node *first = cmark_node_first_child (item);
  Piece piece = { .map = value_map (), .line = body_line (item) };
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_plain = FALSE;

  piece.n_words = words_of (first, NULL);
  take_picture (taking, &piece, first, NULL);
  set_line (&piece);
  value_set_text_take (piece.map, "number", g_strdup_printf ("%u", number));
  value_set_text (piece.map, "action", NULL);
  value_set_text (piece.map, "short", NULL);
  if (part_is_sentence (first)) {
    g_autofree char *plain = body_plain_text (first);
    gsize end = sentence_end (plain, strlen (plain), 0);
    part_set_sentences (piece.map, first, taking->paper);
    const char *rest = value_get_text (value_find (piece.map, "rest"), NULL);
    if (*rest)
      g_string_append_printf (text, "<p>%s</p>", rest);
    plain[end] = '\0';
    is_plain = is_no_heading (first, plain);
    set_short (piece.map, first, plain);
    drop_full_stop (piece.map, "short");
    if (!is_plain && *rest)
      drop_full_stop (piece.map, "action");
    first = cmark_node_next (first);
  }
  write_rest (taking, first, NULL, text);
  value_set_bool (piece.map, "is_plain", is_plain);
  value_set (piece.map, "text", value_text_n (text->str, text->len));
  g_array_append_val (taking->pieces->items, piece);
}

static guint
words_of_rest (const Taking *taking, cmark_node *first, cmark_node *end)
{
  guint n = 0;

  for (; first != end; first = cmark_node_next (first))
    if (!is_left_out (taking, first))
      n += words_of (first, cmark_node_next (first));
  return n;
}

static void
add_section (Taking *taking, GArray *to, const Part *part)
{
  Piece piece = { .map = value_map (), .line = part->heading ? body_line (part->heading) : 0 };
  g_autofree char *title = part->heading ? body_plain_text (part->heading) : NULL;

  piece.n_words =
    (title ? count_words (title) : 0) + words_of_rest (taking, part->first, part->end);
  piece.has_table = has_table (part->first, part->end);
  take_picture (taking, &piece, part->first, part->end);
  set_line (&piece);
  value_set (piece.map, "number", value_null ());
  value_set_text (piece.map, "short", title);
  value_set_text_take (piece.map, "action", title ? g_markup_escape_text (title, -1) : NULL);
  value_set (piece.map, "text", rest_html (taking, part->first, part->end));
  value_set_bool (piece.map, "is_plain", FALSE);
  g_array_append_val (to, piece);
}

/* --- the warning --- */

/* The first quotation, wherever it stands. */
static cmark_node *
find_quote (const Part *whole)
{
  for (cmark_node *node = whole->first; node != whole->end; node = cmark_node_next (node))
    if (cmark_node_get_type (node) == CMARK_NODE_BLOCK_QUOTE)
      return node;
  return NULL;
}

/* Letters of its head that stay together: it may stand beside the code. */
#define MOST_OF_WARNING 12

/* Its head is the first sentence where that is short and not all there is; else what it is. */
static void
set_warning (Taking *taking, const Part *whole)
{
  cmark_node *quote = find_quote (whole);
  cmark_node *first = quote ? cmark_node_first_child (quote) : NULL;
  Value *map = value_map ();

  value_set (taking->map, "notice", quote ? map : value_null ());
  if (quote == NULL) {
    value_free (map);
    return;
  }
  g_hash_table_add (taking->taken, quote);
  taking->pieces->has_warning = TRUE;
  taking->pieces->n_warning_words = words_of (first, NULL);
  g_autofree char *plain = part_is_sentence (first) ? body_plain_text (first) : g_strdup ("");
  gsize end = sentence_end (plain, strlen (plain), 0);
  gboolean has_head = plain[end] != '\0' && g_utf8_strlen (plain, (gssize) end) <= LONGEST_HEAD;
  g_autoptr (GString) text = g_string_new (NULL);
  if (has_head) {
    while (end > 0 && strchr (".:!", plain[end - 1]))
      end--;
    plain[end] = '\0';
    part_set_sentences (map, first, taking->paper);
    g_string_append_printf (text, "<p>%s</p>", value_get_text (value_find (map, "rest"), NULL));
    first = cmark_node_next (first);
  }
  write_rest (taking, first, NULL, text);
  if (has_head)
    value_set_text_take (map, "head", text_with_whole_words (plain, MOST_OF_WARNING));
  else
    value_set_text (map, "head", word_of (taking, "sheet_warning"));
  value_set (map, "body", value_text_n (text->str, text->len));
}

/* --- lists of the opening --- */

static gboolean
is_bullets (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_LIST
         && cmark_node_get_list_type (node) == CMARK_BULLET_LIST;
}

static Value *
view_points (const Taking *taking, cmark_node *list)
{
  Value *points = value_list ();

  for (cmark_node *item = list ? cmark_node_first_child (list) : NULL; item;
       item = cmark_node_next (item)) {
    Value *map = value_map ();
    g_autofree char *plain = body_plain_text (item);
    cmark_node *first = cmark_node_first_child (item);
    g_autoptr (GString) html = g_string_new (NULL);
    if (part_is_sentence (first)) {
      html_paper (cmark_node_first_child (first), NULL, taking->paper, html);
      first = cmark_node_next (first);
    }
    write_rest (taking, first, NULL, html);
    value_set (map, "html", value_text_n (html->str, html->len));
    value_set_bool (map, "is_dont", is_word_of (taking, "sheet_dont_words", plain, TRUE));
    view_list_add (points, map);
  }
  view_list_end (points, value_length (points));
  return points;
}

static cmark_node *
find_bullets (cmark_node *first, cmark_node *end)
{
  for (cmark_node *node = first; node != end; node = cmark_node_next (node))
    if (is_bullets (node))
      return node;
  return NULL;
}

/* What one needs has a section of its own, when the front matter does not say it. */
static gboolean
is_of_needs (const Taking *taking, const Part *part)
{
  g_autofree char *title = part->heading ? body_plain_text (part->heading) : NULL;
  return title && is_word_of (taking, "sheet_needs_words", title, FALSE);
}

static void
set_needs (Taking *taking, const Part *part)
{
  cmark_node *list = part ? find_bullets (part->first, part->end) : NULL;
  g_autofree char *title = part ? body_plain_text (part->heading) : NULL;

  value_set (taking->map, "needs", view_points (taking, list));
  value_set_text (taking->map, "needs_title", title ? title : word_of (taking, "detail_needs"));
  if (list)
    g_hash_table_add (taking->taken, list);
  value_set (taking->map, "needs_text",
             part ? rest_html (taking, part->first, part->end) : value_null ());
  taking->pieces->has_needs |= part != NULL;
}

/* --- the picture of the sheet --- */

/* All that are for paper, in their order, from `first` up to `end` and below. */
static void
gather_figures (cmark_node *first, cmark_node *end, GPtrArray *figures)
{
  for (cmark_node *node = first; node != end; node = cmark_node_next (node)) {
    if (!body_is_for (node, CHANNEL_PRINT))
      continue;
    if (is_figure (node))
      g_ptr_array_add (figures, node);
    gather_figures (cmark_node_first_child (node), NULL, figures);
  }
}

/* One that shows a scene: it is wider than high, and best of all stands with no step. */
static cmark_node *
best_figure (const Taking *taking, const Part *whole)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  cmark_node *best = NULL;
  guint best_rank = 0;

  gather_figures (whole->first, whole->end, figures);
  for (guint i = 0; i < figures->len; i++) {
    cmark_node *figure = figures->pdata[i];
    double aspect = figure_aspect (taking, figure);
    gboolean is_free = !g_hash_table_contains (taking->taken, figure);
    if (picture_is_tall (aspect))
      continue; /* the screen of a phone shows no scene */
    guint rank = 1 + 2 * (aspect >= 1.15) + is_free;
    if (rank > best_rank) {
      best = figure;
      best_rank = rank;
    }
  }
  return best;
}

/* The cover of the document; else the best figure, which stays where it belongs to a step. */
static void
set_picture (Taking *taking, const Document *document, const Part *whole)
{
  Pieces *pieces = taking->pieces;
  cmark_node *figure = document->cover.file ? NULL : best_figure (taking, whole);

  value_set (taking->map, "picture", value_null ());
  if (document->cover.file) {
    pieces->picture_aspect =
      taking->aspect ? taking->aspect (document->cover.file, taking->data) : 0;
    value_set (
      taking->map, "picture",
      view_picture (document->cover.file, document->cover.description, pieces->picture_aspect));
  } else if (figure) {
    pieces->n_lost_pictures -=
      pieces->n_lost_pictures > 0 && !g_hash_table_contains (taking->taken, figure);
    value_set (taking->map, "picture", view_figure (taking, figure, &pieces->picture_aspect));
  }
  pieces->has_picture = document->cover.file || figure;
}

/* --- the whole --- */

static void
piece_clear (gpointer data)
{
  value_free (((Piece *) data)->map);
}

/* “Năm bước” over steps that have no heading. */
static char *
count_title (const Taking *taking, guint n)
{
  g_autoptr (GString) words = g_string_new (NULL);

  number_words_integer (words, &number_style_official, n);
  g_autofree char *title = text_fill (word_of (taking, "sheet_steps"), "number", words->str, NULL);
  return text_capitalise (title);
}

static void
set_way (Taking *taking, const Part *part, cmark_node *list, cmark_node *block, gboolean is_opening)
{
  g_autofree char *title = part->heading ? body_plain_text (part->heading) : NULL;
  guint number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    add_step (taking, item, number++);
  if (title == NULL)
    title = count_title (taking, taking->pieces->items->len);
  value_set_text (taking->map, "steps_title", title);
  value_set (taking->map, "before_steps",
             is_opening ? value_null () : rest_html (taking, part->first, block));
  value_set (taking->map, "after_steps", rest_html (taking, cmark_node_next (block), part->end));
  taking->pieces->has_before = !is_opening && has_rest (taking, part->first, block);
  taking->pieces->has_after = has_rest (taking, cmark_node_next (block), part->end);
  taking->pieces->n_around_words = (is_opening ? 0 : words_of (part->first, block))
                                   + words_of (cmark_node_next (block), part->end);
  taking->pieces->is_numbered = TRUE;
}

/* What stands before the first heading, up to the list; its bullets are points. */
static void
set_opening (Taking *taking, const Part *part, cmark_node *block)
{
  cmark_node *end = block ? block : part->end;
  cmark_node *list = find_bullets (part->first, end);

  value_set (taking->map, "points", view_points (taking, list));
  taking->pieces->has_points = list != NULL;
  if (list)
    g_hash_table_add (taking->taken, list);
  taking->pieces->has_opening = has_rest (taking, part->first, end);
  taking->pieces->n_opening_words = words_of (part->first, end);
  value_set (taking->map, "about", rest_html (taking, part->first, end));
}

static gboolean
is_empty (const Taking *taking, const Part *part)
{
  return part->heading == NULL && !has_rest (taking, part->first, part->end);
}

/* A further way is named, and the code leads to its steps; what is said around them stands on the
 * sheet like any section. */
static void
add_other_way (Taking *taking, const Part *part, cmark_node *block, Value *others)
{
  g_autofree char *title = part->heading ? body_plain_text (part->heading) : NULL;
  Value *other = value_map ();

  value_set_text (other, "title", title);
  view_list_add (others, other);
  g_hash_table_add (taking->taken, block);
  g_autoptr (Value) around = rest_html (taking, part->first, part->end);
  if (value_is_truthy (around))
    add_section (taking, taking->pieces->cards, part);
}

static void
add_parts (Taking *taking, const GArray *parts, const Document *document)
{
  gboolean has_way = FALSE;
  Value *others = value_list ();
  const Part *needs = NULL;

  for (guint i = 1; i < parts->len && *document->details.needs == NULL && !needs; i++)
    if (is_of_needs (taking, &g_array_index (parts, Part, i)))
      needs = &g_array_index (parts, Part, i);
  set_needs (taking, needs);
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    cmark_node *block;
    cmark_node *list = part_numbered_list (part->first, part->end, &block);
    if (i == 0)
      set_opening (taking, part, block);
    if (list && !has_way)
      set_way (taking, part, list, block, i == 0);
    else if (list)
      add_other_way (taking, part, block, others);
    else if (i > 0 && part != needs && !is_empty (taking, part))
      add_section (taking, taking->pieces->cards, part);
    has_way |= list != NULL;
  }
  view_list_end (others, value_length (others));
  taking->pieces->has_others = value_length (others) > 0;
  value_set_bool (taking->map, "has_others", value_length (others) > 0);
  value_set (taking->map, "others", others);
}

/* What sheets are made of. A letter tells offices what to do; what is for everybody is in its
 * appendix, the first that has steps or else the first. */
static Part
part_for_all (const Document *document, cmark_node *body)
{
  const Part whole = part_whole (body);
  g_autoptr (GArray) parts = parts_of (&whole, body_opens_annex);
  cmark_node *block;

  if (document->kind != KIND_LETTER || parts->len == 1)
    return whole;
  for (guint i = 1; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    if (part_numbered_list (part->first, part->end, &block))
      return *part;
  }
  return g_array_index (parts, Part, 1);
}

/* “./.”, with which a letter and its appendix end, is for offices. */
static void
drop_end_mark (GArray *pieces)
{
  static const char *const keys[] = { "action", "text", "short" };

  for (guint i = 0; i < pieces->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys); j++) {
      Value *map = g_array_index (pieces, Piece, i).map;
      const char *text = value_get_text (value_find (map, keys[j]), NULL);
      const char *mark = text ? strstr (text, "./.") : NULL;
      if (mark)
        value_set_text_take (map, keys[j],
                             g_strdup_printf ("%.*s%s", (int) (mark + 1 - text), text, mark + 3));
    }
}

Pieces *
pieces_new (Value *map, const Site *site, const Document *document, cmark_node *body,
            PictureAspect aspect, gpointer data)
{
  const HtmlPaper paper = { .base_url = site->base_url, .is_piece = TRUE };
  Pieces *pieces = g_new0 (Pieces, 1);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  const Part whole = part_for_all (document, body);
  g_autoptr (GArray) parts = parts_of (&whole, part_is_heading);
  Taking taking = { pieces, map, site, document->lang, &paper, aspect, data, taken };

  pieces->items = g_array_new (FALSE, FALSE, sizeof (Piece));
  pieces->cards = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (pieces->items, piece_clear);
  g_array_set_clear_func (pieces->cards, piece_clear);
  value_set (map, "before_steps", value_null ());
  value_set (map, "after_steps", value_null ());
  value_set_text (map, "steps_title", document->title);
  set_warning (&taking, &whole);
  add_parts (&taking, parts, document);
  set_picture (&taking, document, &whole);
  drop_end_mark (pieces->items);
  drop_end_mark (pieces->cards);
  pieces->has_needs |= document->details.needs && *document->details.needs;
  pieces->n_title_letters =
    g_utf8_strlen (value_get_text (value_find (map, "steps_title"), NULL), -1);
  if (!pieces->is_numbered) {
    g_array_unref (pieces->items);
    pieces->items = pieces->cards;
    pieces->cards = g_array_new (FALSE, FALSE, sizeof (Piece));
    g_array_set_clear_func (pieces->cards, piece_clear);
  }
  return pieces;
}

void
pieces_free (Pieces *pieces)
{
  if (pieces == NULL)
    return;
  g_array_unref (pieces->items);
  g_array_unref (pieces->cards);
  g_free (pieces);
}

static guint
words_in (const GArray *pieces)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    n += g_array_index (pieces, Piece, i).n_words;
  return n;
}

PiecesShape
pieces_shape (const Pieces *pieces)
{
  const gboolean marks[] = { pieces->is_numbered, pieces->has_points,  pieces->has_needs,
                             pieces->has_warning, pieces->has_opening, pieces->has_picture,
                             pieces->has_before,  pieces->has_after,   pieces->has_others };
  PiecesShape shape = { .n_items = pieces->items->len,
                        .n_cards = pieces->cards->len,
                        .n_words = words_in (pieces->items) + words_in (pieces->cards)
                                   + pieces->n_opening_words + pieces->n_around_words
                                   + pieces->n_warning_words };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    shape.marks |= (marks[i] != FALSE) << i;
  return shape;
}

gboolean
pieces_are_alike (const PiecesShape *one, const PiecesShape *other)
{
  guint most = MAX (one->n_words, other->n_words), least = MIN (one->n_words, other->n_words);
  return one->n_items == other->n_items && one->n_cards == other->n_cards
         && one->marks == other->marks && (most - least) * MORE_WORDS <= most;
}
