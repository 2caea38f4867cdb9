/* SPDX-License-Identifier: MIT */
/* A reader, not a tree: a drawing of some megabytes is looked at and forgotten. libxml2 is asked
 * for no network, and not to replace entities; a document type ends the reading before its entities
 * could be used, which is what billion laughs and files read from elsewhere need. */
#include "check/xml.h"

#include "base/i18n.h"

#include <libxml/xmlreader.h>
#include <string.h>

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

/* Browsers look at namespaces and not at the name of a file: an element of a page acts as one in
 * any XML. */
static gboolean
is_of_page (xmlTextReader *reader)
{
  static const char *const spaces[] = { "http://www.w3.org/1999/xhtml",
                                        "http://www.w3.org/2000/svg",
                                        "http://www.w3.org/1998/Math/MathML", NULL };
  int type = xmlTextReaderNodeType (reader);
  const char *space = (const char *) xmlTextReaderConstNamespaceUri (reader);

  if (type == XML_READER_TYPE_PROCESSING_INSTRUCTION)
    return xmlStrEqual (xmlTextReaderConstName (reader), BAD_CAST "xml-stylesheet");
  return type == XML_READER_TYPE_ELEMENT && space && g_strv_contains (spaces, space);
}

/* FALSE after reporting. */
static gboolean
check_node (xmlTextReader *reader, const Source *source, Report *report)
{
  if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_DOCUMENT_TYPE) {
    report_error (report, source, reader_place (reader),
                  _ ("remove the line that starts with <!DOCTYPE"),
                  _ ("a document type is not used here"));
    return FALSE;
  }
  if (!is_of_page (reader))
    return TRUE;
  report_error (report, source, reader_place (reader),
                _ ("make a page of it, which ends in .html, or leave it out"),
                _ ("this file is for programs, but browsers would act on “%s” as on a page"),
                xmlTextReaderConstName (reader));
  return FALSE;
}

gboolean
xml_check (const Source *source, Report *report)
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
  while (good && (status = xmlTextReaderRead (reader)) == 1)
    good = check_node (reader, source, report);
  if (status < 0 && !complaint.has_failed) {
    report_error (report, source, reader_place (reader), NULL, _ ("this is not well-formed XML"));
    good = FALSE;
  }
  xmlFreeTextReader (reader);
  return good && !complaint.has_failed;
}
