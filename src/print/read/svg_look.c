/* SPDX-License-Identifier: MIT */
#include "print/read/svg_look.h"

#include "base/i18n.h"
#include "base/svg.h"
#include "print/read/name.h"
#include "print/read/number.h"
#include "print/read/path.h"

#include <math.h>
#include <string.h>

/* What a value is read with. */
typedef struct {
  SvgLook *look;
  const char *text; /* without white space around it, and ends with NUL */
  const char *given;
  const SvgFrame *frame;
} Setting;

/* --- values --- */

gboolean
svg_length (const char *text, gsize length, double whole, double font_size, double *value)
{
  static const struct {
    const char *name;
    double factor;
  } units[] = { { "", 1 },           { "px", 1 },         { "pt", 4 / 3.0 }, { "pc", 16 },
                { "mm", 96 / 25.4 }, { "cm", 96 / 2.54 }, { "in", 96 },      { "q", 96 / 101.6 } };
  const char *p = text, *end = text + length;

  while (p < end && g_ascii_isspace (*p))
    p++;
  while (end > p && g_ascii_isspace (end[-1]))
    end--;
  if (!number_read (&p, end, value))
    return FALSE;
  g_autofree char *unit = g_ascii_strdown (p, end - p);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].name) == 0) {
      *value *= units[i].factor;
      return TRUE;
    }
  double relative = strcmp (unit, "%") == 0    ? whole / 100
                    : strcmp (unit, "em") == 0 ? font_size
                    : strcmp (unit, "ex") == 0 ? font_size / 2
                                               : NAN;
  *value *= relative;
  return isfinite (*value);
}

static gboolean
read_length (const Setting *setting, double whole, double *value)
{
  return svg_length (setting->text, strlen (setting->text), whole, setting->look->font_size, value);
}

static double
diagonal (const SvgFrame *frame)
{
  return sqrt ((frame->width * frame->width + frame->height * frame->height) / 2);
}

static SvgVerdict
verdict (gboolean is_good)
{
  return is_good ? SVG_GOOD : SVG_BROKEN;
}

