/* SPDX-License-Identifier: MIT */
/* Glyphs are shown with TJ, which moves by the widths the font declares; where a glyph was placed
 * elsewhere (kerning, justified spaces), a number of thousandths of an em stands between. A
 * cluster, the glyphs of one letter, is copied as what the font says its glyphs are; where the
 * source says something else (small capitals, ligatures of two kinds), /ActualText says it. */
#include "print/paint/text.h"

#include "print/paint/notation.h"

#include <math.h>

typedef struct {
  ContentStream *content;
  FontUse *use;
  const TextRun *run;
  double scale;        /* thousandths of an em in a point */
  double pen;          /* where the next glyph comes to stand, in thousandths, if nothing is said */
  double rise;         /* points, as set */
  gboolean in_array;   /* between [ and ]TJ */
  gboolean in_string;  /* between ( and ) */
  gboolean has_space;  /* one was added at its end */
  gboolean is_special; /* how it is shown depends on the document */
} TextLine;

/* --- glyphs --- */

static void
end_string (TextLine *line)
{
  if (line->in_string)
    g_string_append_c (line->content->out, ')');
  line->in_string = FALSE;
}

static void
end_array (TextLine *line)
{
  end_string (line);
  if (line->in_array)
    append_text (line->content->out, "]TJ\n");
  line->in_array = FALSE;
}

static void
begin_array (TextLine *line)
{
  if (!line->in_array)
    g_string_append_c (line->content->out, '[');
  line->in_array = TRUE;
}

static void
set_rise (TextLine *line, double rise)
{
  if (rise == line->rise)
    return;
  end_array (line);
  content_number (line->content, rise);
  content_operator (line->content, "Ts");
  line->rise = rise;
}

#define FARTHEST_GAP 1e6 /* thousandths; what is not a number is not below it either */

static void
move_pen (TextLine *line, double x)
{
  double gap = x - line->pen;
  if (!(fabs (gap) >= 0.5 && fabs (gap) < FARTHEST_GAP))
    return;
  begin_array (line);
  end_string (line);
  gint64 thousandths = llrint (gap);
  notation_integer (line->content->out, -thousandths);
  line->pen += thousandths;
}

static inline void
append_byte (GString *out, guchar byte)
{
  if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
    g_string_append_c (out, '\\');
  g_string_append_c (out, byte == '\r' ? 'r' : byte);
}

static void
show_id (TextLine *line, guint id)
{
  GString *out = line->content->out;
  begin_array (line);
  if (!line->in_string)
    g_string_append_c (out, '(');
  line->in_string = TRUE;
  append_byte (out, id >> 8);
  append_byte (out, id & 0xff);
  glyph_set_add (&line->use->used, id);
  line->pen += line->use->font->widths[id];
}

/* A glyph the face does not have is its box for missing ones. */
static guint
known_id (const TextLine *line, guint id)
{
  return id < line->use->font->n_glyphs ? id : 0;
}

static void
show_glyph (TextLine *line, const Glyph *glyph)
{
  set_rise (line, glyph->y == 0 ? 0 : notation_rounded (glyph->y));
  move_pen (line, glyph->x * line->scale);
  show_id (line, known_id (line, glyph->id));
}

/* --- clusters --- */

typedef struct {
  guint first, end; /* its glyphs */
  const char *text;
  gsize length;
  gsize n_spaces; /* bytes at the end of `length` that are spaces without a glyph */
} Cluster;

static gboolean
runs_along (const TextRun *run)
{
  for (guint i = 1; i < run->n_glyphs; i++)
    if (run->glyphs[i].text < run->glyphs[i - 1].text)
      return FALSE;
  return run->n_glyphs == 0 || run->glyphs[run->n_glyphs - 1].text <= run->length;
}

/* Glyphs go from left to right, and so does not all that is read. */
static gboolean
runs_backwards (const TextRun *run)
{
  for (guint i = 1; i < run->n_glyphs; i++)
    if (run->glyphs[i].text > run->glyphs[i - 1].text)
      return FALSE;
  return run->n_glyphs == 0 || run->glyphs[0].text <= run->length;
}

static Cluster
cluster_at (const TextRun *run, guint first)
{
  guint start = run->glyphs[first].text;
  guint end = first + 1;
  while (end < run->n_glyphs && run->glyphs[end].text == start)
    end++;
  gsize stop = end < run->n_glyphs ? run->glyphs[end].text : run->length;
  return (Cluster){ first, end, run->text + start, stop - start, 0 };
}

