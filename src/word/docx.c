/* SPDX-License-Identifier: MIT */
#include "word/docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <math.h>
#include <string.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W_NAMESPACES                                                                               \
  " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""                      \
  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define OFFICE_TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE      "http://schemas.openxmlformats.org/package/2006/"
#define WORD_TYPES   "application/vnd.openxmlformats-officedocument.wordprocessingml."

#define CSS_LINE 1.1499 /* what line-height 1 is of the line Word would set */

/* --- styles --- */

/* Without eastAsia and cs, Word takes another face for “ ” … and stacked accents. */
void
docx_append_defaults (GString *out, const char *face, guint size)
{
  g_string_append_printf (
    out,
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" "
    "w:eastAsia=\"%s\" w:cs=\"%s\"/><w:kern w:val=\"2\"/><w:sz w:val=\"%u\"/><w:szCs "
    "w:val=\"%u\"/><w:lang "
    "w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" "
    "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/><w:qFormat/></w:style>",
    face, face, face, face, 2 * size, 2 * size);
}

static void
append_look (GString *out, const DocxStyle *style)
{
  if (style->is_bold)
    g_string_append (out, "<w:b/><w:bCs/>");
  if (style->is_italic)
    g_string_append (out, "<w:i/><w:iCs/>");
  if (style->colour)
    g_string_append_printf (out, "<w:color w:val=\"%s\"/>", style->colour);
}

/* Word's line is a share of the height of the letters. LibreOffice knows whole hundredths of it and
 * cuts off the rest, which makes a line a page: so they are what is asked for. */
static void
append_spacing (GString *out, const DocxStyle *style)
{
  double hundredths = floor (100 * style->line / CSS_LINE + 0.5);

  g_string_append_printf (
    out, "<w:spacing w:before=\"%d\" w:after=\"0\" w:line=\"%d\" w:lineRule=\"auto\"/>",
    style->before, (int) ceil (240 * hundredths / 100));
}

void
docx_append_style (GString *out, const DocxStyle *style, guint size)
{
  gboolean is_built_in = g_ascii_islower (*style->name); /* as Word writes their names */
  int points = style->size > 0 ? style->size : (int) size + style->size;

  g_string_append_printf (
    out,
    "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\">"
    "<w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>%s",
    is_built_in ? "" : " w:customStyle=\"1\"", style->id, style->name,
    style->keeps_next ? "<w:keepNext/>" : "");
  append_spacing (out, style);
  if (style->indent)
    g_string_append_printf (out, "<w:ind %s/>", style->indent);
  g_string_append_printf (out, "<w:jc w:val=\"%s\"/></w:pPr><w:rPr>", style->align);
  append_look (out, style);
  g_string_append_printf (out, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>",
                          2 * points, 2 * points);
}

/* --- text --- */

void
docx_append_text (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++)
    switch (*p) {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    default:
      if ((guchar) *p >= 0x20 || *p == '\t' || *p == '\n')
        g_string_append_c (out, *p);
    }
}

void
docx_open_paragraph (GString *out, const char *style, const char *more)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style,
                          more ? more : "");
}

void
docx_close_paragraph (GString *out)
{
  g_string_append (out, "</w:p>");
}

/* --- the package --- */

/* A part. */
typedef struct {
  char *name;
  GBytes *bytes;
} Part;

static la_ssize_t
on_write (struct archive *archive, void *data, const void *bytes, size_t length)
{
  (void) archive;
  g_string_append_len (data, bytes, length);
  return length;
}

/* No times at all: libarchive then writes the first moment a zip knows. */
static void
pack (const GArray *parts, GString *out)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_deflate (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open (archive, out, NULL, on_write, NULL);
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_pathname_utf8 (entry, part->name);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    gsize length;
    const void *bytes = g_bytes_get_data (part->bytes, &length);
    archive_entry_set_size (entry, (la_int64_t) length);
    archive_write_header (archive, entry);
    archive_write_data (archive, bytes, length);
    archive_entry_free (entry);
  }
  archive_write_close (archive);
  archive_write_free (archive);
}

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
}

