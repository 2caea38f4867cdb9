/* SPDX-License-Identifier: MIT */
#include "speech/piece.h"

#include "base/append.h"
#include "speech/lexicon.h"

#include <string.h>

typedef struct {
  const char *spoken;
  const GArray *breaths; /* Breath */
  guint breath;          /* the next one */
  GArray *pieces;        /* ScriptPiece */
} Cutter;

static void
piece_clear (gpointer data)
{
  ScriptPiece *piece = data;
  g_free (piece->spoken);
  g_free (piece->written);
  g_free (piece->doubt);
  g_free (piece->others);
}

static void
add_piece (Cutter *cutter, gsize start, gsize end, BreathKind breath)
{
  while (start < end && cutter->spoken[start] == ' ')
    start++;
  while (end > start && cutter->spoken[end - 1] == ' ')
    end--;
  if (start == end)
    return;
  ScriptPiece piece = { .spoken = g_strndup (cutter->spoken + start, end - start),
                        .breath = breath,
                        .ends_line = cutter->spoken[end - 1] == ';' };
  g_array_append_val (cutter->pieces, piece);
}

/* From `start` to `end`, cut at the breaths; returns the last piece, or NULL when there is none. */
static ScriptPiece *
add_stretch (Cutter *cutter, gsize start, gsize end)
{
  guint before = cutter->pieces->len;

  for (; cutter->breath < cutter->breaths->len; cutter->breath++) {
    const Breath *breath = &g_array_index (cutter->breaths, Breath, cutter->breath);
    if (breath->end > end)
      break;
    add_piece (cutter, start, breath->end, breath->kind);
    start = breath->end;
  }
  add_piece (cutter, start, end, BREATH_NONE);
  guint n = cutter->pieces->len;
  return n > before ? &g_array_index (cutter->pieces, ScriptPiece, n - 1) : NULL;
}

/* Capitals that became small letters need no check, nor do marks that became pauses. */
static gboolean
is_worth_checking (const Cutter *cutter, const SpeechSpan *span, const char *text)
{
  if (span->kind == SPAN_UNDECIDED && span->spoken_length > 0)
    return TRUE;
  if (span->kind == SPAN_PLAIN || span->spoken_length <= 1)
    return FALSE;
  if (g_ascii_isdigit (text[span->written]))
    return TRUE;
  g_autofree char *written = g_utf8_casefold (text + span->written, span->written_length);
  g_autofree char *spoken = g_utf8_casefold (cutter->spoken + span->spoken, span->spoken_length);
  return strcmp (written, spoken) != 0;
}

/* "4/12" may be a day. */
static gboolean
is_pair (const char *text)
{
  gsize first = strspn (text, "0123456789");
  gsize second = text[first] == '/' ? strspn (text + first + 1, "0123456789") : 0;
  return first > 0 && second > 0 && text[first + 1 + second] == '\0';
}

/* What was written, for checking, and for asking where nothing decided. */
static void
note_written (ScriptPiece *piece, const Lexicon *lexicon, const SpeechSpan *span, const char *text)
{
  g_autofree char *written = g_strndup (text + span->written, span->written_length);

  piece->is_undecided = span->kind == SPAN_UNDECIDED;
  if (piece->is_undecided) {
    piece->doubt = g_strdup (written);
    piece->others = is_pair (written)
                      ? g_strdup_printf ("“ngày %s”", written)
                      : lexicon_others (lexicon, written, strlen (written), piece->spoken);
  }
  if (!g_str_has_prefix (piece->spoken, written))
    piece->written = g_steal_pointer (&written);
}

GArray *
pieces_cut (const Lexicon *lexicon, const char *spoken, const SpeechSpan *spans, guint n_spans,
            const char *text, gboolean ends_item)
{
  g_autoptr (GArray) breaths = breath_find (lexicon, spoken, spans, n_spans, ends_item);
  Cutter cutter = { spoken, breaths, 0, g_array_new (FALSE, FALSE, sizeof (ScriptPiece)) };
  gsize length = strlen (spoken);
  gsize start = 0;

  g_array_set_clear_func (cutter.pieces, piece_clear);
  for (guint i = 0; i < n_spans; i++) {
    gsize end = (gsize) spans[i].spoken + spans[i].spoken_length;
    if (spans[i].spoken < start || end > length || !is_worth_checking (&cutter, &spans[i], text))
      continue;
    add_stretch (&cutter, start, spans[i].spoken);
    /* the marks behind the words stay with them */
    end += strcspn (spoken + end, " ");
    ScriptPiece *piece = add_stretch (&cutter, spans[i].spoken, end);
    if (piece)
      note_written (piece, lexicon, &spans[i], text);
    start = end;
  }
  add_stretch (&cutter, start, length);
  return cutter.pieces;
}

char *
pieces_mark (const GArray *pieces)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const ScriptPiece *piece = &g_array_index (pieces, ScriptPiece, i);
    if (i > 0)
      append_piece (out, " ", 1);
    append_text (out, piece->spoken);
    if (piece->breath == BREATH_NONE)
      continue;
    append_piece (out, " ", 1);
    append_text (out, breath_sign (piece->breath));
  }
  return g_string_free (out, FALSE);
}