/* A letter with a glyph that says it, as nearly all are: the same as said_by_letters() finds,
 * without looking any further. */
static inline gboolean
is_plain (const TextLine *line, guint i)
{
  const TextRun *run = line->run;
  const Glyph *glyph = &run->glyphs[i];
  gsize end = i + 1 < run->n_glyphs ? run->glyphs[i + 1].text : run->length;
  gunichar letter = line->use->font->letters[known_id (line, glyph->id)];
  const guchar *text = (const guchar *) run->text + glyph->text;

  switch (letter ? end - glyph->text : 0) {
  case 1:
    return letter == text[0];
  case 2:
    return text[0] >= 0xc0 && letter == ((text[0] & 0x1fu) << 6 | (text[1] & 0x3fu));
  case 3:
    return text[0] >= 0xe0
           && letter == ((text[0] & 0xfu) << 12 | (text[1] & 0x3fu) << 6 | (text[2] & 0x3fu));
  default:
    return FALSE;
  }
}

/* How many bytes of the text the glyphs say by themselves, letter by letter, from its beginning. */
static gsize
said_by_letters (const TextLine *line, const Cluster *cluster)
{
  const char *p = cluster->text, *end = p + cluster->length;

  for (guint i = cluster->first; i < cluster->end; i++) {
    gunichar letter = line->use->font->letters[known_id (line, line->run->glyphs[i].id)];
    if (p >= end || letter == 0)
      return 0;
    gunichar c = g_utf8_get_char (p);
    if (c != letter
        && !(letter == ' ' && g_unichar_isspace (c))) /* a no-break space is found as a space */
      return 0;
    p = g_utf8_next_char (p);
  }
  return p - cluster->text;
}

static gboolean
are_spaces (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p >= end;
}

static gboolean
is_without_letters (const TextLine *line, const Cluster *cluster)
{
  for (guint i = cluster->first; i < cluster->end; i++)
    if (line->use->font->letters[known_id (line, line->run->glyphs[i].id)])
      return FALSE;
  return TRUE;
}

/* Glyphs without a letter of their own say what they stand for. */
static gboolean
is_said_by_use (TextLine *line, const Cluster *cluster)
{
  gboolean says = TRUE;

  line->is_special = TRUE;
  for (guint i = cluster->first; i < cluster->end; i++) {
    guint id = known_id (line, line->run->glyphs[i].id);
    if (line->use->font->letters[id] == 0)
      says &= font_use_says (line->use, id, cluster->text, cluster->length);
  }
  return says && cluster->end == cluster->first + 1 && is_without_letters (line, cluster);
}

/* TRUE when the cluster needs no /ActualText. */
static gboolean
speaks_for_itself (TextLine *line, Cluster *cluster)
{
  gsize said = said_by_letters (line, cluster);
  if (said > 0 && said == cluster->length)
    return TRUE;
  if (said > 0 && are_spaces (cluster->text + said, cluster->text + cluster->length)) {
    cluster->n_spaces = cluster->length - said;
    return TRUE;
  }
  return is_said_by_use (line, cluster);
}

static void
show_cluster (TextLine *line, const Cluster *cluster)
{
  for (guint i = cluster->first; i < cluster->end; i++)
    show_glyph (line, &line->run->glyphs[i]);
  /* Words on both sides of a line break would be copied as one. */
  if (cluster->n_spaces == 0 || line->use->font->space == 0)
    return;
  show_id (line, line->use->font->space);
  line->has_space = TRUE;
}

static void
begin_actual_text (TextLine *line, const char *text, gsize length)
{
  end_array (line);
  append_text (line->content->out, "/Span<</ActualText");
  notation_hex_text (line->content->out, text, length);
  content_operator (line->content, ">>BDC");
}

static void
end_actual_text (TextLine *line)
{
  end_array (line);
  content_operator (line->content, "EMC");
}

/* Shows a cluster under an /ActualText of its own. */
static void
show_told (TextLine *line, const Cluster *cluster)
{
  begin_actual_text (line, cluster->text, cluster->length);
  show_cluster (line, cluster);
  end_actual_text (line);
}

/* Shows clusters from `cluster` on, as many as need it, under one /ActualText. Returns what comes
 * after. */
