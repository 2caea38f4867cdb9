/* SPDX-License-Identifier: MIT */
#include "print/read/drawing.h"

#include "render/qr.h"

#include "../../support.h"

#include <math.h>

typedef struct {
  Report *report;
  Markup *markup;
  PathStore *paths;
  Drawing *drawing;
} Drawn;

static void
drawn_clear (Drawn *drawn)
{
  drawing_free (drawn->drawing);
  path_store_free (drawn->paths);
  markup_free (drawn->markup);
  report_free (drawn->report);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

static void
draw (Drawn *drawn, const char *svg)
{
  Source source = { "a.html", svg, strlen (svg) };

  drawn->report = report_new ();
  drawn->markup = markup_read (&source, drawn->report);
  g_assert_nonnull (drawn->markup);
  drawn->paths = path_store_new ();
  const Faults faults = { &source, NULL, drawn->report };
  drawn->drawing =
    drawing_new (drawn->markup->root, (Colour){ 1, 2, 3, FALSE }, drawn->paths, &faults);
}

static void
show_text (const DrawPath *path, GString *text)
{
  g_string_append_printf (text, "text %g,%g", path->x, path->y);
  for (guint i = 0; i < path->spans->len; i++) {
    const DrawSpan *span = &g_array_index (path->spans, DrawSpan, i);
    if (span->length > 0)
      g_string_append_printf (text, " “%.*s”", (int) span->length, span->text);
    if (span->dx != 0 || span->dy != 0)
      g_string_append_printf (text, " %g,%g", span->dx, span->dy);
  }
}

static void
show_fill (const DrawPath *path, GString *text)
{
  const DrawGradient *gradient = path->fill.gradient;

  if (gradient)
    g_string_append_printf (text, "fill %u stops %gx%g", gradient->stops->len, gradient->matrix.xx,
                            gradient->matrix.yy);
  else
    g_string_append_printf (text, "fill %02x%02x%02x%s", path->fill.colour.red,
                            path->fill.colour.green, path->fill.colour.blue,
                            path->is_even_odd ? " evenodd" : "");
  if (path->fill.transparency > 0)
    g_string_append_printf (text, " clear %g", path->fill.transparency);
}

/* Each path: its points, whether it closes, how it is painted. Caller frees. */
static char *
show (const Drawing *drawing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < drawing->paths->len; i++) {
    const DrawPath *path = drawing->paths->pdata[i];
    g_string_append_printf (text, "%s", i ? "; " : "");
    if (path->kind == DRAW_GROUP_END)
      g_string_append (text, "end");
    else if (path->kind == DRAW_GROUP) {
      g_string_append (text, path->clips ? "group clip" : "group");
      if (path->transparency > 0)
        g_string_append_printf (text, " %g", path->transparency);
    } else if (path->kind == DRAW_TEXT)
      show_text (path, text);
    if (path->kind != DRAW_SHAPE)
      continue;
    for (guint j = 0; j < path->steps->len; j++) {
      const DrawStep *step = &g_array_index (path->steps, DrawStep, j);
      guint last = step->verb == DRAW_CURVE ? 2 : 0;
      if (step->verb == DRAW_CLOSE)
        g_string_append (text, "z ");
      else
        g_string_append_printf (text, "%g,%g ", round (step->points[last].x * 1000) / 1000 + 0.0,
                                round (step->points[last].y * 1000) / 1000 + 0.0);
    }
    if (path->fill.is_painted)
      show_fill (path, text);
    if (path->stroke.is_painted)
      g_string_append_printf (text, "%sstroke %02x%02x%02x %g", path->fill.is_painted ? " " : "",
                              path->stroke.colour.red, path->stroke.colour.green,
                              path->stroke.colour.blue, path->stroke_width);
  }
  return g_string_free (text, FALSE);
}

