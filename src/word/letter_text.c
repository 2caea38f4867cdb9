/* SPDX-License-Identifier: MIT */
#include "word/letter_text.h"

#include "text/no_break.h"
#include "text/times.h"
#include "word/docx.h"

#include <string.h>

/* A symbol may break behind its slash, as it does in the PDF: Word and LibreOffice need to be told.
 */
static void
append_breaking (GString *out, const char *text, gsize length)
{
  const char *start = text;

  for (const char *p = text; p + 1 < text + length; p++)
    if (*p == '/' && p > text + 1 && g_ascii_isalnum (p[-1]) && p[-2] != ' ' /* “V/v” */
        && g_unichar_isalpha (g_utf8_get_char (p + 1))) {
      docx_append_text (out, start, p + 1 - start);
      g_string_append (out, "\u200B");
      start = p + 1;
    }
  docx_append_text (out, start, text + length - start);
}

/* A symbol stays on one line: word joiners stand behind its marks (UAX 14, WJ). */
static void
append_symbol (GString *out, const char *text, const char *end)
{
  for (const char *start = text; start < end;) {
    gsize n = strcspn (start, "/-");
    gsize length = MIN (n + 1, (gsize) (end - start));
    docx_append_text (out, start, length);
    if (start + length < end)
      g_string_append (out, "\u2060");
    start += length;
  }
}

static void
append_words (GString *out, const char *text, gsize length)
{
  g_autofree char *whole = g_strndup (text, length);
  const char *rest = whole, *end = NULL;

  for (const char *symbol; (symbol = text_find_symbol (whole, rest, &end)) != NULL; rest = end) {
    append_breaking (out, rest, symbol - rest);
    append_symbol (out, symbol, end);
  }
  append_breaking (out, rest, strlen (rest));
}

/* Several blanks are one on paper; to Word each is one. */
static const char *
with_single_blanks (const char *text, gsize *length, GString *buffer)
{
  if (strstr (text, "  ") == NULL)
    return text;
  g_string_truncate (buffer, 0);
  for (const char *p = text; *p; p++)
    if (*p != ' ' || p == text || p[-1] != ' ')
      g_string_append_c (buffer, *p);
  *length = buffer->len;
  return buffer->str;
}

/* Where nothing can break, blanks that hold are only wider ones to LibreOffice. */
static const char *
with_plain_blanks (const char *text, gsize *length, GString *buffer)
{
  g_string_assign (buffer, text);
  g_string_replace (buffer, NO_BREAK_SPACE, " ", 0);
  *length = buffer->len;
  return buffer->str;
}

static gsize
without_dots (const char *text, gsize length)
{
  for (;;) {
    if (length >= 1 && text[length - 1] == '.')
      length--;
    else if (length >= 3 && memcmp (text + length - 3, "…", 3) == 0)
      length -= 3;
    else
      return length;
  }
}

/* `is_upright`: a blank that holds, between words in italics. */
static void
append_run (LetterWriter *writer, const char *text, gsize length, gboolean is_upright)
{
  const char *slant = is_upright          ? "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>"
                      : writer->is_italic ? "<w:i/><w:iCs/>"
                                          : "";

  if (length == 0)
    return;
  g_string_append (writer->out, "<w:r>");
  if (writer->is_bold || *slant)
    g_string_append_printf (writer->out, "<w:rPr>%s%s</w:rPr>",
                            writer->is_bold ? "<w:b/><w:bCs/>" : "", slant);
  g_string_append (writer->out, "<w:t xml:space=\"preserve\">");
  append_words (writer->out, text, length);
  g_string_append (writer->out, "</w:t></w:r>");
}

/* LibreOffice gives room for the slant of what is before a blank that holds, when both are in
 * italics: half a millimetre, which breaks lines elsewhere. */
static void
append_slanted (LetterWriter *writer, const char *text, gsize length)
{
  for (const char *p = text, *end = text + length; p < end;) {
    const char *blank = g_strstr_len (p, end - p, NO_BREAK_SPACE);
    append_run (writer, p, (blank ? blank : end) - p, FALSE);
    if (blank == NULL)
      return;
    append_run (writer, blank, strlen (NO_BREAK_SPACE), TRUE);
    p = blank + strlen (NO_BREAK_SPACE);
  }
}

void
letter_run (LetterWriter *writer, const char *text)
{
  g_autoptr (GString) buffer = g_string_new (NULL), single = g_string_new (NULL);
  gsize length = strlen (text);
  const char *seen = with_single_blanks (text, &length, single);
  const char *bound = writer->is_one_line ? with_plain_blanks (seen, &length, buffer)
                                          : text_with_no_breaks (seen, &length, buffer);

  if (writer->is_blank)
    length = without_dots (bound, length);
  if (writer->is_italic || writer->has_italic_style)
    append_slanted (writer, bound, length);
  else
    append_run (writer, bound, length, FALSE);
}

void
letter_line (LetterWriter *writer, const char *style, const char *text)
{
  docx_open_paragraph (writer->out, style, NULL);
  letter_run (writer, text);
  docx_close_paragraph (writer->out);
}

void
letter_gap (GString *out, int height, gboolean keeps_next)
{
  g_autofree char *more = g_strdup_printf ("%s<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>",
                                           keeps_next ? "<w:keepNext/>" : "", height);
  docx_open_paragraph (out, "Normal", more);
  docx_close_paragraph (out);
}

/* --- widths --- */

double
letter_measure (const char *text, guint size, gboolean is_bold)
{
  double width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    width += times_advance (g_utf8_get_char (p), is_bold) * size * 20 / 1000.0;
  return width;
}

/* A border as long as `share` of a text of that width, in the middle of `inner`. */
void
letter_rule (GString *out, guint inner, double width, double share, int height)
{
  int indent = MAX ((int) ((inner - width * share) / 2), 0);
  g_autofree char *more =
    g_strdup_printf ("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%d\" w:lineRule=\"exact\"/>"
                     "<w:ind w:left=\"%d\" w:right=\"%d\"/>",
                     height, indent, indent);
  docx_open_paragraph (out, "VachKe", more);
  docx_close_paragraph (out);
}
