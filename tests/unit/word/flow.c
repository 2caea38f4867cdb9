/* SPDX-License-Identifier: MIT */
#include "word/flow.h"

#include "docx_support.h"

/* The text of the body, one paragraph a line: "1. text"; '|' between cells. */
static void
append_blocks (GString *out, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const FlowBlock *block = blocks->pdata[i];
    for (guint row = 0; block->table && row < block->table->rows->len; row++) {
      const FlowRow *cells = block->table->rows->pdata[row];
      for (guint n = 0; n < cells->cells->len; n++) {
        append_blocks (out, ((FlowCell *) cells->cells->pdata[n])->blocks);
        g_string_append_c (out, '|');
      }
    }
    if (block->paragraph)
      g_string_append_printf (out, "%s%s%s;", block->paragraph->is_box ? "box:" : "",
                              block->paragraph->text,
                              block->paragraph->n_pictures ? "<picture>" : "");
  }
}

static const char relations[] = RELATION ("s", "styles", "styles.xml")
  RELATION ("n", "footnotes", "notes.xml") RELATION ("p", "image", "p.png")
    RELATION ("c", "comments", "comments.xml") "<Relationship Id=\"e\" Type=\"http://x/image\" "
                                               "Target=\"http://a\" TargetMode=\"External\"/>"
                                               "<Relationship Id=\"w\" Type=\"http://x/hyperlink\" "
                                               "Target=\"https://a.vn\" TargetMode=\"External\"/>"
                                               "<Relationship Id=\"j\" Type=\"http://x/hyperlink\" "
                                               "Target=\"javascript:x\" TargetMode=\"External\"/>";
static const DocxPart parts[] = {
  { "word/styles.xml", "<w:styles " W "/>" },
  { "word/notes.xml",
    "<w:footnotes " W "><w:footnote w:id=\"2\">" P ("chú") "</w:footnote></w:footnotes>" },
  { "word/p.png", "\x89PNG" },
  { NULL, NULL },
};

#define BOX(text)                                                                                  \
  "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" P (           \
    text) "</w:txbxContent></w:drawing></"                                                         \
          "mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" P (text) "</"                \
                                                                               "w:txbxContent></"  \
                                                                               "v:textbox></"      \
                                                                               "w:pict></"         \
                                                                               "mc:Fallback></"    \
                                                                               "mc:"               \
                                                                               "AlternateContent>" \
                                                                               "</w:r>"
#define MARK(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define FIELD(instruction, result)                                                                 \
  MARK ("begin")                                                                                   \
  "<w:r><w:instrText>" instruction "</w:instrText></w:r>" MARK ("separate") result MARK ("end")

