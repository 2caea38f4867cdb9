/* SPDX-License-Identifier: MIT */
/* Who only asks how large a drawing is need not have all of it read. */
#include "print/read/drawing.h"

#include "print/read/drawing_store.h"

#include <libxml/xmlreader.h>

/* What its first tag says of the size. */
static gboolean
read_tag (xmlTextReader *reader, Drawing *drawing)
{
  static const char *const names[] = { "width", "height", "viewBox" };
  Attribute attributes[G_N_ELEMENTS (names)];
  Element svg = { .name = "svg", .attributes = attributes };

  while (xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      break;
  if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT
      || !xmlStrEqual (xmlTextReaderConstLocalName (reader), BAD_CAST "svg"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    xmlChar *value = xmlTextReaderGetAttribute (reader, BAD_CAST names[i]);
    if (value)
      attributes[svg.n_attributes++] = (Attribute){ names[i], (const char *) value };
  }
  drawing_frame (&svg, drawing);
  for (guint i = 0; i < svg.n_attributes; i++)
    xmlFree ((xmlChar *) attributes[i].value);
  return TRUE;
}

gboolean
drawing_frame_of_file (GBytes *file, Drawing *drawing)
{
  gsize length;
  const char *text = g_bytes_get_data (file, &length);

  if (!drawing_is_svg (file))
    return FALSE;
  xmlTextReader *reader =
    xmlReaderForMemory (text, (int) MIN (length, G_MAXINT), NULL, NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean is_drawing = reader && read_tag (reader, drawing);
  xmlFreeTextReader (reader);
  return is_drawing;
}

gboolean
drawing_size (GBytes *file, double *across, double *down)
{
  Drawing drawing = { 0 };

  if (!drawing_frame_of_file (file, &drawing))
    return FALSE;
  drawing_natural_size (&drawing, across, down);
  return TRUE;
}
