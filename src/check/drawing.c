/* SPDX-License-Identifier: MIT */
/* The tree of the drawing is walked once. An error is what a browser would do something with that
 * is not drawing; what no browser draws is taken out of the tree, which is then written anew. What
 * stands inside something that is left out is looked at as well: nobody draws a script by accident.
 *
 * Names are compared in small letters where they are refused and as they are where they are let
 * in: a browser knows “onload” alone, but who wrote “ONLOAD” wanted the same. */
#include "check/drawing.h"

#include "base/i18n.h"
#include "base/svg.h"
#include "check/style.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define SVG   "http://www.w3.org/2000/svg"
#define XLINK "http://www.w3.org/1999/xlink"
#define XHTML "http://www.w3.org/1999/xhtml"

#define MOST_NAMED 6

/* Of any namespace: they run something, show something from elsewhere or change what was looked at
 * here. In small letters. */
static const char *const acting[] = { "script",        "handler",
                                      "listener",      "foreignobject",
                                      "iframe",        "frame",
                                      "embed",         "object",
                                      "applet",        "audio",
                                      "video",         "source",
                                      "track",         "canvas",
                                      "img",           "form",
                                      "input",         "button",
                                      "link",          "meta",
                                      "base",          "set",
                                      "animate",       "animatecolor",
                                      "animatemotion", "animatetransform",
                                      "discard",       "feimage",
                                      "font-face-uri", NULL };

typedef struct {
  const Source *source;
  Report *report;
  GPtrArray *left_out; /* char, owned: names, each once */
  guint first_line;    /* of what was left out first */
  gboolean is_bad;
} Drawing;

static void
refuse (Drawing *drawing, guint line, const char *name, const char *value)
{
  g_autofree char *shown =
    value ? g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1), 60)) : NULL;
  const char *advice = _ ("save it from the drawing program as “plain SVG”");
  Place place = { MAX (line, 1), 0 };

  drawing->is_bad = TRUE;
  if (value)
    report_error (drawing->report, drawing->source, place, advice,
                  _ ("a drawing with “%s=%s” is not published"), name, shown);
  else
    report_error (drawing->report, drawing->source, place, advice,
                  _ ("a drawing with “%s” is not published"), name);
}

static void
leave_out (Drawing *drawing, guint line, const char *name)
{
  if (drawing->left_out->len == 0)
    drawing->first_line = MAX (line, 1);
  if (!g_ptr_array_find_with_equal_func (drawing->left_out, name, g_str_equal, NULL))
    g_ptr_array_add (drawing->left_out, g_strdup (name));
}

static gboolean
is_of (const xmlNs *ns, const char *address)
{
  return ns && strcmp ((const char *) ns->href, address) == 0;
}

/* "xlink:href", as written */
static char *
whole_name (const xmlNs *ns, const xmlChar *name)
{
  return ns && ns->prefix ? g_strdup_printf ("%s:%s", ns->prefix, name)
                          : g_strdup ((const char *) name);
}

/* --- values --- */

static gboolean
stays_inside (const char *url, G_GNUC_UNUSED gpointer data)
{
  return *url == '#';
}

static gboolean
paints_inside (Drawing *drawing, guint line, const char *name, const char *css)
{
  g_autofree char *culprit = NULL;

  if (style_check (css, strlen (css), stays_inside, NULL, &culprit))
    return TRUE;
  refuse (drawing, line, name, culprit);
  return FALSE;
}

/* Takes out of a style what is not on the list; NULL when all may stay. Caller frees. */
static char *
clean_style (Drawing *drawing, guint line, const char *css)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  const char *end = css + strlen (css);
  gboolean all = TRUE;

  for (const char *p = css; p < end;) {
    const char *stop = style_declaration_end (p, end);
    const char *at = p + strspn (p, " \t\n\r");
    g_autofree char *name = at < stop ? style_take_name (&at, stop) : NULL;
    if (name && !g_strv_contains (svg_properties, name)) {
      leave_out (drawing, line, name);
      all = FALSE;
    } else if (name)
      g_string_append_len (kept, p, MIN (stop + 1, end) - p);
    else if (at < stop) {
      leave_out (drawing, line, "style");
      all = FALSE;
    }
    p = stop + 1;
  }
  return all ? NULL : g_string_free (g_steal_pointer (&kept), FALSE);
}