static void
test_text (void)
{
  static const struct {
    const char *body, *text, *found; /* found: ids of findings */
  } rows[] = {
    { P ("a") P (""), "a;;", "" },
    { P_OF ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</"
            "w:t></w:r>"),
      "a\tb\nc-d;", "" },
    /* Wrappers at each level. */
    { "<w:sdt><w:sdtContent>" P_OF ("<w:smartTag><w:sdt><w:sdtContent>" R (
        "a") "</w:sdtContent></w:sdt></w:smartTag>") "</w:sdtContent></w:sdt>",
      "a;", "" },
    { TBL ("<w:sdt><w:sdtContent>" TR (
        "<w:sdt><w:sdtContent>" TC (P ("a")) "</w:sdtContent></w:sdt>") "</w:sdtContent></w:sdt>"),
      "a;|", "" },
    /* Changes as accepted, also of the end of a paragraph and of a row. */
    { P_OF ("<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins>" R ("a") "</w:ins>"), "a;",
      "tracked-changes-accepted " },
    { P_OF ("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R ("a")) P ("b"), "ab;",
      "tracked-changes-accepted " },
    { TBL (TR (TC (P ("a"))) TR ("<w:trPr><w:del/></w:trPr>" TC (P ("x")))), "a;|",
      "tracked-changes-accepted " },
    { P_OF ("<w:moveFrom>" R ("x") "</w:moveFrom><w:moveTo>" R ("a") "</w:moveTo>"), "a;",
      "tracked-changes-accepted " },
    /* One of two drawings; a text box once, behind its paragraph. */
    { P_OF (R ("a") BOX ("hộp") R ("b")), "ab;box:hộp;", "" },
    { P_OF ("<w:r><mc:AlternateContent><mc:Choice "
            "Requires=\"lạ\"><w:t>x</w:t></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></"
            "mc:AlternateContent></w:r>"),
      ";", "" },
    { P_OF ("<mc:AlternateContent><mc:Choice Requires=\"w14\">" R (
        "a") "</mc:Choice></mc:AlternateContent>"),
      "a;", "" },
    /* Fields: what was computed; nothing that fetches. */
    { P_OF (R ("a") FIELD ("PAGE", R ("7")) FIELD ("REF x", R ("b"))), "ab;", "" },
    { P_OF (FIELD ("INCLUDETEXT \\\"x\\\"", R ("x"))), ";", "field-dropped " },
    { P_OF ("<w:fldSimple w:instr=\"DDE x\">" R ("x") "</w:fldSimple>"), ";", "field-dropped " },
    { P_OF (MARK ("begin") R ("x")) P ("x"), ";x;", "" },
    { P_OF (MARK ("end") MARK ("separate") R ("a")), "a;", "" },
    /* Links by their scheme. */
    { P_OF ("<w:hyperlink r:id=\"w\">" R ("a") "</w:hyperlink>"), "a;", "" },
    { P_OF ("<w:hyperlink r:id=\"j\">" R ("a") "</w:hyperlink>"), "a;", "link-dropped " },
    { P_OF (FIELD ("HYPERLINK \\\"file:///x\\\"", R ("a"))), "a;", "link-dropped " },
    /* Hidden words, symbols, objects. */
    { P_OF (R ("a") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"), "a;",
      "hidden-text-dropped " },
    { P_OF ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:sym w:font=\"Lạ\" "
            "w:char=\"F0E0\"/></w:r>"),
      "→;", "symbol-dropped " },
    { P_OF ("<w:r><w:object/></w:r><m:oMath/>"), ";", "object-dropped equation-dropped " },
    { "<w:altChunk r:id=\"a\"/>" P ("a"), "a;", "object-dropped " },
    /* Pictures: those of the file alone. */
    { P_OF ("<w:r><w:drawing><a:blip r:embed=\"p\"/></w:drawing></w:r>"), "<picture>;", "" },
    { P_OF ("<w:r><w:pict><v:shape><v:imagedata r:id=\"p\"/></v:shape></w:pict></w:r>"),
      "<picture>;", "" },
    { P_OF ("<w:r><w:drawing><a:blip r:link=\"e\"/></w:drawing></w:r>"), ";",
      "external-picture-not-fetched " },
    { P_OF ("<w:r><w:drawing><a:blip r:embed=\"e\"/></w:drawing></w:r>"), ";",
      "external-picture-not-fetched " },
    { P_OF ("<w:r><w:drawing><a:blip r:embed=\"zz\"/></w:drawing></w:r>"), ";",
      "picture-missing " },
    { P_OF (R ("a") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), "a;", "footnote-moved " },
    { P_OF (
        R ("a") "<w:r><w:footnoteReference w:id=\"2\"/><w:footnoteReference w:id=\"2\"/></w:r>"),
      "a;", "footnote-moved " },
    { P_OF ("<w:r><w:rPr><w:rFonts "
            "w:ascii=\".VnTime\"/></w:rPr><w:t>L</w:t><w:softHyphen/><w:t>u</w:t></w:r>"),
      "Lưu;", "legacy-encoding-converted " },
    /* What is nowhere in the schema is nothing. */
    { "<w:p><w:x><w:t>x</w:t></w:x></w:p><w:y/>", ";", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *body = g_strcompress (rows[i].body);
    g_autoptr (GBytes) file = docx_of (body, relations, parts);
    g_autoptr (WordPackage) package = word_package_open (file, NULL);
    g_autoptr (Flow) flow = flow_read (package, NULL);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GString) found = g_string_new (NULL);
    append_blocks (text, flow->blocks);
    for (guint n = 0; n < flow->findings->len; n++)
      g_string_append_printf (found, "%s ",
                              finding_id (g_array_index (flow->findings, Finding, n).code));
    g_test_message ("%s", rows[i].body);
    g_assert_cmpstr (text->str, ==, rows[i].text);
    g_assert_cmpstr (found->str, ==, rows[i].found);
  }
}

/* Places count the paragraphs with text; sections say which way their page lies. */
static void
test_places (void)
{
  g_autoptr (GBytes) file =
    docx_of (P ("a") P ("") P ("b") "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" P (
               "c") "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"
                    "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/></w:sectPr>",
             NULL, NULL);
  g_autoptr (WordPackage) package = word_package_open (file, NULL);
  g_autoptr (Flow) flow = flow_read (package, NULL);
  static const struct {
    guint place;
    gboolean is_landscape, starts_page;
  } wanted[] = { { 1, 0, 0 }, { 0, 0, 0 }, { 2, 0, 0 }, { 0, 0, 0 }, { 3, 1, 0 }, { 0, 1, 1 } };

  g_assert_cmpuint (flow->blocks->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < flow->blocks->len; i++) {
    const FlowParagraph *paragraph = ((FlowBlock *) flow->blocks->pdata[i])->paragraph;
    g_assert_cmpuint (paragraph->place, ==, wanted[i].place);
    g_assert_cmpint (paragraph->is_landscape, ==, wanted[i].is_landscape);
    g_assert_cmpint (paragraph->starts_page, ==, wanted[i].starts_page);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/text", test_text);
  g_test_add_func ("/flow/places", test_places);
  return g_test_run ();
}