/* `text` becomes ours. */
static void
add_part (GArray *parts, const char *name, char *text)
{
  const Part part = { g_strdup (name), g_bytes_new_take (text, strlen (text)) };
  g_array_append_val (parts, part);
}

/* --- what stands around a text --- */

#define OVERRIDE(name, type)                                                                       \
  "<Override PartName=\"/word/" name ".xml\" ContentType=\"" WORD_TYPES type "+xml\"/>"
#define RELATION(id, type, target)                                                                 \
  "<Relationship Id=\"" id "\" Type=\"" type "\" Target=\"" target "\"/>"
#define RELATIONS "<Relationships xmlns=\"" PACKAGE "relationships\">"

static const char settings_xml[] =
  XML "<w:settings" W_NAMESPACES "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/>"
      "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting "
      "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
      "w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>";

static char *
types_xml (const DocxText *text)
{
  return g_strconcat (
    XML "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
        "Extension=\"xml\" ContentType=\"application/xml\"/>",
    text->pictures ? "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default "
                     "Extension=\"png\" ContentType=\"image/png\"/>"
                   : "",
    OVERRIDE ("document", "document.main") OVERRIDE ("styles", "styles")
      OVERRIDE ("settings", "settings") OVERRIDE ("header1", "header")
        OVERRIDE ("header2", "header") OVERRIDE ("footer1", "footer") OVERRIDE ("header3", "header")
          OVERRIDE ("footer2", "footer"),
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
    "vnd.openxmlformats-package.core-properties+xml\"/>",
    text->notes ? OVERRIDE ("footnotes", "footnotes") : "",
    text->origin ? "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/"
                   "vnd.openxmlformats-officedocument.custom-properties+xml\"/>"
                 : "",
    "</Types>", NULL);
}

/* "png", or else "jpeg". */
static const char *
picture_ending (GBytes *picture)
{
  gsize length;
  const char *bytes = g_bytes_get_data (picture, &length);
  return length > 4 && memcmp (bytes, "\x89PNG", 4) == 0 ? "png" : "jpeg";
}

static void
add_pictures (GArray *parts, const GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++) {
    const Part part = { g_strdup_printf ("word/media/hinh%u.%s", i + 1,
                                         picture_ending (pictures->pdata[i])),
                        g_bytes_ref (pictures->pdata[i]) };
    g_array_append_val (parts, part);
  }
}

static char *
picture_relations (const GPtrArray *pictures)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; pictures && i < pictures->len; i++)
    g_string_append_printf (out, RELATION (DOCX_PICTURE, OFFICE_TYPES "image", "media/hinh%u.%s"),
                            i + 1, i + 1, picture_ending (pictures->pdata[i]));
  return g_string_free (out, FALSE);
}

static char *
document_relations (const DocxText *text)
{
  g_autofree char *pictures = picture_relations (text->pictures);

  return g_strconcat (XML RELATIONS RELATION ("rId1", OFFICE_TYPES "styles", "styles.xml")
                        RELATION ("rId2", OFFICE_TYPES "settings", "settings.xml")
                          RELATION ("rId3", OFFICE_TYPES "header", "header1.xml")
                            RELATION ("rId4", OFFICE_TYPES "header", "header2.xml")
                              RELATION ("rId5", OFFICE_TYPES "footer", "footer1.xml")
                                RELATION ("rId7", OFFICE_TYPES "header", "header3.xml")
                                  RELATION ("rId8", OFFICE_TYPES "footer", "footer2.xml"),
                      text->notes ? RELATION ("rId6", OFFICE_TYPES "footnotes", "footnotes.xml")
                                  : "",
                      pictures, "</Relationships>", NULL);
}

/* With the two that Word draws its rules from. */
static char *
notes_xml (const char *notes)
{
  return g_strconcat (
    XML "<w:footnotes" W_NAMESPACES "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r>"
        "<w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" "
        "w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>",
    notes, "</w:footnotes>", NULL);
}