/* PNG and JPEG alone, and they must be what they say they are. */
static gboolean
is_embedded_picture (const char *url)
{
  static const struct {
    const char *prefix, *signature;
    gsize length;
  } kinds[] = {
    { "data:image/png;base64,", "\x89PNG\r\n\x1a\n", 8 },
    { "data:image/jpeg;base64,", "\xff\xd8\xff", 3 },
    { "data:image/jpg;base64,", "\xff\xd8\xff", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gsize prefix = strlen (kinds[i].prefix);
    if (g_ascii_strncasecmp (url, kinds[i].prefix, prefix) != 0)
      continue;
    gsize length;
    g_autofree guchar *bytes = g_base64_decode (url + prefix, &length);
    return length > kinds[i].length && memcmp (bytes, kinds[i].signature, kinds[i].length) == 0;
  }
  return FALSE;
}

static gboolean
may_refer (const xmlNode *element, const char *value)
{
  const char *url = value + strspn (value, " \t\n\r");
  return *url == '#'
         || (strcmp ((const char *) element->name, "image") == 0 && is_embedded_picture (url));
}

/* --- attributes --- */

static gboolean
is_known (const char *name, const xmlNs *ns)
{
  return (ns == NULL && g_str_has_prefix (name, "aria-")) || g_strv_contains (svg_attributes, name);
}

/* FALSE when the attribute goes. */
static gboolean
check_value (Drawing *drawing, xmlNode *element, xmlAttr *attribute, const char *name,
             const char *value)
{
  guint line = xmlGetLineNo (element);

  if (strcmp (name, "style") == 0) {
    if (!paints_inside (drawing, line, name, value))
      return TRUE;
    g_autofree char *cleaned = clean_style (drawing, line, value);
    if (cleaned)
      xmlSetProp (element, attribute->name, (const xmlChar *) cleaned);
    return TRUE;
  }
  if (g_strv_contains (svg_properties, name)) {
    paints_inside (drawing, line, name, value);
    return TRUE;
  }
  return is_known (name, attribute->ns);
}

/* An attribute is removed when it is not on the list. */
static void
check_attribute (Drawing *drawing, xmlNode *element, xmlAttr *attribute)
{
  const char *local = (const char *) attribute->name;
  g_autofree char *name = whole_name (attribute->ns, attribute->name);
  xmlChar *value = xmlNodeListGetString (element->doc, attribute->children, 1);
  const char *text = value ? (const char *) value : "";
  guint line = xmlGetLineNo (element);
  gboolean stays = FALSE;

  if ((attribute->ns == NULL && g_ascii_strncasecmp (local, "on", 2) == 0)
      || (strcmp (local, "base") == 0 && is_of (attribute->ns, (const char *) XML_XML_NAMESPACE)))
    refuse (drawing, line, name, text);
  else if (strcmp (local, "href") == 0 && (attribute->ns == NULL || is_of (attribute->ns, XLINK))) {
    stays = may_refer (element, text);
    if (!stays)
      refuse (drawing, line, name, text);
  } else if (attribute->ns == NULL || is_of (attribute->ns, (const char *) XML_XML_NAMESPACE))
    stays = check_value (drawing, element, attribute, name, text);
  if (!stays) {
    leave_out (drawing, line, name);
    xmlRemoveProp (attribute);
  }
  xmlFree (value);
}

static void
check_attributes (Drawing *drawing, xmlNode *element)
{
  for (xmlAttr *attribute = element->properties, *next; attribute; attribute = next) {
    next = attribute->next;
    check_attribute (drawing, element, attribute);
  }
}

/* --- nodes --- */

static gboolean
is_acting (const xmlNode *element)
{
  g_autofree char *small = g_ascii_strdown ((const char *) element->name, -1);
  return g_strv_contains (acting, small) || is_of (element->ns, XHTML);
}

static void
check_style_element (Drawing *drawing, xmlNode *element)
{
  xmlChar *text = xmlNodeGetContent (element);

  if (text)
    paints_inside (drawing, xmlGetLineNo (element), "style", (const char *) text);
  xmlFree (text);
}

/* The declarations of foreign namespaces name nothing any more. */
static void
drop_namespaces (xmlNode *element)
{
  for (xmlNs **ns = &element->nsDef; *ns;) {
    xmlNs *here = *ns;
    if (is_of (here, SVG) || is_of (here, XLINK)) {
      ns = &here->next;
      continue;
    }
    *ns = here->next;
    xmlFreeNs (here);
  }
}

static void
remove_node (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

static void check_nodes (Drawing *drawing, xmlNode *first);

static void
check_element (Drawing *drawing, xmlNode *element)
{
  g_autofree char *name = whole_name (element->ns, element->name);
  guint line = xmlGetLineNo (element);

  if (is_acting (element))
    refuse (drawing, line, name, NULL);
  check_nodes (drawing, element->children);
  if (is_of (element->ns, SVG) && g_strv_contains (svg_elements, (const char *) element->name)) {
    check_attributes (drawing, element);
    if (strcmp ((const char *) element->name, "style") == 0)
      check_style_element (drawing, element);
    return;
  }
  for (xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
    if (g_ascii_strncasecmp ((const char *) attribute->name, "on", 2) == 0
        && attribute->name[2] != '\0' && is_of (element->ns, SVG))
      refuse (drawing, line, (const char *) attribute->name, NULL);
  leave_out (drawing, line, name);
  remove_node (element);
}

static void
check_instruction (Drawing *drawing, xmlNode *instruction)
{
  guint line = xmlGetLineNo (instruction);
  const char *name = (const char *) instruction->name;

  if (g_ascii_strcasecmp (name, "xml-stylesheet") == 0)
    refuse (drawing, line, name, NULL);
  else
    leave_out (drawing, line, name);
  remove_node (instruction);
}

/* Depth is bounded by libxml2: 256. */
static void
check_nodes (Drawing *drawing, xmlNode *first)
{
  for (xmlNode *node = first, *next; node; node = next) {
    next = node->next;
    if (node->type == XML_ELEMENT_NODE)
      check_element (drawing, node);
    else if (node->type == XML_PI_NODE)
      check_instruction (drawing, node);
  }
}

/* --- the whole --- */

/* An encoding we did not read the drawing in would show a browser another text. */
static gboolean
has_our_encoding (const xmlDoc *doc)
{
  return doc->encoding == NULL || g_ascii_strcasecmp ((const char *) doc->encoding, "utf-8") == 0;
}

/* “<!DOCTYPE svg … [ <!ENTITY … > ]>”: not read at all, since entities can grow without an end.
 * Before the first element stand only comments and instructions. */
static gboolean
has_entities (const Source *source)
{
  const char *p = source->text;

  while ((p = strchr (p, '<')) != NULL && (p[1] == '!' || p[1] == '?')) {
    if (g_str_has_prefix (p, "<!--")) {
      p = strstr (p, "-->");
      if (p == NULL)
        return FALSE;
    } else if (p[1] == '!')
      return p[strcspn (p, "[>")] == '[';
    p++;
  }
  return FALSE;
}

static xmlDoc *
parse (const Source *source, Report *report)
{
  if (source->length > G_MAXINT)
    return NULL;
  if (has_entities (source)) {
    report_error (report, source, (Place){ 1, 0 },
                  _ ("save it from the drawing program as “plain SVG”"),
                  _ ("a document type is not used here"));
    return NULL;
  }
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  xmlDoc *doc = xmlCtxtReadMemory (parser, source->text, source->length, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  const xmlError *error = xmlCtxtGetLastError (parser);
  if (doc == NULL || !parser->wellFormed || !parser->nsWellFormed) {
    g_autofree char *text = g_strdup (error && error->message ? error->message : "?");
    Place place = { error ? MAX (error->line, 1) : 1, error ? MAX (error->int2, 0) : 0 };
    report_error (report, source, place, NULL, _ ("this is not well-formed XML: %s"),
                  g_strstrip (text));
    g_clear_pointer (&doc, xmlFreeDoc);
  }
  xmlFreeParserCtxt (parser);
  return doc;
}

static void
write_anew (xmlDoc *doc, GString *cleaned)
{
  xmlChar *text;
  int length;

  xmlDocDumpMemoryEnc (doc, &text, &length, "UTF-8");
  g_string_append_len (cleaned, (const char *) text, length);
  xmlFree (text);
}

static void
drop_all_namespaces (xmlNode *element)
{
  drop_namespaces (element);
  for (xmlNode *child = element->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      drop_all_namespaces (child);
}

static void
report_left_out (const Drawing *drawing)
{
  guint n = drawing->left_out->len;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", (char *) drawing->left_out->pdata[i]);
  if (n > MOST_NAMED)
    g_string_append (names, ", …");
  report_warning (drawing->report, drawing->source, (Place){ drawing->first_line, 0 },
                  _ ("look at the drawing as it is published; “plain SVG” has none of it"),
                  ngettext ("%u name is not part of a drawing and is left out: %s",
                            "%u names are not part of a drawing and are left out: %s", n),
                  n, names->str);
}

static gboolean
check_document (Drawing *drawing, xmlDoc *doc)
{
  const xmlNode *root = xmlDocGetRootElement (doc);

  if (!has_our_encoding (doc)) {
    report_error (drawing->report, drawing->source, (Place){ 1, 0 }, _ ("save it as UTF-8"),
                  _ ("a drawing in “%s” is not published"), doc->encoding);
    return FALSE;
  }
  if (strcmp ((const char *) root->name, "svg") != 0 || !is_of (root->ns, SVG)) {
    report_error (drawing->report, drawing->source, (Place){ MAX (xmlGetLineNo (root), 1), 0 },
                  _ ("the first element is <svg xmlns=\"http://www.w3.org/2000/svg\">"),
                  _ ("this is not a drawing"));
    return FALSE;
  }
  if (doc->intSubset) {
    leave_out (drawing, 1, "<!DOCTYPE>");
    remove_node ((xmlNode *) doc->intSubset);
    doc->intSubset = NULL;
  }
  check_nodes (drawing, doc->children);
  return !drawing->is_bad;
}

gboolean
drawing_check (const Source *source, GString *cleaned, Report *report)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  Drawing drawing = { source, report, left_out, 0, FALSE };
  xmlDoc *doc = parse (source, report);

  if (doc == NULL)
    return FALSE;
  gboolean is_good = check_document (&drawing, doc);
  if (is_good && left_out->len > 0) {
    report_left_out (&drawing);
    drop_all_namespaces (xmlDocGetRootElement (doc));
    write_anew (doc, cleaned);
  }
  xmlFreeDoc (doc);
  return is_good;
}
