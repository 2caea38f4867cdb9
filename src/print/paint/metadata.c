/* SPDX-License-Identifier: MIT */
#include "print/paint/metadata.h"

#include "base/digest.h"
#include "base/inks.h"
#include "print/paint/notation.h"
#include "print/paint/profile.h"

#include <string.h>

#define PRODUCER "loa " LOA_VERSION

/* --- information --- */

#define MOMENT_LENGTH 25

/* "2026-03-05T05:30:00+07:00" */
static gboolean
is_moment (const char *text)
{
  static const char form[] = "0000-00-00T00:00:00+00:00";

  if (text == NULL || strlen (text) != MOMENT_LENGTH)
    return FALSE;
  for (guint i = 0; i < MOMENT_LENGTH; i++)
    if (form[i] == '0'   ? !g_ascii_isdigit (text[i])
        : form[i] == '+' ? text[i] != '+' && text[i] != '-'
                         : text[i] != form[i])
      return FALSE;
  return TRUE;
}

/* The same as "D:20260305053000+07'00'". */
static void
append_moment (GString *out, const char *key, const char *moment)
{
  static const guint8 digits[] = { 0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18 };

  append_text (out, key);
  append_text (out, "(D:");
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    append_piece (out, moment + digits[i], 1);
  append_piece (out, moment + 19, 3);
  append_text (out, "'");
  append_piece (out, moment + 23, 2);
  append_text (out, "')");
}

/* NULL when it is not known. PDF/X does not go without. */
static const char *
created_of (const Metadata *metadata)
{
  if (is_moment (metadata->created))
    return metadata->created;
  return metadata->standard == STANDARD_PRESS ? "1970-01-01T00:00:00+00:00" : NULL;
}

guint
metadata_write_information (const Metadata *metadata, Objects *objects)
{
  guint object = objects_reserve (objects);
  g_autoptr (GString) out = g_string_new ("<</Title");

  notation_text (out, metadata->title, -1);
  if (metadata->author) {
    append_text (out, "/Author");
    notation_text (out, metadata->author, -1);
  }
  const char *created = created_of (metadata);
  if (created) {
    append_moment (out, "/CreationDate", created);
    append_moment (out, "/ModDate", created);
  }
  if (metadata->standard == STANDARD_PRESS)
    append_text (out, "/Trapped/False/GTS_PDFXVersion(PDF/X-4)");
  append_text (out, "/Creator(" PRODUCER ")/Producer(" PRODUCER ")>>");
  objects_write (objects, object, out->str, out->len);
  return object;
}

/* --- XMP --- */

static void
append_escaped (GString *out, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_string_append (out, before);
  g_string_append (out, escaped);
  g_string_append (out, after);
}

static const char xmp_start[] =
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
  "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
  " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "
  "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
  "<dc:format>application/pdf</dc:format>\n"
  "<pdf:Producer>" PRODUCER "</pdf:Producer><xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>\n";

static const char xmp_press[] =
  "</rdf:Description>\n"
  "<rdf:Description rdf:about=\"\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
  " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n"
  "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>\n"
  "<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>\n";

/* PDF/A knows no pdfuaid: it wants every schema it does not know to be described. */
static const char xmp_archival[] =
  "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
  "</rdf:Description>\n"
  "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
  " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
  "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
  "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</"
  "pdfaProperty:valueType>"
  "<pdfaProperty:category>internal</pdfaProperty:category>"
  "<pdfaProperty:description>part of ISO 14289 the file conforms to</pdfaProperty:description>"
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char xmp_entries[] = "/Type/Metadata/Subtype/XML";
static const char xmp_end[] = "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";

/* The number of the document is that of what it says of itself: there is no clock and no chance in
 * what we write. */
