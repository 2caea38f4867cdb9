/* SPDX-License-Identifier: MIT */
/* Pages made by hand, for tests of the painter: a tree of elements, real faces, runs shaped by
 * HarfBuzz, items where the test wants them. */
#pragma once

#include "base/arena.h"
#include "print/paint/pdf.h"

#include "../../support.h"

#include <hb-ot.h>

#define SERIF  "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
#define BOLD   "/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf"
#define ITALIC "/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf"
#define SANS   "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"

typedef struct {
  Arena *arena;
  Markup markup;
  Placement placement;
  PlacedPage *page; /* the last */
  GPtrArray *faces; /* Face */
  PdfFonts *fonts;
} Scene;

static const char *const no_classes[] = { NULL };

static inline Element *
scene_node (Scene *scene, Element *parent)
{
  Element *element = arena_alloc (scene->arena, sizeof (Element));
  element->index = scene->markup.n_elements++;
  element->classes = no_classes;
  element->parent = parent;
  if (parent == NULL)
    return element;
  element->previous = parent->last_child;
  if (parent->last_child)
    parent->last_child->next = element;
  else
    parent->first_child = element;
  parent->last_child = element;
  return element;
}

static inline Element *
scene_text (Scene *scene, Element *parent, const char *text)
{
  Element *element = scene_node (scene, parent);
  element->text = arena_copy (scene->arena, text);
  element->length = strlen (text);
  return element;
}

/* `attributes`: "name=value|name=value", or NULL. */
static inline Element *
scene_element (Scene *scene, Element *parent, const char *name, const char *attributes)
{
  Element *element = scene_node (scene, parent);
  g_auto (GStrv) pairs = g_strsplit (attributes ? attributes : "", "|", -1);
  guint n = g_strv_length (pairs);
  Attribute *list = arena_alloc (scene->arena, (n + 1) * sizeof (Attribute));

  element->name = g_intern_string (name);
  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
    list[i] = (Attribute){ g_intern_string (pair[0]), arena_copy (scene->arena, pair[1]) };
    if (g_str_equal (pair[0], "id"))
      element->id = g_intern_string (pair[1]);
  }
  element->attributes = list;
  element->n_attributes = n;
  return element;
}

static inline PlacedPage *
scene_page (Scene *scene, double width, double height)
{
  PlacedPage *page = g_new0 (PlacedPage, 1);
  page->style.width = width;
  page->style.height = height;
  for (guint side = 0; side < N_SIDES; side++)
    page->style.margin[side] = 56;
  page->number = scene->placement.pages->len + 1;
  page->items = g_array_new (FALSE, TRUE, sizeof (Placed));
  g_ptr_array_add (scene->placement.pages, page);
  return scene->page = page;
}

/* An A4 page with <html><body>. */
static inline Scene *
scene_new (void)
{
  Scene *scene = g_new0 (Scene, 1);
  scene->arena = arena_new ();
  scene->placement.pages = g_ptr_array_new ();
  scene->faces = g_ptr_array_new ();
  scene->fonts = pdf_fonts_new ();
  scene->markup.arena = scene->arena;
  scene->markup.root = scene_element (scene, NULL, "html", "lang=vi");
  scene_element (scene, scene->markup.root, "body", NULL);
  scene_page (scene, 595.276, 841.89);
  return scene;
}

static inline Element *
scene_body (Scene *scene)
{
  return scene->markup.root->last_child;
}

static inline void
scene_free (Scene *scene)
{
  pdf_fonts_free (scene->fonts);
  for (guint i = 0; i < scene->faces->len; i++) {
    Face *face = scene->faces->pdata[i];
    hb_face_destroy (face->hb);
    g_free (face->name);
    g_free (face->path);
    g_free (face);
  }
  for (guint i = 0; i < scene->placement.pages->len; i++) {
    PlacedPage *page = scene->placement.pages->pdata[i];
    g_array_free (page->items, TRUE);
    g_free (page);
  }
  g_ptr_array_free (scene->faces, TRUE);
  g_ptr_array_free (scene->placement.pages, TRUE);
  arena_free (scene->arena);
  g_free (scene);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)

