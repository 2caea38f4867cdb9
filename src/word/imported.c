/* SPDX-License-Identifier: MIT */
#include "word/imported.h"

#include <string.h>

static const char *const ids[] = {
  [IMPORTED_LETTER] = "letter",     [IMPORTED_TYPED] = "typed", [IMPORTED_GUIDE] = "guide",
  [IMPORTED_BULLETIN] = "bulletin", [IMPORTED_PAGE] = "page",
};
_Static_assert(G_N_ELEMENTS (ids) == N_IMPORTED_KINDS, "an id for each kind");

const char *
imported_kind_id (ImportedKind kind)
{
  return ids[kind];
}

gboolean
imported_kind_is_letter (ImportedKind kind)
{
  return kind == IMPORTED_LETTER || kind == IMPORTED_TYPED;
}

const char *
imported_address_key (OfficialAddress address)
{
  return address == ADDRESS_WIRE ? "điện" : address == ADDRESS_INVITES ? "kính mời" : "kính gửi";
}

char *
imported_number (const Imported *imported)
{
  if (imported->number == NULL || imported->symbol == NULL)
    return NULL;
  return g_strdup_printf ("%s%c%s", imported->number, imported->is_party ? '-' : '/',
                          imported->symbol);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/* Fills `clean`, and `places` with where each byte from `start` to `end` went. */
static void
clean_text (const char *text, gsize start, gsize end, GString *clean, guint *places)
{
  for (gsize i = start; i < end; i++) {
    places[i - start] = clean->len;
    if (!is_blank (text[i]))
      g_string_append_c (clean, text[i]);
    else if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
      g_string_append_c (clean, ' ');
  }
  places[end - start] = clean->len;
  while (clean->len > 0 && clean->str[clean->len - 1] == ' ')
    g_string_truncate (clean, clean->len - 1);
}

/* As flow_first_span(): a paragraph may have as many of them as lines, and only those of the line
 * at hand are looked at. */
static guint
first_anchor (const FlowParagraph *paragraph, gsize start)
{
  guint low = 0, high = paragraph->n_anchors;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (paragraph->anchors[middle].at < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Those between `start` and `end`, at the end of a line too, with their new places. */
static const FlowAnchor *
move_anchors (Arena *arena, const FlowParagraph *paragraph, gsize start, gsize end,
              const guint *places, guint length, guint *n)
{
  guint first = first_anchor (paragraph, start), last = first;

  while (last < paragraph->n_anchors && paragraph->anchors[last].at <= end)
    last++;
  FlowAnchor *anchors = arena_alloc (arena, (last - first + 1) * sizeof (FlowAnchor));
  for (guint i = first; i < last; i++) {
    FlowAnchor anchor = paragraph->anchors[i];
    anchor.at = MIN (places[anchor.at - start], length);
    anchors[(*n)++] = anchor;
  }
  return anchors;
}

ImportedText
imported_text (Arena *arena, const FlowParagraph *paragraph, gsize start, gsize end)
{
  g_autoptr (GString) clean = g_string_sized_new (end - start + 1);
  g_autofree guint *places = g_new (guint, end - start + 1);
  guint first = flow_first_span (paragraph, start), last = first, n = 0;

  while (last < paragraph->n_spans && paragraph->spans[last].start < end)
    last++;
  FlowSpan *spans = arena_alloc (arena, (last - first + 1) * sizeof (FlowSpan));
  clean_text (paragraph->text, start, end, clean, places);
  for (guint i = first; i < last; i++) {
    FlowSpan span = paragraph->spans[i];
    gsize from = MAX (span.start, start), to = MIN (span.start + span.length, end);
    if (from >= to)
      continue;
    span.start = places[from - start];
    span.length = MIN (places[to - start], clean->len) - MIN (span.start, clean->len);
    while (span.length > 0 && clean->str[span.start] == ' ')
      span.start++, span.length--;
    while (span.length > 0 && clean->str[span.start + span.length - 1] == ' ')
      span.length--;
    if (span.length > 0)
      spans[n++] = span;
  }
  ImportedText made = { arena_copy_n (arena, clean->str, clean->len), spans, n, NULL, 0 };
  made.anchors = move_anchors (arena, paragraph, start, end, places, clean->len, &made.n_anchors);
  return made;
}

ImportedText
imported_whole (Arena *arena, const FlowParagraph *paragraph)
{
  return imported_text (arena, paragraph, 0, strlen (paragraph->text));
}

/* Without a letter and an anchor. */
static gboolean
is_empty (const ImportedText *text)
{
  return text->text == NULL || (*text->text == '\0' && text->n_anchors == 0);
}

ImportedText
imported_join (Arena *arena, const ImportedText *texts, guint n, const char *between)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FlowSpan));
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (FlowAnchor));
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++) {
    const ImportedText *text = &texts[i];
    if (is_empty (text))
      continue;
    g_string_append (joined, any ? between : "");
    any = TRUE;
    for (guint j = 0; j < text->n_spans; j++) {
      FlowSpan span = text->spans[j];
      span.start += joined->len;
      g_array_append_val (spans, span);
    }
    for (guint j = 0; j < text->n_anchors; j++) {
      FlowAnchor anchor = text->anchors[j];
      anchor.at += joined->len;
      g_array_append_val (anchors, anchor);
    }
    g_string_append (joined, text->text);
  }
  return (ImportedText){ arena_copy_n (arena, joined->str, joined->len), arena_array (arena, spans),
                         spans->len, arena_array (arena, anchors), anchors->len };
}

ImportedText
imported_text_from (Arena *arena, const ImportedText *text, gsize length)
{
  FlowParagraph as_paragraph = { .text = text->text,
                                 .spans = text->spans,
                                 .n_spans = text->n_spans,
                                 .anchors = text->anchors,
                                 .n_anchors = text->n_anchors };
  return imported_text (arena, &as_paragraph, length, strlen (text->text));
}
