/* SPDX-License-Identifier: MIT */
#include "render/script_view.h"

#include "render/view.h"

#include <string.h>

/* Paragraphs; a document and the names of some hundred stations. */
#define MOST_KEPT 1000
/* Letters of a line on the printed sheet. */
#define ROW_LETTERS 60
/* Paragraphs that go to the last page together, so that no sentence stands on it alone. */
#define ENDING_PARAGRAPHS 2
/* Bytes of what was written that the margin of the sheet has room for. */
#define MOST_WRITTEN 300

struct ScriptViews {
  GHashTable *kept;  /* GArray of ScriptSentence → Value, both owned */
  gboolean has_rows; /* those kept */
};

ScriptViews *
script_views_new (void)
{
  ScriptViews *views = g_new0 (ScriptViews, 1);
  views->kept =
    g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_array_unref, (GDestroyNotify) value_free);
  return views;
}

void
script_views_free (ScriptViews *views)
{
  if (views == NULL)
    return;
  g_hash_table_unref (views->kept);
  g_free (views);
}

/* 1:05 */
static char *
clock_text (guint seconds)
{
  return g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
}

/* Where only the stop at the end is new there is nothing to check. */
static gboolean
differs (const ScriptSentence *sentence)
{
  gsize length = strlen (sentence->written);
  return strncmp (sentence->spoken, sentence->written, length) != 0
         || strspn (sentence->spoken + length, ".?!:") != strlen (sentence->spoken + length);
}

/* What was written stands in the margin, to be compared at a glance; a million letters there would
 * be broken into lines for a minute. */
static Value *
view_written (const char *written)
{
  if (written == NULL || strlen (written) <= MOST_WRITTEN)
    return value_text (written);
  const char *end = g_utf8_find_prev_char (written, written + MOST_WRITTEN);
  return value_text_take (g_strdup_printf ("%.*s…", (int) (end - written), written));
}

/* Pieces `from` … `to`-1 of the sentence: words, what they stand for, and the breath behind them.
 * There are more of them than of anything else in a script. */
static Value *
view_pieces (const ScriptSentence *sentence, guint from, guint to)
{
  static ValueShape shape = { .keys = { "spoken", "written", "breath", "is_undecided", "doubt",
                                        "others", "ends_line", "is_first", "is_last" } };
  Value *list = value_list ();

  for (guint i = from; i < to; i++) {
    const ScriptPiece *piece = &g_array_index (sentence->pieces, ScriptPiece, i);
    Value *const items[] = {
      value_text (piece->spoken),
      view_written (piece->written),
      value_text (piece->breath ? breath_sign (piece->breath) : NULL),
      value_bool (piece->is_undecided),
      value_text (piece->doubt),
      value_text (piece->others),
      value_bool (piece->ends_line && i + 1 < sentence->pieces->len),
      value_bool (i == from),
      value_bool (i + 1 == to),
    };
    value_add (list, value_shaped (&shape, items));
  }
  return list;
}

/* The piece behind the next breath, or the end; `letters` up to there are added. */
static guint
next_breath (const ScriptSentence *sentence, guint from, glong *letters)
{
  guint i = from;

  while (i < sentence->pieces->len) {
    const ScriptPiece *piece = &g_array_index (sentence->pieces, ScriptPiece, i++);
    *letters += g_utf8_strlen (piece->spoken, -1) + 1;
    if (piece->breath)
      break;
  }
  return i;
}

/* The sentence in rows of a printed line, cut at breaths, so that figures stand beside the line
 * they belong to. What is said in one breath stays in one row, however long. Most sentences are
 * one, which shares its pieces, `whole`. */
static Value *
view_rows (const ScriptSentence *sentence, const Value *whole)
{
  static ValueShape shape = { .keys = { "pieces", "is_first", "is_last" } };
  Value *list = value_list ();
  guint n = sentence->pieces->len;

  for (guint from = 0, to; from < n; from = to) {
    glong letters = 0;
    to = next_breath (sentence, from, &letters);
    while (to < n) {
      glong more = letters;
      guint next = next_breath (sentence, to, &more);
      if (more > ROW_LETTERS)
        break;
      to = next;
      letters = more;
    }
    gboolean is_whole = from == 0 && to == n;
    Value *const items[] = { is_whole ? value_null () : view_pieces (sentence, from, to),
                             value_bool (from == 0), value_bool (to == n) };
    Value *row = value_shaped (&shape, items);
    if (is_whole)
      value_set_shared (row, "pieces", whole);
    value_add (list, row);
  }
  return list;
}

static Value *
view_number (guint number)
{
  char digits[16], *at = digits + sizeof digits;

  do
    *--at = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  return value_text_n (at, (gsize) (digits + sizeof digits - at));
}

static Value *
view_sentences (const GArray *sentences, gboolean has_rows)
{
  static ValueShape shape = { .keys = { "spoken", "written", "marked", "differs", "is_long",
                                        "is_undecided", "syllables", "pieces", "rows", "is_first",
                                        "is_last" } };
  Value *list = value_list ();

  for (guint i = 0; i < sentences->len; i++) {
    const ScriptSentence *sentence = &g_array_index (sentences, ScriptSentence, i);
    Value *pieces = view_pieces (sentence, 0, sentence->pieces->len);
    Value *rows = has_rows ? view_rows (sentence, pieces) : value_list ();
    Value *const items[] = {
      value_text (sentence->spoken),
      value_text (sentence->written),
      value_text (sentence->marked),
      value_bool (differs (sentence)),
      value_bool (sentence->is_long),
      value_bool (sentence->is_undecided),
      view_number (sentence->syllables),
      pieces,
      rows,
      value_bool (i == 0),
      value_bool (i + 1 == sentences->len),
    };
    value_add (list, value_shaped (&shape, items));
  }
  return list;
}