static inline double
scene_metric (hb_font_t *font, hb_ot_metrics_tag_t tag, double otherwise)
{
  hb_position_t value;
  return hb_ot_metrics_get_position (font, tag, &value)
           ? value / (double) hb_face_get_upem (hb_font_get_face (font))
           : otherwise;
}

static inline char *
scene_font_name (hb_face_t *hb)
{
  char name[128];
  unsigned length = sizeof name;
  hb_ot_name_get_utf8 (hb, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string ("en", -1),
                       &length, name);
  return g_strdup (name);
}

static inline Face *
scene_face (Scene *scene, const char *path)
{
  for (guint i = 0; i < scene->faces->len; i++)
    if (g_str_equal (((Face *) scene->faces->pdata[i])->path, path))
      return scene->faces->pdata[i];
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  g_assert_nonnull (blob);
  Face *face = g_new0 (Face, 1);
  face->hb = hb_face_create (blob, 0);
  hb_blob_destroy (blob);
  face->name = scene_font_name (face->hb);
  face->path = g_strdup (path);
  face->units_per_em = hb_face_get_upem (face->hb);
  face->number = scene->faces->len;
  hb_font_t *font = hb_font_create (face->hb);
  face->ascent = scene_metric (font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 0.9);
  face->descent = scene_metric (font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -0.2);
  face->cap_height = scene_metric (font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0.65);
  face->underline_position = -0.1;
  face->underline_thickness = 0.05;
  hb_font_destroy (font);
  face->box[0] = -0.2;
  face->box[1] = -0.3;
  face->box[2] = 1.9;
  face->box[3] = 1.1;
  face->is_serif = strstr (path, "Serif") != NULL;
  face->weight = strstr (path, "Bold") ? 700 : 400;
  g_ptr_array_add (scene->faces, face);
  return face;
}

static inline TextRun *
scene_run (Scene *scene, const char *path, double size, const char *text)
{
  Face *face = scene_face (scene, path);
  TextRun *run = arena_alloc (scene->arena, sizeof (TextRun));
  hb_font_t *font = hb_font_create (face->hb);
  hb_buffer_t *buffer = hb_buffer_create ();
  double scale = size / face->units_per_em;

  hb_buffer_add_utf8 (buffer, text, -1, 0, -1);
  hb_buffer_guess_segment_properties (buffer);
  hb_shape (font, buffer, NULL, 0);
  guint n = hb_buffer_get_length (buffer);
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, NULL);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, NULL);
  Glyph *glyphs = arena_alloc (scene->arena, MAX (n, 1) * sizeof (Glyph));
  for (guint i = 0; i < n; i++) {
    double advance = positions[i].x_advance * scale;
    glyphs[i] =
      (Glyph){ infos[i].codepoint, infos[i].cluster, run->width + positions[i].x_offset * scale,
               positions[i].y_offset * scale, advance };
    run->width += advance;
  }
  hb_buffer_destroy (buffer);
  hb_font_destroy (font);
  run->face = face;
  run->size = size;
  run->colour = COLOUR_BLACK;
  run->glyphs = glyphs;
  run->n_glyphs = n;
  run->text = arena_copy (scene->arena, text);
  run->length = strlen (text);
  return run;
}

static inline Placed *
scene_add (Scene *scene, Placed item)
{
  g_array_append_val (scene->page->items, item);
  return &g_array_index (scene->page->items, Placed, scene->page->items->len - 1);
}

/* A run on a line of its own; it can be changed until the next item is added. */
static inline Placed *
scene_write (Scene *scene, const Element *element, const char *path, double size, const char *text,
             double x, double baseline)
{
  TextRun *run = scene_run (scene, path, size, text);
  return scene_add (scene, (Placed){ .kind = PLACED_TEXT,
                                     .element = element,
                                     .x = x,
                                     .y = baseline - size,
                                     .width = run->width,
                                     .height = size * 1.3,
                                     .text = { run, baseline } });
}