static void
test_drawn (void)
{
  static const struct {
    const char *inside, *shown;
  } rows[] = {
    { "", "" },
    { "<path d='M0 0h1z'/>", "0,0 1,0 z fill 000000" },
    { "<rect x='1' y='2' width='3' height='4' fill='#fff'/>", "1,2 4,2 4,6 1,6 z fill ffffff" },
    { "<rect width='100%' height='50%' fill='red'/>", "0,0 20,0 20,5 0,5 z fill ff0000" },
    { "<rect width='3px' height='0'/>", "" },
    { "<rect width='4' height='4' rx='1'/>", "1,0 3,0 4,1 4,3 3,4 1,4 0,3 0,1 1,0 z fill 000000" },
    { "<circle cx='5' cy='5' r='2'/>", "7,5 5,7 3,5 5,3 7,5 z fill 000000" },
    { "<ellipse rx='1' ry='2'/>", "1,0 0,2 -1,0 0,-2 1,0 z fill 000000" },
    { "<line x2='5' y2='5' stroke='black'/>", "0,0 5,5 fill 000000 stroke 000000 1" },
    { "<polygon points='0,0 1,0 1,1' fill='none' stroke='#00f' stroke-width='2'/>",
      "0,0 1,0 1,1 z stroke 0000ff 2" },
    { "<polyline points='0,0 1,0 1,1' fill='none' stroke='#00f'/>", "0,0 1,0 1,1 stroke 0000ff 1" },
    { "<path d='M0 0h1' fill='currentColor'/>", "0,0 1,0 fill 010203" },
    { "<path d='M0 0h1' fill='none'/>", "" },
    { "<path d='M0 0h1' fill='transparent'/>", "" },
    { "<path d='M0 0h1' fill='none' stroke='red' stroke-width='0'/>", "" },
    { "<path d='M0 0h1' fill-rule='evenodd'/>", "0,0 1,0 fill 000000 evenodd" },
    { "<g fill='red' stroke='blue'><path d='M0 0h1' fill='none'/><path d='M0 0h1'/></g><path d='M0 "
      "0h1'/>",
      "0,0 1,0 stroke 0000ff 1; 0,0 1,0 fill ff0000 stroke 0000ff 1; 0,0 1,0 fill 000000" },
    { "<g transform='translate(10,0)'><g transform='scale(2)'><path d='M1 1h1' "
      "stroke='red'/></g></g>",
      "12,2 14,2 fill 000000 stroke ff0000 2" },
    { "<rect width='1' height='1' transform='rotate(90)'/>", "0,0 0,1 -1,1 -1,0 z fill 000000" },
    { "<title>A</title><desc>B</desc><defs/><metadata><x/></metadata>text", "" },
    { "<path d='M0 0h1' stroke-linejoin='miter' opacity='1'/>", "0,0 1,0 fill 000000" },
    { "<path d='' class='x' id='y' data-z='1'/>", "" },
    { "<rect width='1in' height='1'/>", "0,0 96,0 96,1 0,1 z fill 000000" },
    { "<path d='M0 0h1' transform='skewX(45) translate(0 2)'/>", "2,2 3,2 fill 000000" },
    /* Attributes, rules, styles: the later is the stronger. */
    { "<style>path { fill: red } .a { fill: blue }</style><path class='a' d='M0 0h1'/>",
      "0,0 1,0 fill 0000ff" },
    { "<style>.a { fill: blue }</style><path class='a' d='M0 0h1' style='fill:#0f0' "
      "fill='red'/><path class='a' d='M0 0h1' fill='red'/>",
      "0,0 1,0 fill 00ff00; 0,0 1,0 fill 0000ff" },
    { "<g color='red'><path d='M0 0h1' style='fill: currentColor; color: blue'/></g>",
      "0,0 1,0 fill 0000ff" },
    { "<g display='none'><path d='M0 0h1'/></g><path visibility='hidden' d='M0 0h1'/>", "" },
    /* What is named. */
    { "<defs><path id='a' d='M0 0h1'/></defs><use href='#a' x='3' fill='red'/>",
      "3,0 4,0 fill ff0000" },
    { "<g id='a'><path d='M0 0h1'/></g><use href='#a' transform='translate(0 1)'/>",
      "0,0 1,0 fill 000000; 0,1 1,1 fill 000000" },
    { "<symbol id='a' viewBox='0 0 2 2'><path d='M0 0h1'/></symbol><use href='#a' width='4' "
      "height='4'/>",
      "group clip; 0,0 2,0 fill 000000; end" },
    { "<switch><g requiredExtensions='x'/><path d='M0 0h1'/><path d='M0 0h9'/></switch>",
      "0,0 1,0 fill 000000" },
    { "<clipPath id='a'><rect width='1' height='1'/></clipPath><g clip-path='url(#a)'><path d='M0 "
      "0h1'/></g>",
      "group clip; 0,0 1,0 fill 000000; end" },
    { "<g opacity='.5'><path d='M0 0h1'/></g>", "group 0.5; 0,0 1,0 fill 000000; end" },
    { "<path d='M0 0h1' opacity='.5' fill-opacity='.5'/>", "0,0 1,0 fill 000000 clear 0.75" },
    { "<linearGradient id='a'><stop stop-color='red'/><stop offset='1' "
      "stop-color='blue'/></linearGradient><rect width='2' height='1' fill='url(#a)'/>",
      "0,0 2,0 2,1 0,1 z fill 2 stops 2x1" },
    { "<linearGradient id='a'><stop stop-color='red' stop-opacity='.5'/></linearGradient><rect "
      "width='2' height='1' fill='url(#a)'/>",
      "0,0 2,0 2,1 0,1 z fill ff0000 clear 0.5" },
    { "<text x='1' y='2'> một  <tspan dy='1'>hai</tspan> </text>", "text 1,2 “một ” “hai” 0,1" },
    { "<text x='1 2' y='3'>ab<tspan x='9'>c</tspan></text>",
      "text 1,3 “a”; text 2,3 “b”; text 9,3 “c”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *svg =
      g_strconcat ("<svg viewBox='0 0 20 10' style='width: 30mm'>", rows[i].inside, "</svg>", NULL);
    g_auto (Drawn) drawn;
    g_test_message ("%s", rows[i].inside);
    draw (&drawn, svg);
    g_autofree char *shown = show (drawn.drawing);
    g_autofree char *faults = report_text (drawn.report);
    g_assert_cmpstr (shown, ==, rows[i].shown);
    g_assert_cmpstr (faults, ==, "");
  }
}

static void
test_faults (void)
{
  static const struct {
    const char *inside, *fault;
  } rows[] = {
    { "<txt>a</txt>", "a.html:2: error: <txt> is not drawn\n" },
    { "<image href='a.png'/>", "a.html:2: error: a picture in the drawing cannot be read\n" },
    { "<use href='#a'/>", "a.html:2: error: there is no “#a” in this drawing\n" },
    { "<path d='M0 0X'/>", "a.html:2: error: the path is broken at “X”\n" },
    { "<path d='M0 0h1' fill='url(#a)'/>", "a.html:2: error: there is no “#a” in this drawing\n" },
    { "<g clip-path='url(#a)'/>", "a.html:2: error: there is no “#a” in this drawing\n" },
    { "<path d='M0 0h1' fill='reddish'/>", "a.html:2: error: “fill=reddish” is not drawn\n" },
    { "<path d='M0 0h1' stroke-dasharray='1 -2'/>",
      "a.html:2: error: “stroke-dasharray=1 -2” is not drawn\n" },
    { "<path d='M0 0h1' stroke-width='-1'/>", "a.html:2: error: “stroke-width=-1” is not drawn\n" },
    { "<path d='M0 0h1' style='stroke-linecap: sharp'/>",
      "a.html:2: error: “stroke-linecap=sharp” is not drawn\n" },
    { "<path d='M0 0h1' transform='turn(3)'/>",
      "a.html:2: error: “transform=turn(3)” is not drawn\n" },
    { "<rect width='3furlongs' height='1'/>", "a.html:2: error: “width=3furlongs” is not drawn\n" },
    /* Drawn all the same. */
    { "<path d='M0 0h1' filter='url(#a)'/>",
      "a.html:2: warning: “filter: url(#a)” is not drawn as a vector: the drawing is painted in "
      "dots, 300 an inch\n" },
    { "<textPath/>", "a.html:2: warning: “<textPath>” is not drawn as a vector: the drawing is "
                     "painted in dots, 300 an inch\n" },
    { "<polygon points='0,0 1'/>", "a.html:2: error: this is not a valid list of points\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *svg =
      g_strconcat ("<svg viewBox='0 0 20 10'>\n", rows[i].inside, "</svg>", NULL);
    g_auto (Drawn) drawn;
    draw (&drawn, svg);
    g_autofree char *faults = report_faults (drawn.report);
    g_assert_cmpstr (faults, ==, rows[i].fault);
  }
}

static void
test_frame (void)
{
  static const struct {
    const char *svg;
    double frame[4];
    const char *title;
    guint n_errors;
  } rows[] = {
    { "<svg viewBox='1 2 30 40'/>", { 1, 2, 30, 40 }, NULL, 0 },
    { "<svg viewBox='-1,-2, 30 40' width='30mm'><title>A</title></svg>",
      { -1, -2, 30, 40 },
      "A",
      0 },
    { "<svg viewBox='0 1 4 2'/>", { 0, 1, 4, 2 }, NULL, 0 },
    { "<svg width='30' height='40px' aria-label='B'><title>A</title></svg>",
      { 0, 0, 30, 40 },
      "B",
      0 },
    { "<svg aria-label=''><title>A</title></svg>", { 0, 0, 300, 150 }, "A", 0 },
    { "<svg width='1in'/>", { 0, 0, 96, 150 }, NULL, 0 },
    { "<svg viewBox='0 0 0 4'/>", { 0, 0, 150, 150 }, NULL, 1 },
    { "<svg viewBox='0 0 nan 4'/>", { 0, 0, 150, 150 }, NULL, 1 },
    { "<svg viewBox='0 0 1'/>", { 0, 0, 150, 150 }, NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Drawn) drawn;
    g_test_message ("%s", rows[i].svg);
    draw (&drawn, rows[i].svg);
    const Drawing *drawing = drawn.drawing;
    g_assert_cmpfloat (drawing->min_x, ==, rows[i].frame[0]);
    g_assert_cmpfloat (drawing->min_y, ==, rows[i].frame[1]);
    g_assert_cmpfloat (drawing->width, ==, rows[i].frame[2]);
    g_assert_cmpfloat (drawing->height, ==, rows[i].frame[3]);
    g_assert_cmpstr (drawing->title, ==, rows[i].title);
    g_assert_cmpuint (report_n_errors (drawn.report), ==, rows[i].n_errors);
  }
}

/* A code as our own qr.c writes it: a ground, and a path of bars, none of which leaves the ground.
 */
static void
test_code (void)
{
  g_autoptr (QrCode) code = qr_new ("https://vneid.gov.vn/huong-dan/phan-anh-an-ninh-trat-tu", 'M');
  g_autoptr (GString) svg = g_string_new (NULL);
  g_auto (Drawn) drawn;

  qr_svg (code, "Mã QR", svg);
  draw (&drawn, svg->str);
  g_assert_cmpuint (report_n_errors (drawn.report), ==, 0);
  g_assert_cmpstr (drawn.drawing->title, ==, "Mã QR");
  g_assert_cmpuint (drawn.drawing->paths->len, ==, 2);
  const DrawPath *bars = drawn.drawing->paths->pdata[1];
  g_assert_cmpuint (bars->steps->len, >, 1000);
  g_assert_cmpuint (bars->steps->len % 5, ==, 0);
  for (guint i = 0; i < bars->steps->len; i++) {
    const DrawStep *step = &g_array_index (bars->steps, DrawStep, i);
    if (step->verb == DRAW_CLOSE)
      continue;
    g_assert_cmpfloat (step->points[0].x, >=, QR_QUIET_ZONE);
    g_assert_cmpfloat (step->points[0].x, <=, drawn.drawing->width - QR_QUIET_ZONE);
  }
}

/* Kept paths are not changed by whoever shows them. */
static void
test_kept_paths (void)
{
  g_auto (Drawn) drawn = { 0 };
  draw (&drawn, "<svg><path d='M1 2h3'/><path d='M1 2h3' transform='translate(10 20)'/><path d='M1 "
                "2h3'/></svg>");
  const DrawPath *first = drawn.drawing->paths->pdata[0], *moved = drawn.drawing->paths->pdata[1],
                 *last = drawn.drawing->paths->pdata[2];

  g_assert_true (first->steps == last->steps);
  g_assert_cmpuint (first->number, ==, last->number);
  g_assert_cmpuint (first->number, >, 0);
  g_assert_cmpuint (moved->number, ==, 0);
  g_assert_cmpfloat (g_array_index (first->steps, DrawStep, 0).points[0].y, ==, 2);
  g_assert_cmpfloat (g_array_index (moved->steps, DrawStep, 0).points[0].y, ==, 22);
  g_assert_null (path_store_find (drawn.paths, "M1 2x"));
}

/* What is wrong with a path is said each time. */
static void
test_broken_paths (void)
{
  g_auto (Drawn) drawn = { 0 };
  draw (&drawn, "<svg><path d='M1 2h3 x'/><path d='M1 2h3 x'/></svg>");
  g_assert_cmpuint (report_n_errors (drawn.report), ==, 2);
}

/* It ends, and is said. */
static void
test_endless (void)
{
  g_auto (Drawn) drawn;

  draw (&drawn, "<svg><g id='a'><use href='#a'/><use href='#a'/></g></svg>");
  g_autofree char *faults = report_faults (drawn.report);
  g_assert_nonnull (strstr (faults, "error: the drawing repeats itself without an end"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/drawn", test_drawn);
  g_test_add_func ("/drawing/faults", test_faults);
  g_test_add_func ("/drawing/frame", test_frame);
  g_test_add_func ("/drawing/endless", test_endless);
  g_test_add_func ("/drawing/code", test_code);
  g_test_add_func ("/drawing/kept-paths", test_kept_paths);
  g_test_add_func ("/drawing/broken-paths", test_broken_paths);
  return g_test_run ();
}
