/* SPDX-License-Identifier: MIT */
/* libxml2 calls back for each tag and text, and the tree is built in an arena. A page is data of
 * ours as often as of others: no document type that declares anything gets through, so there are no
 * entities but those of XML, and nothing is ever fetched. */
#include "print/read/element.h"

#include "base/nfc.h"
#include "base/i18n.h"
#include "base/web_scheme.h"
#include "print/read/name.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define MOST_DEPTH 256
#define MOST_BYTES (64 << 20)

/* libxml2 gives a name the same address wherever it stands in a document; this remembers what it is
 * for us. */
#define N_NAMES 256

typedef struct {
  const xmlChar *theirs;
  const char *ours; /* interned */
} Name;

typedef struct {
  const Source *source;
  Report *report;
  xmlParserCtxt *context;
  Markup *markup;
  Element *current; /* the open element */
  guint depth;
  GString *text; /* of the current element, not yet in the tree */
  guint text_line;
  guint origin;       /* line of the document that is being shown; 0: none */
  GPtrArray *classes; /* const char *, interned: of one element */
  gboolean has_failed;
  Name names[N_NAMES];
} Reading;

/* --- faults --- */

static void
fail (Reading *reading, Place place, const char *advice, const char *text)
{
  reading->has_failed = TRUE;
  report_error (reading->report, reading->source, place, advice, "%s", text);
}

static Place
place_here (const Reading *reading)
{
  return (Place){ reading->context->input ? MAX (reading->context->input->line, 1) : 1, 0 };
}

/* Reports, and no more is read. */
static void
stop (Reading *reading, const char *advice, const char *text)
{
  if (!reading->has_failed)
    fail (reading, place_here (reading), advice, text);
  xmlStopParser (reading->context);
}

static const char *
complaint_advice (int code)
{
  static const struct {
    int code;
    const char *advice;
  } rows[] = {
    { XML_ERR_TAG_NAME_MISMATCH,
      N_ ("close what is opened, in turn; an element without content is written <br/>") },
    { XML_ERR_TAG_NOT_FINISHED,
      N_ ("close what is opened, in turn; an element without content is written <br/>") },
    { XML_ERR_NAME_REQUIRED, N_ ("write “&” as &amp; and “<” as &lt;") },
    { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("write “&” as &amp; and “<” as &lt;") },
    { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("write a value in quotation marks: hidden=\"hidden\"") },
    { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("write a value in quotation marks: hidden=\"hidden\"") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].code == code)
      return _ (rows[i].advice);
  return NULL;
}

/* What is wrong with namespaces does not matter here: it is no fatal error to libxml2 either. */
static void
on_complaint (void *data, xmlError *error)
{
  Reading *reading = data;

  if (reading->has_failed || error->level != XML_ERR_FATAL)
    return;
  g_autofree char *theirs = g_strdup (error->message ? error->message : "?");
  g_autofree char *text =
    g_strdup_printf (_ ("this is not well-formed XML: %s"), g_strstrip (theirs));
  fail (reading, (Place){ MAX (error->line, 1), MAX (error->int2, 0) },
        complaint_advice (error->code), text);
}

/* &nbsp; and its like. They are read as a space, so that all of them are reported in one run. */
static xmlEntity *
on_entity (void *data, const xmlChar *name)
{
  static xmlEntity stand_in = {
    .name = (const xmlChar *) "nbsp",
    .content = (xmlChar *) " ",
    .length = 1,
    .etype = XML_INTERNAL_PREDEFINED_ENTITY,
  };
  Reading *reading = data;
  xmlEntity *known = xmlGetPredefinedEntity (name);

  if (known)
    return known;
  g_autofree char *text = g_strdup_printf (_ ("“&%s;” is not known in XML"), name);
  fail (reading, place_here (reading),
        _ ("write the character itself, or its number: &#160; for a non-breaking space"), text);
  return &stand_in;
}

static void
on_document_type (void *data, const xmlChar *name, const xmlChar *public_id,
                  const xmlChar *system_id)
{
  Reading *reading = data;

  gboolean is_html = g_ascii_strcasecmp ((const char *) name, "html") == 0;
  gboolean is_svg = strcmp ((const char *) name, "svg") == 0; /* programs name its DTD */

  if ((!is_svg && (!is_html || public_id || system_id)) || *reading->context->input->cur == '[')
    stop (reading, _ ("write <!DOCTYPE html>, or nothing"), _ ("this document type is not read"));
}