/* A paragraph of one line, with the element it needs. */
static inline Placed *
scene_line (Scene *scene, const char *name, const char *text, double baseline)
{
  Element *element = scene_element (scene, scene_body (scene), name, NULL);
  scene_text (scene, element, text);
  return scene_write (scene, element, SERIF, 13, text, 85, baseline);
}

static inline GString *
scene_pdf (Scene *scene, const PdfOptions *options, PdfFacts *facts)
{
  static const PdfOptions plain = { .title = "Thử", .created = "2026-03-05T05:30:00+07:00" };
  GString *out = g_string_new (NULL);
  pdf_write (&scene->placement, &scene->markup, options ? options : &plain, scene->fonts, out,
             facts);
  return out;
}

/* --- looking at what came out --- */

/* What a program says about the bytes, given to it as a file at the place of "%"; its status must
 * be 0. Caller frees. */
static inline char *
asked (GString *pdf, const char *command)
{
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_auto (GStrv) parts = g_strsplit (command, "%", -1);
  g_autofree char *whole = g_strjoinv (path, parts);
  g_auto (GStrv) arguments = NULL;
  char *output = NULL;
  g_autofree char *errors = NULL;
  int status = 0;
  g_autoptr (GError) error = NULL;

  scratch_write (folder, "a.pdf", pdf->str, pdf->len);
  g_shell_parse_argv (whole, NULL, &arguments, NULL);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s: %s%s", command, output, errors);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (errors, ==, "");
  scratch_remove (folder);
  return output;
}

/* The file is what a PDF/UA and a PDF/A must be; its objects as text, without NUL. Caller frees. */
static inline char *
checked (GString *pdf)
{
  g_autofree char *said = asked (pdf, "qpdf --check %");
  g_assert_nonnull (strstr (said, "No syntax or stream encoding errors found"));
  g_free (asked (pdf, "tests/print/check-pdf %"));
  return asked (pdf, "sh -c \"qpdf --qdf --object-streams=disable % - | tr -d '\\\\000'\"");
}

/* A page as poppler paints it, a pixel for each point. Caller frees `bytes`. */
typedef struct {
  guint width, height;
  char *bytes; /* owned */
  const guint8 *rgb;
} Picture;

static inline Picture
painted (GString *pdf, guint page)
{
  char *folder = scratch_new ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *root = g_build_filename (folder, "a", NULL);
  g_autofree char *ppm = g_strconcat (root, ".ppm", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page);
  Picture picture = { 0 };
  gsize length;
  int status, used = 0;
  scratch_write (folder, "a.pdf", pdf->str, pdf->len);
  g_spawn_sync (NULL,
                (char *[]){ "pdftoppm", "-r", "72", "-singlefile", "-f", number, path, root, NULL },
                NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (ppm, &picture.bytes, &length, NULL));
  g_assert_cmpint (sscanf (picture.bytes, "P6 %u %u 255%n", &picture.width, &picture.height, &used),
                   ==, 2);
  picture.rgb = (const guint8 *) picture.bytes + used + 1;
  scratch_remove (folder);
  return picture;
}

/* The colour of a pixel, 0xRRGGBB. */
static inline guint32
pixel (const Picture *picture, guint x, guint y)
{
  const guint8 *rgb = picture->rgb + 3 * (y * picture->width + x);
  return (guint32) rgb[0] << 16 | rgb[1] << 8 | rgb[2];
}

static inline guint
count (const char *text, const char *part)
{
  guint n = 0;
  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

/* The first rectangle of an annotation, on its sheet. */
typedef struct {
  double left, bottom, right, top;
} SceneRect;

static inline SceneRect
scene_rect (const char *objects)
{
  SceneRect rect = { 0 };
  const char *at = strstr (objects, "/Rect [");

  g_assert_nonnull (at);
  g_assert_cmpint (
    sscanf (at, "/Rect [ %lf %lf %lf %lf", &rect.left, &rect.bottom, &rect.right, &rect.top), ==, 4);
  return rect;
}

#define assert_has(text, part)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr ((text), (part)) == NULL) {                                                         \
      g_test_message ("%s\nhas no: %s", (text), (part));                                           \
      g_assert_not_reached ();                                                                     \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END