/* What is kept is forgotten when there is much of it, or when other sentences are asked for. */
static void
tidy (ScriptViews *views, gboolean has_rows)
{
  if (g_hash_table_size (views->kept) > MOST_KEPT || views->has_rows != has_rows)
    g_hash_table_remove_all (views->kept);
  views->has_rows = has_rows;
}

static const Value *
find_sentences (ScriptViews *views, GArray *sentences)
{
  Value *view = g_hash_table_lookup (views->kept, sentences);

  if (view == NULL) {
    view = view_sentences (sentences, views->has_rows);
    g_hash_table_insert (views->kept, g_array_ref (sentences), view);
  }
  return view;
}

/* What nobody could read is said as it stands, but for a mark behind it. */
static gboolean
is_left_as_written (const ScriptPiece *piece)
{
  gsize length = strlen (piece->doubt);
  return strncmp (piece->spoken, piece->doubt, length) == 0 && strlen (piece->spoken) <= length + 1;
}

/* What is to be asked before the broadcast, each form once. */
static Value *
view_doubts (const Script *script)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Value *list = value_list ();

  for (guint i = 0; i < script->paragraphs->len; i++) {
    const GArray *sentences = g_array_index (script->paragraphs, ScriptParagraph, i).sentences;
    for (guint j = 0; j < sentences->len; j++) {
      const GArray *pieces = g_array_index (sentences, ScriptSentence, j).pieces;
      for (guint k = 0; k < pieces->len; k++) {
        const ScriptPiece *piece = &g_array_index (pieces, ScriptPiece, k);
        if (piece->doubt == NULL || !g_hash_table_add (seen, piece->doubt))
          continue;
        Value *map = value_map ();
        value_set_text (map, "written", piece->doubt);
        value_set_text (map, "spoken", is_left_as_written (piece) ? NULL : piece->spoken);
        value_set_text (map, "others", piece->others);
        view_list_add (list, map);
      }
    }
  }
  view_list_end (list, g_hash_table_size (seen));
  return list;
}

static Value *
view_left_out (const Script *script)
{
  Value *list = value_list ();

  for (guint i = 0; i < script->left_out->len; i++) {
    Value *map = value_map ();
    value_set_text (map, "text", script->left_out->pdata[i]);
    view_list_add (list, map);
  }
  view_list_end (list, script->left_out->len);
  return list;
}

static const char *const voice_words[] = {
  [VOICE_ANY] = NULL, [VOICE_MALE] = "Nam", [VOICE_FEMALE] = "Nữ"
};

Value *
script_view (ScriptViews *views, const Script *script, const Output *output,
             ScriptViewOptions options)
{
  const Document *document = output->document;
  const Station *station = &output->office->station;
  /* An office that was sent the text reads it when it is on the air. */
  const char *const *slots =
    output->is_kit && *station->slots ? station->slots : document->broadcast.times;
  Value *map = value_map ();
  Value *paragraphs = value_list ();
  guint until = 0;

  tidy (views, options.has_rows);
  for (guint i = 0; i < script->paragraphs->len; i++) {
    const ScriptParagraph *paragraph = &g_array_index (script->paragraphs, ScriptParagraph, i);
    Value *entry = value_map ();
    until += paragraph->seconds;
    value_set_bool (entry, "is_heading", paragraph->is_heading);
    value_set_bool (entry, "is_ending", i > 0 && i + ENDING_PARAGRAPHS > script->paragraphs->len);
    value_set_text (entry, "cue", paragraph->cue);
    value_set_text (entry, "voice", voice_words[paragraph->voice]);
    value_set_shared (entry, "sentences", find_sentences (views, paragraph->sentences));
    value_set (entry, "line", options.has_lines ? view_number (paragraph->line) : value_null ());
    value_set (entry, "syllables", view_number (paragraph->syllables));
    value_set_text_take (entry, "time", clock_text (paragraph->seconds));
    value_set_text_take (entry, "until", clock_text (until));
    view_list_add (paragraphs, entry);
  }
  view_list_end (paragraphs, script->paragraphs->len);
  value_set (map, "paragraphs", paragraphs);
  value_set (map, "doubts", view_doubts (script));
  value_set_bool (map, "has_doubts", value_length (value_find (map, "doubts")) > 0);
  value_set (map, "left_out", view_left_out (script));
  value_set_bool (map, "has_left_out", script->left_out->len > 0);
  value_set (map, "syllables", view_number (script->syllables));
  value_set_text_take (map, "time", clock_text (script->seconds));
  value_set (map, "pace", view_number (script_pace (&station->reading)));
  value_set_text (map, "station", station->name);
  value_set_text_take (map, "slots", *slots ? g_strjoinv (", ", (char **) slots) : NULL);
  value_set_text_take (map, "date_official",
                       date_is_set (document->date) ? date_official (document->date) : NULL);
  return map;
}
