/* SPDX-License-Identifier: MIT */
#include "print/place/builder.h"

#include "base/i18n.h"

static GBytes *
read_bytes (Builder *builder, const Element *element, const char *href)
{
  const PrintFiles *files = builder->sources->files;
  GBytes *bytes = files && files->bytes ? files->bytes (href, files->data) : NULL;

  if (bytes == NULL)
    builder_complain (builder, element, _ ("check its name and folder"),
                      _ ("the picture “%s” cannot be read"), href);
  return bytes;
}

static const Image *
load_image (Builder *builder, const Element *element, const char *href, GBytes *bytes)
{
  const char *why = NULL;
  Image *image = image_new (bytes, &why);

  if (image == NULL) {
    fault_error (&builder->sources->faults, element, href, _ ("save it anew as PNG or JPEG"),
                 _ ("the picture “%s” %s"), href, why);
    return NULL;
  }
  image->href = g_strdup (href);
  g_ptr_array_add (builder->sources->placement->images, image);
  g_hash_table_insert (builder->images, (gpointer) href, image);
  return image;
}

static const Drawing *
load_drawing (Builder *builder, const char *href, GBytes *bytes)
{
  const BoxSources *sources = builder->sources;
  Drawing *drawing =
    drawing_store_read (sources->drawings, href, bytes, sources->paths, sources->faults.report);

  if (drawing)
    g_ptr_array_add (sources->placement->drawings, drawing);
  return drawing;
}

/* FALSE after reporting. */
static gboolean
load_picture (Builder *builder, const Element *element, const char *href, Box *box)
{
  box->image = g_hash_table_lookup (builder->images, href);
  if (box->image)
    return TRUE;
  g_autoptr (GBytes) bytes = read_bytes (builder, element, href);
  if (bytes == NULL)
    return FALSE;
  if (builder->sources->drawings && drawing_is_svg (bytes))
    box->drawing = load_drawing (builder, href, bytes);
  else
    box->image = load_image (builder, element, href, bytes);
  return box->image || box->drawing;
}

Box *
build_replaced (Builder *builder, const Element *element, const Style *style)
{
  Box *box = builder_box (builder, BOX_REPLACED, style, element);

  if (element_is (element, "svg")) {
    Drawing *drawing =
      drawing_new (element, style->colour, builder->sources->paths, &builder->sources->faults);
    g_ptr_array_add (builder->sources->placement->drawings, drawing);
    box->drawing = drawing;
    return box;
  }
  const char *href = element_attribute (element, "src");
  if (href == NULL || *href == '\0') {
    builder_complain (builder, element, _ ("name its file in “src”"), "%s",
                      _ ("a picture has no file"));
    return NULL;
  }
  return load_picture (builder, element, href, box) ? box : NULL;
}

gboolean
element_is_replaced (const Element *element)
{
  return element_is (element, "img") || element_is (element, "svg");
}
