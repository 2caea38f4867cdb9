/* SPDX-License-Identifier: MIT */
#include "render/fragment.h"

#include "base/web_scheme.h"
#include "template/template.h"

#include <libxml/HTMLparser.h>
#include <string.h>

typedef enum {
  PART_OPEN,  /* what is in it stays, it goes */
  PART_KEEP,  /* it stays, without its attributes */
  PART_VOID,  /* the same, and has no end */
  PART_LEAVE, /* it goes with all that is in it */
} Part;

static const struct {
  const char *name;
  Part part;
} parts[] = {
  { "p", PART_KEEP },     { "h2", PART_KEEP },         { "h3", PART_KEEP },
  { "h4", PART_KEEP },    { "ul", PART_KEEP },         { "ol", PART_KEEP },
  { "li", PART_KEEP },    { "table", PART_KEEP },      { "thead", PART_KEEP },
  { "tbody", PART_KEEP }, { "tr", PART_KEEP },         { "th", PART_KEEP },
  { "td", PART_KEEP },    { "caption", PART_KEEP },    { "strong", PART_KEEP },
  { "em", PART_KEEP },    { "b", PART_KEEP },          { "sup", PART_KEEP },
  { "del", PART_KEEP },   { "blockquote", PART_KEEP }, { "pre", PART_KEEP },
  { "code", PART_KEEP },  { "a", PART_KEEP },          { "figcaption", PART_OPEN },
  { "img", PART_VOID },   { "br", PART_VOID },         { "hr", PART_VOID },
  { "svg", PART_LEAVE },  { "script", PART_LEAVE },    { "style", PART_LEAVE },
};

typedef struct {
  const Site *site;
  const char *href; /* of the page */
  GString *out;
} Fragment;

static Part
part_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].name, name) == 0)
      return parts[i].part;
  return PART_OPEN;
}

static void
write_text (Fragment *fragment, const char *text)
{
  template_escape_html (fragment->out, text, strlen (text));
}

/* Where a link of the page leads from the fragment, one folder further down. Caller frees. */
static char *
address_of (const Fragment *fragment, const char *link)
{
  g_autofree char *scheme = web_scheme (link);

  if (scheme)
    return g_strdup (link);
  gsize length = strcspn (link, "#");
  g_autofree char *folder = g_path_get_dirname (fragment->href);
  g_autofree char *path = g_strndup (link, length);
  g_autofree char *joined = length ? g_strconcat ("/", folder, "/", path, NULL)
                                   : g_strconcat ("/", fragment->href, NULL);
  g_autofree char *whole = g_canonicalize_filename (joined, "/");
  if (fragment->site->base_url)
    return g_strconcat (fragment->site->base_url, whole + 1, link + length, NULL);
  g_autoptr (GString) up = g_string_new ("../");
  for (const char *p = fragment->href; (p = strchr (p, '/')) != NULL; p++)
    g_string_append (up, "../");
  return g_strconcat (up->str, whole + 1, link + length, NULL);
}

static void
write_attribute (Fragment *fragment, xmlNode *node, const char *name, gboolean is_address)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);

  if (value == NULL)
    return;
  g_autofree char *text =
    is_address ? address_of (fragment, (const char *) value) : g_strdup ((const char *) value);
  g_string_append_printf (fragment->out, " %s=\"", name);
  write_text (fragment, text);
  g_string_append_c (fragment->out, '"');
  xmlFree (value);
}

/* Whatever an editor keeps of them. */
static void
write_attributes (Fragment *fragment, xmlNode *node)
{
  write_attribute (fragment, node, "href", TRUE);
  write_attribute (fragment, node, "src", TRUE);
  write_attribute (fragment, node, "alt", FALSE);
  write_attribute (fragment, node, "width", FALSE);
  write_attribute (fragment, node, "height", FALSE);
  write_attribute (fragment, node, "start", FALSE);
}

/* What leads around within the page has no page to lead around in. */
static gboolean
is_of_page (xmlNode *node)
{
  xmlChar *role = xmlGetProp (node, BAD_CAST "role");
  gboolean is = role && strcmp ((char *) role, "doc-backlink") == 0;

  xmlFree (role);
  return is;
}

static void
write_nodes (Fragment *fragment, xmlNode *first)
{
  for (xmlNode *node = first; node; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      write_text (fragment, (const char *) node->content);
    if (node->type != XML_ELEMENT_NODE || is_of_page (node))
      continue;
    const char *name = (const char *) node->name;
    Part part = part_of (name);
    if (part == PART_LEAVE)
      continue;
    if (strcmp (name, "input") == 0)
      g_string_append (fragment->out, "☐");
    if (part != PART_OPEN) {
      g_string_append_printf (fragment->out, "<%s", name);
      write_attributes (fragment, node);
      g_string_append_c (fragment->out, '>');
    }
    write_nodes (fragment, node->children);
    if (part == PART_KEEP)
      g_string_append_printf (fragment->out, "</%s>", name);
    else if (strcmp (name, "figcaption") == 0)
      g_string_append (fragment->out, "<br>");
  }
}

void
fragment_write (const char *html, const Site *site, const char *href, GString *out)
{
  Fragment fragment = { site, href, out };
  htmlDocPtr tree = htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8",
                                    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

  if (tree)
    write_nodes (&fragment, xmlDocGetRootElement (tree));
  xmlFreeDoc (tree);
}
