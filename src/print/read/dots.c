/* SPDX-License-Identifier: MIT */
#include "print/read/dots.h"

#include "base/i18n.h"
#include "base/svg.h"

#include <dlfcn.h>
#include <png.h>
#include <string.h>

/* Of librsvg and cairo, as far as it is used here. */
typedef struct {
  double x, y, width, height;
} Viewport;

typedef struct {
  gpointer (*rsvg_handle_new_from_data) (const guint8 *data, gsize length, GError **error);
  gboolean (*rsvg_handle_render_document) (gpointer handle, gpointer cairo,
                                           const Viewport *viewport, GError **error);
  void (*rsvg_handle_set_dpi) (gpointer handle, double dpi);
  gboolean (*rsvg_handle_set_stylesheet) (gpointer handle, const guint8 *css, gsize length,
                                          GError **error);
  void (*g_object_unref) (gpointer object);
  gpointer (*cairo_image_surface_create) (int format, int width, int height);
  gpointer (*cairo_create) (gpointer surface);
  void (*cairo_destroy) (gpointer cairo);
  void (*cairo_surface_flush) (gpointer surface);
  void (*cairo_surface_destroy) (gpointer surface);
  int (*cairo_surface_status) (gpointer surface);
  guint8 *(*cairo_image_surface_get_data) (gpointer surface);
  int (*cairo_image_surface_get_stride) (gpointer surface);
} Library;

#define ROW(name)                                                                                  \
  {                                                                                                \
#name, G_STRUCT_OFFSET(Library, name)                                                          \
  }
static const struct {
  const char *name;
  gsize offset;
} functions[] = {
  ROW (rsvg_handle_new_from_data),
  ROW (rsvg_handle_render_document),
  ROW (rsvg_handle_set_dpi),
  ROW (rsvg_handle_set_stylesheet),
  ROW (g_object_unref),
  ROW (cairo_image_surface_create),
  ROW (cairo_create),
  ROW (cairo_destroy),
  ROW (cairo_surface_flush),
  ROW (cairo_surface_destroy),
  ROW (cairo_surface_status),
  ROW (cairo_image_surface_get_data),
  ROW (cairo_image_surface_get_stride),
};

/* Those librsvg brings along are found through it. */
static gpointer
load (G_GNUC_UNUSED gpointer data)
{
  void *rsvg = dlopen ("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
  Library *library = rsvg ? g_new0 (Library, 1) : NULL;

  for (guint i = 0; library && i < G_N_ELEMENTS (functions); i++) {
    gpointer function = dlsym (rsvg, functions[i].name);
    if (function == NULL)
      g_clear_pointer (&library, g_free);
    else
      G_STRUCT_MEMBER (gpointer, library, functions[i].offset) = function;
  }
  return library;
}

static const Library *
library_get (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, load, NULL);
}

/* --- to PNG --- */

/* Cairo has them in one word, alpha first and multiplied with it. */
static guint8 *
unpack (const guint8 *data, gsize stride, guint width, guint height)
{
  guint8 *pixels = g_malloc ((gsize) width * height * 4), *out = pixels;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++, out += 4) {
      guint32 word;
      memcpy (&word, data + y * stride + x * 4, sizeof word);
      guint alpha = word >> 24;
      for (guint i = 0; i < 3; i++) {
        guint part = word >> (16 - 8 * i) & 0xff;
        out[i] = alpha ? MIN ((part * 255 + alpha / 2) / alpha, 255) : 255;
      }
      out[3] = alpha;
    }
  return pixels;
}

static GBytes *
pack (const guint8 *pixels, guint width, guint height)
{
  png_image png = {
    .version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = PNG_FORMAT_RGBA
  };
  png_alloc_size_t length = 0;

  if (!png_image_write_to_memory (&png, NULL, &length, 0, pixels, 0, NULL))
    return NULL;
  guint8 *bytes = g_malloc (length);
  if (!png_image_write_to_memory (&png, bytes, &length, 0, pixels, 0, NULL)) {
    g_free (bytes);
    return NULL;
  }
  return g_bytes_new_take (bytes, length);
}

/* Calls `take` with what was painted. */
static gpointer
paint (const Library *library, gpointer handle, guint width, guint height,
       gpointer (*take) (const guint8 *data, gsize stride, guint width, guint height))
{
  gpointer surface = library->cairo_image_surface_create (0, (int) width, (int) height);
  gpointer cairo = library->cairo_create (surface);
  const Viewport viewport = { 0, 0, width, height };
  gpointer taken = NULL;

  if (library->cairo_surface_status (surface) == 0
      && library->rsvg_handle_render_document (handle, cairo, &viewport, NULL)) {
    library->cairo_surface_flush (surface);
    taken = take (library->cairo_image_surface_get_data (surface),
                  (gsize) library->cairo_image_surface_get_stride (surface), width, height);
  }
  library->cairo_destroy (cairo);
  library->cairo_surface_destroy (surface);
  return taken;
}

