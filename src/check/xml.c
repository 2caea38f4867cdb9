/* SPDX-License-Identifier: MIT */
/* A reader, not a tree: a drawing of some megabytes is looked at and forgotten. libxml2 is asked
 * for no network, and not to replace entities; a document type ends the reading before its entities
 * could be used, which is what billion laughs and files read from elsewhere need. What is refused
 * in drawings is what would run or load something in a browser that shows them. */
#include "check/xml.h"

#include "base/i18n.h"

#include <libxml/xmlreader.h>
#include <string.h>

/* FALSE after reporting what keeps the node the reader stands at from being part of a drawing. */
typedef gboolean (*NodeCheck) (xmlTextReader *reader, const Source *source, Report *report);

/* The line of the node the reader stands at; the parser itself has read further. */
static Place
reader_place (xmlTextReader *reader)
{
  xmlNode *node = xmlTextReaderCurrentNode (reader);
  long line = node ? xmlGetLineNo (node) : 0;
  return (Place){ MAX (line, 1), 0 };
}

/* libxml2 hands its complaints to this function; the first of a document is ours to report. */
typedef struct {
  const Source *source;
  Report *report;
  gboolean has_failed;
} Complaint;

static void
on_complaint (void *data, xmlError *error)
{
  Complaint *complaint = data;

  if (complaint->has_failed)
    return;
  g_autofree char *text = g_strdup (error->message ? error->message : "?");
  complaint->has_failed = TRUE;
  report_error (complaint->report, complaint->source,
                (Place){ MAX (error->line, 1), MAX (error->int2, 0) }, NULL,
                _ ("this is not well-formed XML: %s"), g_strstrip (text));
}

static gboolean
check (const Source *source, NodeCheck node_check, Report *report)
{
  Complaint complaint = { source, report, FALSE };
  gboolean good = TRUE;
  int status;

  if (source->length > G_MAXINT)
    return FALSE;
  xmlTextReader *reader =
    xmlReaderForMemory (source->text, source->length, NULL, "UTF-8", XML_PARSE_NONET);
  g_assert (reader);
  xmlTextReaderSetStructuredErrorHandler (reader, (xmlStructuredErrorFunc) on_complaint,
                                          &complaint);
  while ((status = xmlTextReaderRead (reader)) == 1) {
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_DOCUMENT_TYPE) {
      report_error (report, source, reader_place (reader),
                    _ ("remove the line that starts with <!DOCTYPE"),
                    _ ("a document type is not used here"));
      good = FALSE;
      break;
    }
    if (node_check && !node_check (reader, source, report))
      good = FALSE;
  }
  if (status < 0 && !complaint.has_failed) {
    report_error (report, source, reader_place (reader), NULL, _ ("this is not well-formed XML"));
    good = FALSE;
  }
  xmlFreeTextReader (reader);
  return good && !complaint.has_failed;
}

gboolean
xml_check (const Source *source, Report *report)
{
  return check (source, NULL, report);
}

static gboolean
is_reference (const char *name)
{
  return strcmp (name, "href") == 0 || strcmp (name, "src") == 0;
}

/* A reference may stay inside the drawing, or hold its picture in itself. */
static gboolean
leads_outside (const char *target)
{
  return *target != '#' && !g_str_has_prefix (target, "data:image/");
}

/* fill="url(http://…)", style="background: url(…)" */
static gboolean
paints_from_outside (const char *value)
{
  for (const char *url = strstr (value, "url("); url; url = strstr (url + 1, "url(")) {
    const char *target = url + strlen ("url(");
    target += strspn (target, " \t\n'\"");
    if (*target != '#')
      return TRUE;
  }
  return strstr (value, "@import") != NULL;
}

static gboolean
check_node (xmlTextReader *reader, const Source *source, Report *report)
{
  static const char *const refused[] = { "script", "foreignObject", "iframe",  "handler",
                                         "style",  "set",           "animate", NULL };
  Place place = reader_place (reader); /* now: what declares a namespace is no node, and has none */
  gboolean good = TRUE;

  if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_PROCESSING_INSTRUCTION) {
    report_error (report, source, place, _ ("save it from the drawing program as “plain SVG”"),
                  _ ("a drawing with “%s” is not published"), xmlTextReaderConstName (reader));
    return FALSE;
  }
  if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT)
    return TRUE;
  const char *element = (const char *) xmlTextReaderConstLocalName (reader);
  if (g_strv_contains (refused, element)) {
    report_error (report, source, place, _ ("save it from the drawing program as “plain SVG”"),
                  _ ("a drawing with “%s” is not published"), element);
    good = FALSE;
  }
  while (xmlTextReaderMoveToNextAttribute (reader) == 1) {
    const char *name = (const char *) xmlTextReaderConstLocalName (reader);
    const char *value = (const char *) xmlTextReaderConstValue (reader);
    gboolean is_handler = g_ascii_strncasecmp (name, "on", 2) == 0;
    gboolean leads_away = is_reference (name) ? leads_outside (value) : paints_from_outside (value);
    if (!is_handler && !leads_away)
      continue;
    report_error (report, source, place, _ ("save it from the drawing program as “plain SVG”"),
                  _ ("a drawing with “%s=%s” is not published"), name, value);
    good = FALSE;
  }
  return good;
}

gboolean
xml_check_drawing (const Source *source, Report *report)
{
  return check (source, check_node, report);
}
