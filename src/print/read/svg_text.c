/* SPDX-License-Identifier: MIT */
/* Text (SVG 1.1, 10): each x begins a chunk, which stands where it is told by its anchor; what
 * follows without an x goes on behind it. */
#include "print/read/svg_reader.h"

#include "base/i18n.h"

#include <string.h>

typedef struct {
  SvgReader *reader;
  DrawPath *chunk;   /* that is open; NULL: the next text begins one */
  double x, y;       /* of the next chunk */
  double dx, dy;     /* of the next span */
  double baseline;   /* y of the text at hand */
  gboolean at_space; /* white space was there already, or nothing yet */
  gboolean is_new;   /* the next text begins a chunk */
} Writing;

/* Lengths with commas or white space between them. */
static GArray *
numbers_of (SvgReader *reader, const Element *element, const char *name, double whole)
{
  const char *text = element_attribute (element, name);
  g_auto (GStrv) words = g_strsplit_set (text ? text : "", ", \t\r\n", -1);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  double number;

  for (char **word = words; *word; word++) {
    if (**word == '\0')
      continue;
    if (!svg_length (*word, strlen (*word), whole, 16, &number)) {
      svg_complain (reader, element, _ ("write a number, in units of viewBox"),
                    _ ("“%s=%s” is not drawn"), name, text);
      break;
    }
    g_array_append_val (numbers, number);
  }
  return numbers;
}

static double
number_at (const GArray *numbers, guint i, double otherwise)
{
  return i < numbers->len ? g_array_index (numbers, double, i) : otherwise;
}

static void
span_clear (gpointer data)
{
  g_free ((char *) ((DrawSpan *) data)->text);
}

static void
open_chunk (Writing *writing, const SvgLook *look)
{
  DrawPath *path = g_new0 (DrawPath, 1);

  path->kind = DRAW_TEXT;
  path->matrix = look->matrix;
  path->x = writing->x;
  path->y = writing->baseline = writing->y;
  path->anchor = look->anchor;
  path->spans = g_array_new (FALSE, FALSE, sizeof (DrawSpan));
  g_array_set_clear_func (path->spans, span_clear);
  svg_append (writing->reader, path);
  writing->chunk = path;
  writing->is_new = FALSE;
}

static void
add_span (Writing *writing, const Element *element, const SvgLook *look, const char *text,
          gsize length)
{
  DrawSpan span = { .length = length,
                    .families = look->families,
                    .size = look->font_size,
                    .letter_spacing = look->letter_spacing,
                    .weight = look->font_weight,
                    .is_italic = look->is_italic,
                    .decoration = look->decoration,
                    .dx = writing->dx,
                    .dy = writing->dy,
                    .raise = look->raise,
                    .stroke_width = look->stroke_width };

  if (writing->chunk == NULL || writing->is_new)
    open_chunk (writing, look);
  span.text = g_strndup (text, length);
  span.fill = svg_paint_of (writing->reader, element, &look->fill, look, NULL);
  span.stroke = svg_paint_of (writing->reader, element, &look->stroke, look, NULL);
  if (look->is_hidden)
    span.fill.is_painted = span.stroke.is_painted = FALSE;
  if (span.fill.gradient || span.stroke.gradient || look->fill.server || look->stroke.server)
    svg_beyond (writing->reader, element, "<text>, <lineargradient>");
  writing->baseline += writing->dy;
  writing->dx = writing->dy = 0;
  g_array_append_val (writing->chunk->spans, span);
}

/* White space collapses over the ends of elements (SVG 1.1, 10.15). */
static char *
collapse (Writing *writing, const char *text, gsize length, gboolean is_kept)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++) {
    gboolean is_space = strchr (" \t\r\n", text[i]) != NULL;
    if (!is_space)
      g_string_append_c (out, text[i]);
    else if (is_kept || !writing->at_space)
      g_string_append_c (out, ' ');
    writing->at_space = is_space;
  }
  return g_string_free (out, FALSE);
}

/* Positions of the letters of one element, which go on over its texts. */
typedef struct {
  GArray *x, *y;
  guint at;
} Positions;

/* A letter with an x or a y of its own begins a chunk: what goes on behind the letter before has an
 * x only there. */
