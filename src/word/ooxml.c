/* SPDX-License-Identifier: MIT */
/* libxml2 without XML_PARSE_HUGE stops at 256 levels, which is what keeps the recursion of those
 * who read the tree within its stack. Its tree takes a hundred bytes for a node, so that 64 MB of
 * “<w:p/>” would need a gigabyte: elements and their attributes are counted as they come. */
#include "word/ooxml.h"

#include "word/refusal.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

#define MAX_NODES 800000 /* a table of 6,000 rows and 8 columns has half as many */

struct Ooxml {
  xmlDoc *tree;
};

typedef struct {
  guint n_nodes;
  gboolean has_doctype;
} Count;

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_spaces,
          const xmlChar **spaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  xmlParserCtxt *parser = data;
  Count *count = parser->_private;

  count->n_nodes += 1 + n_attributes;
  if (count->n_nodes > MAX_NODES)
    xmlStopParser (parser);
  else
    xmlSAX2StartElementNs (data, name, prefix, uri, n_spaces, spaces, n_attributes, n_defaulted,
                           attributes);
}

static void
on_doctype (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *file)
{
  xmlParserCtxt *parser = data;

  (void) name, (void) id, (void) file;
  ((Count *) parser->_private)->has_doctype = TRUE;
  xmlStopParser (parser);
}

/* libxml2 has one error for its limits: depth, and names or texts of millions of letters. */
static WordRefusal
refusal_of (const Count *count, int error)
{
  if (count->has_doctype)
    return WORD_DOCTYPE;
  if (count->n_nodes > MAX_NODES)
    return WORD_TOO_LARGE;
  return error == XML_ERR_INTERNAL_ERROR ? WORD_TOO_DEEP : WORD_BAD_MARKUP;
}

Ooxml *
ooxml_parse (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  Count count = { 0 };

  if (length == 0 || length > G_MAXINT) {
    word_refuse (error, WORD_BAD_MARKUP);
    return NULL;
  }
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  parser->_private = &count;
  parser->sax->startElementNs = on_start;
  parser->sax->internalSubset = on_doctype;
  xmlDoc *tree = xmlCtxtReadMemory (parser, text, length, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                      | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  gboolean is_good = tree && parser->wellFormed && !count.has_doctype && count.n_nodes <= MAX_NODES
                     && xmlDocGetRootElement (tree);
  int reason = parser->errNo;
  xmlFreeParserCtxt (parser);
  if (!is_good) {
    xmlFreeDoc (tree);
    word_refuse (error, refusal_of (&count, reason));
    return NULL;
  }
  Ooxml *ooxml = g_new0 (Ooxml, 1);
  ooxml->tree = tree;
  return ooxml;
}

void
ooxml_free (Ooxml *ooxml)
{
  if (ooxml == NULL)
    return;
  xmlFreeDoc (ooxml->tree);
  g_free (ooxml);
}

const xmlNode *
ooxml_root (const Ooxml *ooxml)
{
  return xmlDocGetRootElement (ooxml->tree);
}

gboolean
ooxml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

const xmlNode *
ooxml_child (const xmlNode *node, const char *name)
{
  for (const xmlNode *child = node ? node->children : NULL; child; child = child->next)
    if (ooxml_is (child, name))
      return child;
  return NULL;
}

const char *
ooxml_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node ? node->properties : NULL; attribute;
       attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children && attribute->children->content
               ? (const char *) attribute->children->content
               : "";
  return NULL;
}

const char *
ooxml_value (const xmlNode *node, const char *name)
{
  return ooxml_attribute (ooxml_child (node, name), "val");
}

int
ooxml_toggle (const xmlNode *node, const char *name)
{
  const xmlNode *child = ooxml_child (node, name);
  const char *value = ooxml_attribute (child, "val");

  if (child == NULL)
    return -1;
  return value == NULL
         || !(strcmp (value, "0") == 0 || strcmp (value, "false") == 0 || strcmp (value, "off") == 0
              || strcmp (value, "none") == 0);
}

const char *
ooxml_text (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_TEXT_NODE && child->content)
      return (const char *) child->content;
  return "";
}
