/* SPDX-License-Identifier: MIT */
#include "diff/wording.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

typedef struct {
  GPtrArray *lines;
  GString *line;
} Reading;

static void
end_line (Reading *reading)
{
  g_strchomp (reading->line->str);
  if (*reading->line->str)
    g_ptr_array_add (reading->lines, g_strdup (reading->line->str));
  g_string_truncate (reading->line, 0);
}

/* How many bytes of white space begin `text`, a no-break space among them. */
static gsize
space_length (const char *text)
{
  return g_ascii_isspace (*text) ? 1 : g_str_has_prefix (text, "\u00a0") ? 2 : 0;
}

/* White space is one space, and none at the start of a line. */
static void
add_words (Reading *reading, const char *text)
{
  GString *line = reading->line;

  for (gsize n; text && *text; text += MAX (n, 1)) {
    n = space_length (text);
    if (n == 0)
      g_string_append_c (line, *text);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  }
}

static gboolean
is_in (const xmlNode *node, const char *const *names)
{
  return g_strv_contains (names, (const char *) node->name);
}

static char *
attribute (const xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp ((xmlNode *) node, BAD_CAST name);
  char *copy = g_strdup ((const char *) text);
  xmlFree (text);
  return copy;
}

/* Who signs sees where a link leads: the words alone would hide that it is another place now. */
static void
add_target (Reading *reading, const xmlNode *link)
{
  g_autofree char *target = attribute (link, "href");

  if (target == NULL || strchr (target, ':') == NULL
      || (reading->line->len && g_str_has_suffix (reading->line->str, target)))
    return;
  g_string_append_printf (reading->line, " <%s>", target);
}

static void read_nodes (Reading *reading, const xmlNode *node, guint depth);

static void
read_element (Reading *reading, const xmlNode *node, guint depth)
{
  static const char *const hidden[] = { "script", "style", "svg", "template", "nav", NULL };
  static const char *const inside[] = { "a",    "abbr",  "b",    "bdi",    "bdo", "cite",
                                        "code", "data",  "dfn",  "del",    "em",  "i",
                                        "img",  "ins",   "kbd",  "mark",   "q",   "s",
                                        "samp", "small", "span", "strong", "sub", "sup",
                                        "time", "u",     "var",  "wbr",    NULL };
  gboolean is_inside = is_in (node, inside);

  if (is_in (node, hidden))
    return;
  if (!is_inside)
    end_line (reading);
  if (strcmp ((const char *) node->name, "img") == 0) {
    g_autofree char *description = attribute (node, "alt");
    if (description && *description)
      g_string_append_printf (reading->line, "[%s]", description);
  }
  read_nodes (reading, node->children, depth + 1);
  if (strcmp ((const char *) node->name, "a") == 0)
    add_target (reading, node);
  if (!is_inside)
    end_line (reading);
}

/* Deeper than pages are, one somebody made up would take the stack. */
#define MOST_DEPTH 200

static void
read_nodes (Reading *reading, const xmlNode *node, guint depth)
{
  for (; node && depth < MOST_DEPTH; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      add_words (reading, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE)
      read_element (reading, node, depth);
  }
}

static const xmlNode *
find_element (const xmlNode *node, const char *name, guint depth)
{
  const xmlNode *found = NULL;

  for (; node && !found && depth < MOST_DEPTH; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    found = strcmp ((const char *) node->name, name) == 0
              ? node
              : find_element (node->children, name, depth + 1);
  }
  return found;
}

GPtrArray *
wording_of_page (const char *html, gsize length)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL);
  Reading reading = { lines, line };
  int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  /* XML wants DOCTYPE in capitals, and would read no further. */
  const char *start = g_strstr_len (html, (gssize) length, "<html");
  gsize left = start ? length - (gsize) (start - html) : 0;
  xmlDoc *page = start && left <= G_MAXINT
                   ? xmlReadMemory (start, (int) left, NULL, "UTF-8", options)
                   : NULL;

  if (page == NULL)
    return lines;
  const xmlNode *root = xmlDocGetRootElement (page);
  const xmlNode *main_part = find_element (root, "main", 0);
  const xmlNode *body = main_part ? main_part : find_element (root, "body", 0);
  if (body)
    read_nodes (&reading, body->children, 0);
  end_line (&reading);
  xmlFreeDoc (page);
  return lines;
}

GPtrArray *
wording_of_text (const char *text, gsize length)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_auto (GStrv) parts = g_strsplit (valid, "\n", -1);

  for (char **part = parts; *part; part++)
    if (*g_strchomp (*part))
      g_ptr_array_add (lines, g_strdup (*part));
  return lines;
}