static void
append_property (GString *out, const char *tag, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, "<%s>", tag);
  docx_append_text (out, text, strlen (text));
  g_string_append_printf (out, "</%s>", tag);
}

static char *
core_xml (const DocxText *text)
{
  GString *out =
    g_string_new (XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");

  append_property (out, "dc:title", text->title);
  append_property (out, "dc:creator", text->creator);
  append_property (out, "dc:identifier", text->identifier);
  append_property (out, "dc:language", "vi-VN");
  append_property (out, "cp:category", text->category);
  if (date_is_set (text->date)) {
    g_autofree char *day = date_iso (text->date);
    g_string_append_printf (out,
                            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z"
                            "</dcterms:created>",
                            day);
  }
  g_string_append (out, "</cp:coreProperties>");
  return g_string_free (out, FALSE);
}

#define MAX_PROPERTY 255 /* characters: what the dialog of Word takes */

/* In pieces: “loa.1”, “loa.2” … Numbers of properties begin at 2 ([MS-OLEPS], 2.18). */
static char *
custom_xml (const char *origin)
{
  GString *out = g_string_new (
    XML "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "docPropsVTypes\">");
  glong length = g_utf8_strlen (origin, -1);

  for (glong start = 0, n = 1; start < length; start += MAX_PROPERTY, n++) {
    g_autofree char *piece = g_utf8_substring (origin, start, MIN (start + MAX_PROPERTY, length));
    g_string_append_printf (out,
                            "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" "
                            "pid=\"%ld\" name=\"loa.%ld\"><vt:lpwstr>",
                            n + 1, n);
    docx_append_text (out, piece, strlen (piece));
    g_string_append (out, "</vt:lpwstr></property>");
  }
  g_string_append (out, "</Properties>");
  return g_string_free (out, FALSE);
}

static char *
root_relations (const DocxText *text)
{
  return g_strconcat (
    XML RELATIONS RELATION ("rId1", OFFICE_TYPES "officeDocument", "word/document.xml")
      RELATION ("rId2", PACKAGE "relationships/metadata/core-properties", "docProps/core.xml"),
    text->origin ? RELATION ("rId3", OFFICE_TYPES "custom-properties", "docProps/custom.xml") : "",
    "</Relationships>", NULL);
}

#define WORD_PART(tag, children)                                                                   \
  g_strconcat (XML "<w:" tag W_NAMESPACES ">", children, "</w:" tag ">", NULL)

#define EMPTY_PARAGRAPH "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>"

void
docx_write (const DocxText *text, GString *out)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, clear_part);
  add_part (parts, "[Content_Types].xml", types_xml (text));
  add_part (parts, "_rels/.rels", root_relations (text));
  add_part (parts, "word/document.xml",
            g_strconcat (XML "<w:document" W_NAMESPACES "><w:body>", text->body,
                         "</w:body></w:document>", NULL));
  add_part (parts, "word/_rels/document.xml.rels", document_relations (text));
  add_part (parts, "word/styles.xml", WORD_PART ("styles", text->styles));
  add_part (parts, "word/settings.xml", g_strdup (settings_xml));
  add_part (parts, "word/header1.xml", WORD_PART ("hdr", text->header));
  add_part (parts, "word/header2.xml", WORD_PART ("hdr", text->first_header));
  add_part (parts, "word/footer1.xml", WORD_PART ("ftr", text->first_footer));
  add_part (parts, "word/header3.xml", WORD_PART ("hdr", EMPTY_PARAGRAPH));
  add_part (parts, "word/footer2.xml", WORD_PART ("ftr", EMPTY_PARAGRAPH));
  add_part (parts, "docProps/core.xml", core_xml (text));
  if (text->origin)
    add_part (parts, "docProps/custom.xml", custom_xml (text->origin));
  if (text->notes)
    add_part (parts, "word/footnotes.xml", notes_xml (text->notes));
  if (text->pictures)
    add_pictures (parts, text->pictures);
  pack (parts, out);
}