/* `text` among words; −1 when it is none. */
static int
word_of (const char *text, const char *const *words)
{
  for (int i = 0; words[i]; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return i;
  return -1;
}

/* url(#id), with what stands behind it. FALSE when it is none. */
static gboolean
read_reference (const Setting *setting, const char **id, gsize *length, const char **rest)
{
  const char *p = setting->given;

  p += strspn (p, " \t\r\n");
  if (g_ascii_strncasecmp (p, "url(", 4) != 0)
    return FALSE;
  p += 4 + strspn (p + 4, " \t\r\n");
  char quote = *p == '"' || *p == '\'' ? *p++ : ')';
  if (*p != '#')
    return FALSE;
  *id = p + 1;
  *length = strcspn (p + 1, (char[]){ quote, ' ', '\0' });
  const char *end = strchr (p, ')');
  *rest = end ? end + 1 : p + strlen (p);
  return *length > 0 && end != NULL;
}

static gboolean
read_opacity (const char *text, double *opacity)
{
  gboolean is_good = svg_length (text, strlen (text), 1, 1, opacity);
  *opacity = CLAMP (*opacity, 0, 1);
  return is_good;
}

/* rgba() and #rrggbbaa say how opaque they are, too. */
static gboolean
read_colour (const Setting *setting, const char *text, Colour *colour, double *opacity)
{
  gsize length = strlen (text);
  const char *slash;

  *opacity = 1;
  if (g_ascii_strcasecmp (text, "currentcolor") == 0) {
    *colour = setting->look->colour;
    return TRUE;
  }
  if (colour_parse (text, length, colour))
    return TRUE;
  if (*text == '#' && (length == 9 || length == 5)) {
    g_autofree char *opaque = g_strndup (text, length - (length == 9 ? 2 : 1));
    const char *digits = text + strlen (opaque);
    guint64 alpha = g_ascii_strtoull (digits, NULL, 16);
    *opacity = length == 9 ? alpha / 255.0 : alpha / 15.0;
    return colour_parse (opaque, strlen (opaque), colour);
  }
  if (g_ascii_strncasecmp (text, "rgba(", 5) != 0 && g_ascii_strncasecmp (text, "rgb(", 4) != 0)
    return FALSE;
  slash = strchr (text, '/');
  const char *last = slash ? slash : strrchr (text, ',');
  if (last == NULL)
    return FALSE;
  g_autofree char *alpha = g_strndup (last + 1, strcspn (last + 1, ")"));
  const char *numbers = strchr (text, '(') + 1;
  g_autofree char *opaque = g_strdup_printf ("rgb(%.*s)", (int) (last - numbers), numbers);
  return read_opacity (alpha, opacity) && colour_parse (opaque, strlen (opaque), colour);
}

/* --- paints --- */

static SvgVerdict
set_paint (const Setting *setting, SvgPaint *paint)
{
  const char *id, *rest;
  gsize length;
  double alpha = 1;

  if (g_ascii_strcasecmp (setting->text, "none") == 0) {
    paint->is_painted = FALSE;
    paint->server = NULL;
    return SVG_GOOD;
  }
  if (strncmp (setting->text, "context-", 8) == 0)
    return SVG_BEYOND;
  if (read_reference (setting, &id, &length, &rest)) {
    paint->is_painted = TRUE;
    paint->server = id;
    paint->server_length = length;
    return SVG_GOOD;
  }
  if (!read_colour (setting, setting->text, &paint->colour, &alpha))
    return SVG_BROKEN;
  paint->is_painted = !paint->colour.is_clear && alpha > 0;
  paint->server = NULL;
  paint->alpha = alpha;
  return SVG_GOOD;
}

static SvgVerdict
set_fill (const Setting *setting)
{
  return set_paint (setting, &setting->look->fill);
}

static SvgVerdict
set_stroke (const Setting *setting)
{
  return set_paint (setting, &setting->look->stroke);
}

static SvgVerdict
set_fill_opacity (const Setting *setting)
{
  return verdict (read_opacity (setting->text, &setting->look->fill.opacity));
}

static SvgVerdict
set_stroke_opacity (const Setting *setting)
{
  return verdict (read_opacity (setting->text, &setting->look->stroke.opacity));
}

static SvgVerdict
set_opacity (const Setting *setting)
{
  return verdict (read_opacity (setting->text, &setting->look->opacity));
}

static SvgVerdict
set_colour (const Setting *setting)
{
  double alpha;
  Colour colour;
  if (!read_colour (setting, setting->text, &colour, &alpha))
    return SVG_BROKEN;
  setting->look->colour = colour;
  return SVG_GOOD;
}

static SvgVerdict
set_stop_colour (const Setting *setting)
{
  double alpha;
  if (!read_colour (setting, setting->text, &setting->look->stop_colour, &alpha))
    return SVG_BROKEN;
  setting->look->stop_opacity *= alpha;
  return SVG_GOOD;
}

static SvgVerdict
set_stop_opacity (const Setting *setting)
{
  return verdict (read_opacity (setting->text, &setting->look->stop_opacity));
}

/* --- lines --- */

static SvgVerdict
set_stroke_width (const Setting *setting)
{
  double width;
  if (!read_length (setting, diagonal (setting->frame), &width) || width < 0)
    return SVG_BROKEN;
  setting->look->stroke_width = width;
  return SVG_GOOD;
}

static SvgVerdict
set_cap (const Setting *setting)
{
  static const char *const words[] = { "butt", "round", "square", NULL };
  int cap = word_of (setting->text, words);
  if (cap >= 0)
    setting->look->cap = (LineCap) cap;
  return verdict (cap >= 0);
}

static SvgVerdict
set_join (const Setting *setting)
{
  static const char *const words[] = { "miter", "round", "bevel", "miter-clip", "arcs", NULL };
  int join = word_of (setting->text, words);
  if (join >= 0)
    setting->look->join = join <= (int) JOIN_BEVEL ? (LineJoin) join : JOIN_MITER;
  return verdict (join >= 0);
}

static SvgVerdict
set_miter_limit (const Setting *setting)
{
  double limit;
  if (!read_length (setting, 0, &limit) || limit < 1)
    return SVG_BROKEN;
  setting->look->miter_limit = limit;
  return SVG_GOOD;
}

/* As often as it takes to have as many dashes as gaps; all of nothing is a line. */
static SvgVerdict
set_dashes (const Setting *setting)
{
  g_auto (GStrv) words = g_strsplit_set (setting->text, ", \t\r\n", -1);
  double dashes[MOST_DASHES], sum = 0;
  guint n = 0;

  setting->look->n_dashes = 0;
  if (g_ascii_strcasecmp (setting->text, "none") == 0)
    return SVG_GOOD;
  for (char **word = words; *word; word++) {
    if (**word == '\0')
      continue;
    if (n == MOST_DASHES)
      return SVG_BEYOND;
    if (!svg_length (*word, strlen (*word), diagonal (setting->frame), setting->look->font_size,
                     &dashes[n])
        || dashes[n] < 0)
      return SVG_BROKEN;
    sum += dashes[n++];
  }
  if (n % 2 == 1 && 2 * n > MOST_DASHES)
    return SVG_BEYOND;
  if (n % 2 == 1) {
    memcpy (dashes + n, dashes, n * sizeof (double));
    n *= 2;
  }
  memcpy (setting->look->dashes, dashes, n * sizeof (double));
  setting->look->n_dashes = sum > 0 ? n : 0;
  return SVG_GOOD;
}

static SvgVerdict
set_dash_offset (const Setting *setting)
{
  return verdict (read_length (setting, diagonal (setting->frame), &setting->look->dash_offset));
}

static SvgVerdict
set_rule (const Setting *setting, gboolean *is_even_odd)
{
  static const char *const words[] = { "nonzero", "evenodd", NULL };
  int rule = word_of (setting->text, words);
  if (rule >= 0)
    *is_even_odd = rule == 1;
  return verdict (rule >= 0);
}

static SvgVerdict
set_fill_rule (const Setting *setting)
{
  return set_rule (setting, &setting->look->is_even_odd);
}

static SvgVerdict
set_clip_rule (const Setting *setting)
{
  return set_rule (setting, &setting->look->clips_even_odd);
}

/* --- text --- */

/* Without quotation marks; generic families of screens are those without serifs. */
static SvgVerdict
set_families (const Setting *setting)
{
  g_autoptr (GString) families = g_string_new (NULL);
  g_auto (GStrv) names = g_strsplit (setting->text, ",", -1);

  for (char **name = names; *name; name++) {
    g_strdelimit (*name, "'\"", ' ');
    g_strstrip (*name);
    if (**name)
      g_string_append_printf (families, "%s%s", families->len ? "," : "", *name);
  }
  if (families->len > 0)
    setting->look->families = name_intern (families->str, families->len);
  return verdict (families->len > 0);
}

static SvgVerdict
set_font_size (const Setting *setting)
{
  static const char *const words[] = { "xx-small", "x-small",  "small",   "medium", "large",
                                       "x-large",  "xx-large", "smaller", "larger", NULL };
  static const double sizes[] = { 9, 10, 13, 16, 18, 24, 32 };
  double parent = setting->look->font_size, size;
  int word = word_of (setting->text, words);

  if (word >= 0)
    size = word < 7 ? sizes[word] : parent * (word == 7 ? 1 / 1.2 : 1.2);
  else if (!read_length (setting, parent, &size) || size < 0)
    return SVG_BROKEN;
  setting->look->font_size = size;
  return SVG_GOOD;
}

static SvgVerdict
set_weight (const Setting *setting)
{
  static const char *const words[] = { "normal", "bold", "bolder", "lighter", NULL };
  static const guint weights[] = { 400, 700, 700, 300 };
  int word = word_of (setting->text, words);
  double weight = 0;

  if (word < 0 && (!read_length (setting, 0, &weight) || weight < 1 || weight > 1000))
    return SVG_BROKEN;
  setting->look->font_weight =
    word >= 0 ? weights[word] : (guint) CLAMP ((weight + 50) / 100, 1, 9) * 100;
  return SVG_GOOD;
}

static SvgVerdict
set_slant (const Setting *setting)
{
  setting->look->is_italic = g_ascii_strcasecmp (setting->text, "normal") != 0;
  return SVG_GOOD;
}

static SvgVerdict
set_anchor (const Setting *setting)
{
  static const char *const words[] = { "start", "middle", "end", NULL };
  int anchor = word_of (setting->text, words);
  if (anchor >= 0)
    setting->look->anchor = (TextAnchor) anchor;
  return verdict (anchor >= 0);
}

static SvgVerdict
set_letter_spacing (const Setting *setting)
{
  double spacing = 0;
  if (g_ascii_strcasecmp (setting->text, "normal") != 0
      && !read_length (setting, setting->look->font_size, &spacing))
    return SVG_BROKEN;
  setting->look->letter_spacing = spacing;
  return SVG_GOOD;
}

/* Where the point of a text lies in its letters: about what browsers find in text faces. */
static SvgVerdict
set_baseline (const Setting *setting)
{
  static const struct {
    const char *name;
    double raise;
  } rows[] = {
    { "auto", 0 },           { "alphabetic", 0 },         { "baseline", 0 },
    { "middle", 0.25 },      { "central", 0.35 },         { "hanging", 0.75 },
    { "ideographic", -0.2 }, { "text-after-edge", -0.2 }, { "text-before-edge", 0.9 },
    { "text-bottom", -0.2 }, { "text-top", 0.9 },         { "mathematical", 0.4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_ascii_strcasecmp (setting->text, rows[i].name) == 0) {
      setting->look->raise = rows[i].raise;
      return SVG_GOOD;
    }
  return SVG_BROKEN;
}

static SvgVerdict
set_decoration (const Setting *setting)
{
  static const char *const words[] = { "none", "underline", "line-through", "overline", NULL };
  static const guint masks[] = { 0, 1, 2, 4 };
  g_auto (GStrv) parts = g_strsplit_set (setting->text, " \t\r\n", -1);

  setting->look->decoration = 0;
  for (char **part = parts; *part; part++) {
    int word = word_of (*part, words);
    if (word >= 0)
      setting->look->decoration |= masks[word];
  }
  return SVG_GOOD;
}

static SvgVerdict
set_white_space (const Setting *setting)
{
  setting->look->keeps_space = g_str_has_prefix (setting->text, "pre");
  return SVG_GOOD;
}

/* --- the element --- */

static SvgVerdict
set_transform (const Setting *setting)
{
  Matrix matrix;

  if (g_ascii_strcasecmp (setting->text, "none") == 0)
    return SVG_GOOD;
  if (!matrix_parse (setting->text, &matrix))
    return SVG_BROKEN;
  setting->look->matrix = matrix_times (setting->look->matrix, matrix);
  return SVG_GOOD;
}

static SvgVerdict
set_clip_path (const Setting *setting)
{
  const char *rest;

  setting->look->clip = NULL;
  if (g_ascii_strcasecmp (setting->text, "none") == 0)
    return SVG_GOOD;
  return read_reference (setting, &setting->look->clip, &setting->look->clip_length, &rest)
           ? SVG_GOOD
           : SVG_BEYOND;
}

static SvgVerdict
set_display (const Setting *setting)
{
  setting->look->is_gone = g_ascii_strcasecmp (setting->text, "none") == 0;
  return SVG_GOOD;
}

static SvgVerdict
set_visibility (const Setting *setting)
{
  setting->look->is_hidden = g_ascii_strcasecmp (setting->text, "visible") != 0;
  return SVG_GOOD;
}

#define A_COLOUR N_ ("write a colour, none or currentColor")
#define A_NUMBER N_ ("write a number, in units of viewBox")

/* What is set; and what is asked for when it is done anyway. */
static const struct {
  const char *name;
  SvgVerdict (*set) (const Setting *setting);
  const char *fine; /* of those that are not set: values that ask for nothing; "*": any */
  const char *advice;
} properties[] = {
  { "color", set_colour, NULL, A_COLOUR }, /* before what refers to it */
  { "font-size", set_font_size, NULL, A_NUMBER },
  { "fill", set_fill, NULL, A_COLOUR },
  { "stroke", set_stroke, NULL, A_COLOUR },
  { "fill-opacity", set_fill_opacity, NULL, N_ ("write a number from 0 to 1") },
  { "stroke-opacity", set_stroke_opacity, NULL, N_ ("write a number from 0 to 1") },
  { "opacity", set_opacity, NULL, N_ ("write a number from 0 to 1") },
  { "stroke-width", set_stroke_width, NULL, A_NUMBER },
  { "stroke-linecap", set_cap, NULL, N_ ("write butt, round or square") },
  { "stroke-linejoin", set_join, NULL, N_ ("write miter, round or bevel") },
  { "stroke-miterlimit", set_miter_limit, NULL, N_ ("write a number from 1") },
  { "stroke-dasharray", set_dashes, NULL, N_ ("write lengths of dashes and gaps: 4 2") },
  { "stroke-dashoffset", set_dash_offset, NULL, A_NUMBER },
  { "fill-rule", set_fill_rule, NULL, N_ ("write evenodd or nonzero") },
  { "clip-rule", set_clip_rule, NULL, N_ ("write evenodd or nonzero") },
  { "clip-path", set_clip_path, NULL, N_ ("name a <clipPath>: url(#a)") },
  { "transform", set_transform, NULL, N_ ("write translate(), scale(), rotate() or matrix()") },
  { "display", set_display, NULL, NULL },
  { "visibility", set_visibility, NULL, NULL },
  { "stop-color", set_stop_colour, NULL, A_COLOUR },
  { "stop-opacity", set_stop_opacity, NULL, N_ ("write a number from 0 to 1") },
  { "font-family", set_families, NULL, NULL },
  { "font-weight", set_weight, NULL, N_ ("write normal, bold, or a number from 100 to 900") },
  { "font-style", set_slant, NULL, NULL },
  { "text-anchor", set_anchor, NULL, N_ ("write start, middle or end") },
  { "letter-spacing", set_letter_spacing, NULL, A_NUMBER },
  { "dominant-baseline", set_baseline, NULL, NULL },
  { "alignment-baseline", set_baseline, NULL, NULL },
  { "text-decoration", set_decoration, NULL, NULL },
  { "text-decoration-line", set_decoration, NULL, NULL },
  { "white-space", set_white_space, NULL, NULL },
  { "mask", NULL, "none", N_ ("cut the drawing itself") },
  { "filter", NULL, "none", N_ ("leave it out") },
  { "marker", NULL, "none", N_ ("draw the ends of the lines") },
  { "marker-start", NULL, "none", N_ ("draw the ends of the lines") },
  { "marker-mid", NULL, "none", N_ ("draw the ends of the lines") },
  { "marker-end", NULL, "none", N_ ("draw the ends of the lines") },
  { "mix-blend-mode", NULL, "normal", N_ ("write the colour itself") },
  { "baseline-shift", NULL, "0|0%|0px|baseline", N_ ("give the text its y") },
  { "writing-mode", NULL, "lr|lr-tb|horizontal-tb", N_ ("turn the text with transform") },
  { "vector-effect", NULL, "none", N_ ("leave it out") },
  { "paint-order", NULL, "normal|fill|fill stroke|fill stroke markers|markers fill stroke",
    N_ ("draw the line first, and the surface above it") },
  { "word-spacing", NULL, "normal|0|0px", N_ ("give each word its x") },
  { "text-transform", NULL, "none", N_ ("write the letters themselves") },
  { "font-variant", NULL, "normal|none", N_ ("write the letters themselves") },
  { "font-variant-caps", NULL, "normal", N_ ("write the letters themselves") },
  { "transform-origin", NULL, "0 0|0px 0px|0|left top", N_ ("write rotate(angle, x, y)") },
};

SvgLook
svg_look_initial (Colour colour)
{
  return (
    SvgLook){ .fill = { .is_painted = TRUE, .colour = COLOUR_BLACK, .alpha = 1, .opacity = 1 },
              .stroke = { .colour = COLOUR_BLACK, .alpha = 1, .opacity = 1 },
              .stroke_width = 1,
              .miter_limit = 4,
              .colour = colour,
              .font_size = 16,
              .font_weight = 400,
              .matrix = MATRIX_SAME,
              .opacity = 1,
              .stop_colour = COLOUR_BLACK,
              .stop_opacity = 1 };
}

SvgLook
svg_look_inherit (const SvgLook *parent)
{
  SvgLook look = *parent;

  look.opacity = look.stop_opacity = 1;
  look.clip = NULL;
  look.is_gone = FALSE;
  look.stop_colour = COLOUR_BLACK;
  return look;
}

static gboolean
is_fine (const char *text, const char *fine)
{
  g_auto (GStrv) values = g_strsplit (fine, "|", -1);
  return g_strv_contains ((const char *const *) values, text);
}

SvgVerdict
svg_look_set (SvgLook *look, const char *name, const char *value, gsize length,
              const SvgFrame *frame)
{
  g_autofree char *text = g_strndup (value, length);
  const Setting setting = { look, g_strstrip (text), value, frame };

  if (strcmp (text, "inherit") == 0 || *text == '\0')
    return SVG_GOOD;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    if (strcmp (properties[i].name, name) != 0)
      continue;
    if (properties[i].set)
      return properties[i].set (&setting);
    return is_fine (text, properties[i].fine) ? SVG_GOOD : SVG_BEYOND;
  }
  return g_strv_contains (svg_properties, name) ? SVG_GOOD : SVG_UNKNOWN;
}

const char *
svg_look_advice (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (properties[i].name, name) == 0)
      return properties[i].advice ? _ (properties[i].advice) : NULL;
  return NULL;
}