static void
append_press (GString *xmp, const Metadata *metadata)
{
  char hex[DIGEST_HEX_LENGTH + 1];
  Digest digest = digest_of (xmp->str, xmp->len);

  digest_to_hex (&digest, hex);
  g_string_append (xmp, xmp_press);
  append_escaped (xmp, "<xmp:MetadataDate>", created_of (metadata), "</xmp:MetadataDate>\n");
  append_text (xmp, "<xmpMM:DocumentID>xmp.did:");
  g_string_append (xmp, hex);
  append_text (xmp, "</xmpMM:DocumentID>\n");
}

/* For a press not compressed, so that programs that know nothing of PDF find it. The standards of
 * archives let it be since their second part, and a kit is two thirds of a page less by it. */
guint
metadata_write_xmp (const Metadata *metadata, Objects *objects)
{
  guint object = objects_reserve (objects);
  g_autoptr (GString) xmp = g_string_sized_new (4096);
  const char *created = created_of (metadata);

  g_string_append (xmp, xmp_start);
  if (metadata->standard != STANDARD_PRESS)
    append_text (xmp, "<pdfuaid:part>1</pdfuaid:part>\n");
  append_escaped (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->title,
                  "</rdf:li></rdf:Alt></dc:title>\n");
  append_escaped (xmp, "<dc:language><rdf:Bag><rdf:li>", metadata->language,
                  "</rdf:li></rdf:Bag></dc:language>\n");
  if (metadata->author)
    append_escaped (xmp, "<dc:creator><rdf:Seq><rdf:li>", metadata->author,
                    "</rdf:li></rdf:Seq></dc:creator>\n");
  if (created) {
    append_escaped (xmp, "<xmp:CreateDate>", created, "</xmp:CreateDate>");
    append_escaped (xmp, "<xmp:ModifyDate>", created, "</xmp:ModifyDate>\n");
  }
  if (metadata->standard == STANDARD_ARCHIVE)
    g_string_append (xmp, xmp_archival);
  if (metadata->standard == STANDARD_PRESS)
    append_press (xmp, metadata);
  g_string_append (xmp, xmp_end);
  if (metadata->standard == STANDARD_PRESS)
    objects_stream_ready (objects, object, xmp_entries, xmp->str, xmp->len);
  else
    objects_stream (objects, object, xmp_entries, xmp->str, xmp->len);
  return object;
}

/* --- output intent --- */

typedef struct {
  GBytes *(*profile) (void);
  const char *n_colours, *entries;
} Intent;

static const Intent screen = { profile_srgb, "/N 3",
                               "/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)" };
static const Intent press = { inks_profile, "/N 4",
                              "/S/GTS_PDFX/OutputConditionIdentifier(" INKS_CONDITION ")"
                              "/RegistryName(http://www.color.org)"
                              "/Info(Offset on coated paper, ISO 12647-2)" };

guint
metadata_write_intent (Standard standard, Objects *objects)
{
  const Intent *intent = standard == STANDARD_PRESS ? &press : &screen;
  guint object = objects_reserve (objects), profile = objects_reserve (objects);
  gsize length;
  const char *bytes = g_bytes_get_data (intent->profile (), &length);

  objects_stream (objects, profile, intent->n_colours, bytes, length);
  GString *out = objects_begin (objects, object);
  append_text (out, "<</Type/OutputIntent");
  g_string_append (out, intent->entries);
  append_text (out, "/DestOutputProfile ");
  notation_reference (out, profile);
  append_text (out, ">>");
  objects_end (objects);
  return object;
}

/* --- page labels --- */

guint
metadata_write_labels (const GPtrArray *pages, Objects *objects)
{
  guint object = objects_reserve (objects), expected = 0;
  GString *out = objects_begin (objects, object);

  append_text (out, "<</Nums[");
  for (guint i = 0; i < pages->len; i++) {
    guint number = ((const PlacedPage *) pages->pdata[i])->number;
    if (i == 0 || number != expected) {
      notation_integer (out, i);
      append_text (out, "<</S/D/St ");
      notation_integer (out, MAX (number, 1));
      append_text (out, ">>");
    }
    expected = number + 1;
  }
  append_text (out, "]>>");
  objects_end (objects);
  return object;
}