/* --- the tree --- */

static const char *
name_ours (Reading *reading, const xmlChar *theirs)
{
  Name *name = &reading->names[(GPOINTER_TO_SIZE (theirs) >> 2) % N_NAMES];

  if (name->theirs != theirs) {
    name->theirs = theirs;
    name->ours = name_intern ((const char *) theirs, xmlStrlen (theirs));
  }
  return name->ours;
}

/* HTML knows no capitals in names of elements, and none of the drawings that are read has any. */
static const char *
name_in_small_letters (Reading *reading, const xmlChar *theirs)
{
  for (const xmlChar *p = theirs; *p; p++)
    if (g_ascii_isupper (*p)) {
      g_autofree char *small = g_ascii_strdown ((const char *) theirs, -1);
      return name_intern (small, strlen (small));
    }
  return name_ours (reading, theirs);
}

/* A copy in the arena, in NFC: sources are, but a character reference may add a mark to a letter.
 */
static const char *
copy_nfc (Reading *reading, const char *text, gsize *length)
{
  Arena *arena = reading->markup->arena;

  if (memchr (text, 0xCC, *length) == NULL && memchr (text, 0xCD, *length) == NULL)
    return arena_copy_n (arena, text, *length);
  g_autofree char *composed = nfc_text (text, *length, length);
  return arena_copy_n (arena, composed, *length);
}

static Element *
append_node (Reading *reading)
{
  Element *node = arena_alloc (reading->markup->arena, sizeof (Element));
  Element *parent = reading->current;

  node->index = reading->markup->n_elements++;
  node->parent = parent;
  if (parent == NULL) {
    reading->markup->root = node;
    return node;
  }
  node->previous = parent->last_child;
  if (node->previous)
    node->previous->next = node;
  else
    parent->first_child = node;
  parent->last_child = node;
  return node;
}

static const char *const no_classes[] = { NULL };

static void
flush_text (Reading *reading)
{
  if (reading->text->len == 0)
    return;
  Element *node = append_node (reading);
  gsize length = reading->text->len;
  node->text = copy_nfc (reading, reading->text->str, &length);
  node->length = length;
  node->line = reading->text_line;
  node->classes = no_classes;
  g_string_truncate (reading->text, 0);
}

static const char *const *
read_classes (Reading *reading, const char *value)
{
  g_ptr_array_set_size (reading->classes, 0);
  for (const char *p = value; p && *p;) {
    gsize length = strcspn (p, " \t\n");
    if (length > 0)
      g_ptr_array_add (reading->classes, (gpointer) name_intern (p, length));
    p += length + (p[length] != '\0');
  }
  return arena_list (reading->markup->arena, (const char *const *) reading->classes->pdata,
                     reading->classes->len);
}

/* `theirs` holds five pointers for each: name, prefix, address of the namespace, start and end of
 * the value. */
static void
read_attributes (Reading *reading, Element *element, int n, const xmlChar **theirs)
{
  element->classes = no_classes;
  if (n == 0)
    return;
  Attribute *attributes = arena_alloc (reading->markup->arena, n * sizeof (Attribute));

  for (int i = 0; i < n; i++, theirs += 5) {
    gsize length = theirs[4] - theirs[3];
    attributes[i].name = name_ours (reading, theirs[0]);
    attributes[i].value = copy_nfc (reading, (const char *) theirs[3], &length);
  }
  element->attributes = attributes;
  element->n_attributes = n;
  element->classes = read_classes (reading, element_attribute (element, "class"));
  const char *id = element_attribute (element, "id");
  element->id = id ? name_intern (id, strlen (id)) : NULL;
}

/* A PDF is opened by programs that ask nobody before they start another one: it leads where pages
 * may lead. */