static void
add_letters (Writing *writing, const Element *element, const SvgLook *look, Positions *positions,
             const char *text)
{
  const char *start = text, *p = text;

  for (; *p; p = g_utf8_next_char (p), positions->at++) {
    guint at = positions->at;
    gboolean has_x = at < positions->x->len, has_y = at < positions->y->len;
    if (!has_x && !has_y)
      continue;
    if (p > start)
      add_span (writing, element, look, start, (gsize) (p - start));
    start = p;
    if (has_x) {
      writing->x = number_at (positions->x, at, 0);
      writing->y = number_at (positions->y, at, writing->baseline);
      writing->is_new = TRUE;
    } else
      writing->dy += number_at (positions->y, at, 0) - writing->baseline;
  }
  if (p > start)
    add_span (writing, element, look, start, (gsize) (p - start));
}

static void
take_shifts (Writing *writing, const Element *element)
{
  SvgReader *reader = writing->reader;
  g_autoptr (GArray) dx = numbers_of (reader, element, "dx", reader->frame.width);
  g_autoptr (GArray) dy = numbers_of (reader, element, "dy", reader->frame.height);

  writing->dx += number_at (dx, 0, 0);
  writing->dy += number_at (dy, 0, 0);
  for (guint i = 1; i < MAX (dx->len, dy->len); i++)
    if (number_at (dx, i, 0) != 0 || number_at (dy, i, 0) != 0)
      svg_beyond (reader, element, "dx, dy");
}

/* em of the font of the element. */
static void
resolve_shift (Writing *writing, const Element *element, const SvgLook *look)
{
  const char *const names[] = { "dx", "dy" };
  double *const shifts[] = { &writing->dx, &writing->dy };

  for (guint i = 0; i < 2; i++) {
    const char *text = element_attribute (element, names[i]);
    double value;
    if (text && strstr (text, "em") && svg_length (text, strlen (text), 0, look->font_size, &value))
      *shifts[i] += value - value / look->font_size * 16;
  }
}

static void
read_run (Writing *writing, const Element *element, const SvgLook *look)
{
  static const char *const beyond[] = { "rotate", "textLength", NULL };
  SvgReader *reader = writing->reader;
  Positions positions = { numbers_of (reader, element, "x", reader->frame.width),
                          numbers_of (reader, element, "y", reader->frame.height), 0 };
  const char *space = element_attribute (element, "space");
  gboolean is_kept = look->keeps_space || (space && strcmp (space, "preserve") == 0);
  SvgLook own = *look;

  own.keeps_space = is_kept;
  for (guint i = 0; beyond[i]; i++)
    if (element_attribute (element, beyond[i]))
      svg_beyond (reader, element, "%s", beyond[i]);
  take_shifts (writing, element);
  resolve_shift (writing, element, look);
  for (const Element *child = element->first_child; child; child = child->next) {
    if (child->name == NULL) {
      g_autofree char *text = collapse (writing, child->text, child->length, is_kept);
      add_letters (writing, element, &own, &positions, text);
    } else if (element_is (child, "tspan") || element_is (child, "a")) {
      SvgLook inner = svg_look_of (reader, child, &own);
      if (!inner.is_gone)
        read_run (writing, child, &inner);
    } else if (!element_is (child, "title") && !element_is (child, "desc"))
      svg_beyond (reader, child, "<%s>", child->name);
  }
  g_array_unref (positions.x);
  g_array_unref (positions.y);
}

/* A space at the end of a chunk is not seen, and would move what is anchored at its middle. */
static void
trim_chunks (SvgReader *reader, guint first)
{
  for (guint i = first; i < reader->drawing->paths->len; i++) {
    const DrawPath *path = reader->drawing->paths->pdata[i];
    if (path->kind != DRAW_TEXT || path->spans->len == 0)
      continue;
    DrawSpan *last = &g_array_index (path->spans, DrawSpan, path->spans->len - 1);
    while (last->length > 0 && last->text[last->length - 1] == ' ')
      last->length--;
  }
}

void
svg_read_text (SvgReader *reader, const Element *element, const SvgLook *look)
{
  Writing writing = { .reader = reader, .at_space = TRUE };
  guint first = reader->drawing->paths->len;

  if (!(look->font_size > 0))
    return;
  read_run (&writing, element, look);
  trim_chunks (reader, first);
}