static gpointer
take_png (const guint8 *data, gsize stride, guint width, guint height)
{
  g_autofree guint8 *pixels = unpack (data, stride, width, height);
  return pack (pixels, width, height);
}

static gpointer
take_rgb (const guint8 *data, gsize stride, guint width, guint height)
{
  guint8 *rgb = g_malloc ((gsize) width * height * 3), *out = rgb;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++, out += 3) {
      guint32 word;
      memcpy (&word, data + y * stride + x * 4, sizeof word);
      out[0] = word >> 16;
      out[1] = word >> 8;
      out[2] = word;
    }
  return rgb;
}

static gpointer
render (const char *svg, gsize length, guint width, guint height,
        gpointer (*take) (const guint8 *data, gsize stride, guint width, guint height),
        const char **why)
{
  static const char css[] = "svg { font-size: 16px }"; /* as in browsers */
  const Library *library = library_get ();

  *why = _ ("needs the library librsvg, which is not installed");
  if (library == NULL)
    return NULL;
  *why = _ ("cannot be painted");
  gpointer handle = library->rsvg_handle_new_from_data ((const guint8 *) svg, length, NULL);
  if (handle == NULL)
    return NULL;
  library->rsvg_handle_set_dpi (handle, 96);
  library->rsvg_handle_set_stylesheet (handle, (const guint8 *) css, strlen (css), NULL);
  gpointer taken = paint (library, handle, width, height, take);
  library->g_object_unref (handle);
  return taken;
}

GBytes *
dots_of (const char *svg, gsize length, guint width, guint height, const char **why)
{
  return render (svg, length, width, height, take_png, why);
}

guint8 *
dots_rgb (const char *svg, gsize length, guint width, guint height, const char **why)
{
  return render (svg, length, width, height, take_rgb, why);
}

/* Flat grounds and letters: what a filter would gain is not worth its time. */
GBytes *
dots_png (const guint8 *rgb, guint width, guint height)
{
  png_image png = { .version = PNG_IMAGE_VERSION,
                    .width = width,
                    .height = height,
                    .format = PNG_FORMAT_RGB,
                    .flags = PNG_IMAGE_FLAG_FAST };
  png_alloc_size_t length = (gsize) width * height * 3 + 65536;
  guint8 *bytes = g_malloc (length);

  if (!png_image_write_to_memory (&png, bytes, &length, 0, rgb, 0, NULL)) {
    g_free (bytes);
    return NULL;
  }
  return g_bytes_new_take (g_realloc (bytes, length), length);
}

/* --- the text of a drawing --- */

/* Pages have their names in small letters; those of drawings have capitals. */
static const char *
svg_name (const char *name)
{
  for (guint i = 0; svg_elements[i]; i++)
    if (g_ascii_strcasecmp (svg_elements[i], name) == 0)
      return svg_elements[i];
  return NULL;
}

static void
append_escaped (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);
  g_string_append (out, escaped);
}

static void
append_attributes (GString *out, const Element *element)
{
  for (guint i = 0; i < element->n_attributes; i++) {
    const Attribute *attribute = &element->attributes[i];
    const char *prefix = strcmp (attribute->name, "space") == 0 ? "xml:" : "";
    g_string_append_printf (out, " %s%s=\"", prefix, attribute->name);
    append_escaped (out, attribute->value, strlen (attribute->value));
    g_string_append_c (out, '"');
  }
}

static void
append_element (GString *out, const Element *element, const char *more)
{
  const char *name = element->name ? svg_name (element->name) : NULL;

  if (element->name == NULL) {
    append_escaped (out, element->text, element->length);
    return;
  }
  if (name == NULL)
    return;
  g_string_append_printf (out, "<%s%s", name, more);
  append_attributes (out, element);
  g_string_append_c (out, '>');
  for (const Element *child = element->first_child; child; child = child->next)
    append_element (out, child, "");
  g_string_append_printf (out, "</%s>", name);
}

GBytes *
dots_source (const Element *svg, guint32 colour)
{
  g_autofree char *more =
    g_strdup_printf (" xmlns=\"http://www.w3.org/2000/svg\" color=\"#%06x\"", colour & 0xffffff);
  GString *out = g_string_new (NULL);

  append_element (out, svg, more);
  return g_string_free_to_bytes (out);
}