static void
check_link (Reading *reading, Element *element)
{
  const char *href = strcmp (element->name, "a") == 0 ? element_attribute (element, "href") : NULL;

  if (href == NULL || *href == '#' || web_scheme_is_safe (href))
    return;
  g_autofree char *text = g_strdup_printf (_ ("a link of a sheet cannot lead to “%s”"), href);
  fail (reading, (Place){ element->line, 0 },
        _ ("on paper links lead to https://, http://, mailto:, tel: or “#…”"), text);
}

static void
on_start (void *data, const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix,
          G_GNUC_UNUSED const xmlChar *uri, G_GNUC_UNUSED int n_namespaces,
          G_GNUC_UNUSED const xmlChar **namespaces, int n_attributes, G_GNUC_UNUSED int n_defaulted,
          const xmlChar **attributes)
{
  Reading *reading = data;

  if (++reading->depth > MOST_DEPTH) {
    stop (reading, NULL, _ ("elements are nested more than 256 levels deep"));
    return;
  }
  flush_text (reading);
  Element *element = append_node (reading);
  element->name = name_in_small_letters (reading, name);
  element->line = place_here (reading).line;
  element->origin = reading->origin;
  read_attributes (reading, element, n_attributes, attributes);
  check_link (reading, element);
  reading->current = element;
}

static void
on_end (void *data, G_GNUC_UNUSED const xmlChar *name, G_GNUC_UNUSED const xmlChar *prefix,
        G_GNUC_UNUSED const xmlChar *uri)
{
  Reading *reading = data;

  flush_text (reading);
  reading->depth--;
  reading->current = reading->current->parent;
}

/* libxml2 stands behind the text by now, and gives long ones in pieces. */
static void
on_text (void *data, const xmlChar *text, int length)
{
  Reading *reading = data;

  if (reading->current == NULL)
    return;
  if (reading->text->len == 0) {
    reading->text_line = place_here (reading).line;
    for (int i = 0; i < length; i++)
      reading->text_line -= text[i] == '\n' && reading->text_line > 1;
  }
  g_string_append_len (reading->text, (const char *) text, length);
}

/* <?line 12?>: what follows comes from there, and so does the element it stands in, when no other
 * line is known for that. */
static void
on_instruction (void *data, const xmlChar *target, const xmlChar *value)
{
  Reading *reading = data;

  if (strcmp ((const char *) target, "line") != 0)
    return;
  flush_text (reading); /* a text of its own on either side, as markup_store.c counts them */
  guint64 line = value ? g_ascii_strtoull ((const char *) value, NULL, 10) : 0;
  reading->origin = (guint) MIN (line, G_MAXUINT);
  if (reading->current && reading->current->origin == 0)
    reading->current->origin = reading->origin;
}

/* --- reading --- */

static void
parse (Reading *reading)
{
  static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = on_document_type,
    .getEntity = on_entity,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .processingInstruction = on_instruction,
    .serror = on_complaint,
  };
  xmlParserCtxt *context =
    xmlCreateMemoryParserCtxt (reading->source->text, reading->source->length);

  g_assert (context);
  reading->context = context;
  xmlCtxtUseOptions (context,
                     XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (context, XML_CHAR_ENCODING_UTF8);
  *context->sax = handler;
  context->userData = reading;
  xmlParseDocument (context);
  if (!context->wellFormed && !reading->has_failed)
    fail (reading, place_here (reading), NULL, _ ("this is not well-formed XML"));
  xmlFreeParserCtxt (context);
}

Markup *
markup_read (const Source *source, Report *report)
{
  g_autoptr (Markup) markup = g_new0 (Markup, 1);
  Reading reading = { .source = source, .report = report, .markup = markup };

  if (source->length == 0 || source->length > MOST_BYTES) {
    fail (&reading, (Place){ 1, 0 }, NULL,
          source->length ? _ ("a page may have 64 MB at most") : _ ("there is nothing in it"));
    return NULL;
  }
  markup->arena = arena_new ();
  reading.text = g_string_new (NULL);
  reading.classes = g_ptr_array_new ();
  parse (&reading);
  g_string_free (reading.text, TRUE);
  g_ptr_array_unref (reading.classes);
  return reading.has_failed ? NULL : g_steal_pointer (&markup);
}

void
markup_free (Markup *markup)
{
  if (markup == NULL)
    return;
  arena_free (markup->arena);
  g_free (markup);
}