static guint
show_replaced (TextLine *line, const Cluster *cluster)
{
  gsize length = cluster->length;
  guint end = cluster->end;

  while (end < line->run->n_glyphs) {
    Cluster next = cluster_at (line->run, end);
    if (speaks_for_itself (line, &next))
      break;
    length += next.length;
    end = next.end;
  }
  begin_actual_text (line, cluster->text, length);
  for (guint i = cluster->first; i < end; i++)
    show_glyph (line, &line->run->glyphs[i]);
  end_actual_text (line);
  return end;
}

static void
show_clusters (TextLine *line)
{
  for (guint i = 0; i < line->run->n_glyphs;) {
    if (is_plain (line, i)) {
      show_glyph (line, &line->run->glyphs[i++]);
      continue;
    }
    Cluster cluster = cluster_at (line->run, i);
    if (speaks_for_itself (line, &cluster)) {
      show_cluster (line, &cluster);
      i = cluster.end;
    } else {
      i = show_replaced (line, &cluster);
    }
  }
}

/* Readers turn around what is read from right to left, so each cluster says what is its own. */
static void
show_backwards (TextLine *line)
{
  const TextRun *run = line->run;
  gsize stop = run->length;

  for (guint i = 0; i < run->n_glyphs;) {
    Cluster cluster = cluster_at (run, i);
    cluster.length = stop - run->glyphs[i].text;
    stop = run->glyphs[i].text;
    i = cluster.end;
    if (speaks_for_itself (line, &cluster))
      show_cluster (line, &cluster);
    else
      show_told (line, &cluster);
  }
}

/* Text whose glyphs stand in no order is one cluster. */
static void
show_as_one (TextLine *line)
{
  const TextRun *run = line->run;
  Cluster whole = { 0, run->n_glyphs, run->text, run->length, 0 };
  is_said_by_use (line, &whole);
  show_told (line, &whole);
}

/* --- runs --- */

static void
show_anew (TextLine *line)
{
  GString *out = line->content->out;
  gsize start = out->len;

  if (runs_along (line->run))
    show_clusters (line);
  else if (runs_backwards (line->run))
    show_backwards (line);
  else
    show_as_one (line);
  set_rise (line, 0);
  end_array (line);
  if (!line->is_special)
    shown_store_keep (line->use->shown, line->run->number, out->str + start, out->len - start,
                      line->has_space);
}

static void
show_again (TextLine *line, const Shown *shown)
{
  append_piece (line->content->out, shown->bytes, shown->length);
  for (guint i = 0; i < line->run->n_glyphs; i++)
    glyph_set_add (&line->use->used, known_id (line, line->run->glyphs[i].id));
  if (shown->has_space)
    glyph_set_add (&line->use->used, line->use->font->space);
}

void
text_paint (ContentStream *content, FontUse *use, const TextRun *run, double x, double baseline)
{
  TextLine line = { .content = content, .use = use, .run = run };
  if (run->n_glyphs == 0 || !(run->size > 0 && run->size < G_MAXINT))
    return;
  line.scale = 1000 / run->size;
  if (!run->colour.is_clear)
    content_fill_colour (content, run->colour);
  content_text (content, use->number, run->size, x, baseline);
  if (run->colour.is_clear)
    content_operator (content, "3 Tr");
  const Shown *shown = shown_store_find (use->shown, run->number);
  if (shown)
    show_again (&line, shown);
  else
    show_anew (&line);
  if (run->colour.is_clear)
    content_operator (content, "0 Tr");
}

#define STRIKE_HEIGHT 0.4 /* of the height of capitals: through the middle of small letters */

void
text_decorate (ContentStream *content, const TextRun *run, double x, double baseline)
{
  const Face *face = run->face;
  const struct {
    Decoration kind;
    double height; /* of its middle, in ems above the baseline */
  } lines[] = {
    { DECORATION_UNDERLINE, face->underline_position },
    { DECORATION_STRIKE, face->cap_height * STRIKE_HEIGHT },
    { DECORATION_OVERLINE, face->ascent },
  };
  double thickness = face->underline_thickness * run->size;

  if (run->decoration == DECORATION_NONE || run->colour.is_clear)
    return;
  content_text_end (content);
  content_fill_colour (content, run->colour);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (run->decoration & lines[i].kind)
      content_rectangle (content, x, baseline - lines[i].height * run->size - thickness / 2,
                         run->width, thickness);
  content_operator (content, "f");
}
