/* SPDX-License-Identifier: MIT */
#include "render/paper.h"

#include "render_kit.h"

#include "../product_support.h"

#include <png.h>

static GBytes *picture_bytes (const char *href, gpointer data);

static const TestFile no_templates[] = { { NULL, NULL } };

/* A page of this style and body, and what is said of it as `file` of a document with these print
 * options. Caller frees. */
static char *
print (const char *file, guint print_options, gboolean is_kit, const char *style, const char *body,
       SheetFacts *facts, GString *out)
{
  static const TestFile files[] = { { "content/a/x.md", "---\nkind: page\ntitle: T\n---\n" } };
  g_auto (RenderKit) kit = { 0 };
  g_autoptr (Report) report = report_new ();

  render_kit_open (&kit, files, 1, no_templates);
  kit.files.bytes = picture_bytes;
  Document document = *(const Document *) kit.test.site->documents->pdata[0];
  document.print_options = print_options;
  g_autofree char *path = g_strconcat ("a/x/", file, NULL);
  const Output output = { .product = product_of_file (file),
                          .path = path,
                          .document = &document,
                          .office = document.office,
                          .is_kit = is_kit };
  g_autofree char *html = g_strdup_printf (
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title><style>body { margin: 0 } "
    "%s</style></"
    "head><body>%s</body></html>",
    style, body);
  g_autoptr (Source) page = source_new (path, html, -1);
  g_autoptr (Paper) paper = paper_new (kit.test.site, kit.shelves, &kit.files);
  g_assert_true (paper_print (paper, &output, page, NULL, out, facts, report));
  g_assert_true (g_str_has_prefix (out->str, "%PDF-"));
  return report_faults (report);
}

static char *
faults_of (const char *file, guint print_options, const char *style, const char *body,
           SheetFacts *facts)
{
  g_autoptr (GString) out = g_string_new (NULL);
  return print (file, print_options, FALSE, style, body, facts, out);
}

#define BREAK "<p style=\"break-before: page\">A</p>"

/* What a row limits is told one page later; what is folded, and only that, has no limit. */
static void
test_pages (void)
{
  static const struct {
    const char *file;
    guint print_options, n_pages, most; /* 0: not told */
  } rows[] = {
    { "ap-phich.pdf", 0, 1, 0 },
    { "ap-phich.pdf", 0, 2, 1 },
    { "ap-phich.pdf", 1u << PRINT_BOOKLET, 2, 1 },
    { "to-roi.pdf", 0, 2, 0 },
    { "to-roi.pdf", 0, 3, 2 },
    { "to-roi.pdf", 1u << PRINT_BLEED, 3, 2 },
    { "to-roi.pdf", 1u << PRINT_BOOKLET, 12, 0 },
    { "to-roi-gap-ba.pdf", 1u << PRINT_BOOKLET, 3, 2 },
    { "to-roi-a4.pdf", 0, 3, 2 },
    { "cong-van.pdf", 0, 9, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) body = g_string_new ("<p>A</p>");
    for (guint n = 1; n < rows[i].n_pages; n++)
      g_string_append (body, BREAK);
    g_auto (SheetFacts) facts = { 0 };
    g_autofree char *faults = faults_of (rows[i].file, rows[i].print_options,
                                         "@page { size: A5; margin: 10mm }", body->str, &facts);
    g_autofree char *wanted =
      rows[i].most
        ? g_strdup_printf ("content/a/x.md: warning: %s has %u pages; it is made for %u\n",
                           rows[i].file, rows[i].n_pages, rows[i].most)
        : g_strdup ("");
    g_assert_cmpstr (faults, ==, wanted);
  }
}

/* Sheets are counted when pages share them: eight pages are four sides of two folded sheets. */
static void
test_imposition (void)
{
  g_autoptr (GString) body = g_string_new ("<p>A</p>");
  for (guint n = 1; n < 8; n++)
    g_string_append (body, BREAK);
  g_auto (SheetFacts) folded = { 0 };
  g_auto (SheetFacts) plain = { 0 };
  G_GNUC_UNUSED g_autofree char *one =
    faults_of ("to-roi.pdf", 1u << PRINT_BOOKLET, "@page { size: A5 }", body->str, &folded);
  G_GNUC_UNUSED g_autofree char *other =
    faults_of ("cong-van.pdf", 1u << PRINT_BOOKLET, "@page { size: A5 }", body->str, &plain);
  g_assert_cmpuint (folded.pdf.n_pages, ==, 4);
  g_assert_cmpuint (plain.pdf.n_pages, ==, 8);
}

/* What a print shop sends back: texts at the edge, texts out of their place, codes too small. */
static void
test_preflight (void)
{
  static const struct {
    const char *style, *body, *fault;
  } rows[] = {
    { "@page { size: A5; margin: 4mm }", "<p style=\"margin: 0\">A</p>", "" },
    { "@page { size: A5; margin: 2mm }", "<p style=\"margin: 0\">A</p>",
      "cong-van.pdf, page 1: “A” stands 2.0 mm from the edge of the paper; 3 mm are safe" },
    { "@page { size: A5; margin: 9mm }",
      "<p style=\"width: 20mm; white-space: nowrap\">Một dòng chữ không được ngắt ở đâu cả</p>",
      "cong-van.pdf, page 1: “Một dòng chữ không được ngắt ở đâu cả” is " },
    { "@page { size: A5; margin: 9mm } svg { width: 20mm; height: 20mm }",
      "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 50 50\"><path d=\"M0 "
      "0h1v1h-1z\"/></svg>",
      "" },
    { "@page { size: A5; margin: 9mm } svg { width: 19mm; height: 19mm }",
      "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 50 50\"><path d=\"M0 "
      "0h1v1h-1z\"/></svg>",
      "error: cong-van.pdf: a square of the QR code is 0.38 mm wide" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (SheetFacts) facts = { 0 };
    g_autofree char *faults = faults_of ("cong-van.pdf", 0, rows[i].style, rows[i].body, &facts);
    g_test_message ("%s", faults);
    g_assert_nonnull (strstr (faults, rows[i].fault));
    g_assert_true ((*faults == '\0') == (*rows[i].fault == '\0'));
  }
}

/* A white PNG of 30 × 30 dots, whatever it is called. */
static GBytes *
picture_bytes (G_GNUC_UNUSED const char *href, G_GNUC_UNUSED gpointer data)
{
  static const guint8 dots[30 * 30] = { 0 };
  png_image image = {
    .version = PNG_IMAGE_VERSION, .width = 30, .height = 30, .format = PNG_FORMAT_GRAY
  };
  png_alloc_size_t length = 0;

  g_assert_true (png_image_write_to_memory (&image, NULL, &length, FALSE, dots, 0, NULL));
  guint8 *bytes = g_malloc (length);
  g_assert_true (png_image_write_to_memory (&image, bytes, &length, FALSE, dots, 0, NULL));
  return g_bytes_new_take (bytes, length);
}

/* 120 dots an inch are enough, fewer are told. */
static void
test_pictures (void)
{
  static const struct {
    const char *width;
    gboolean is_told;
  } rows[] = { { "18pt", FALSE }, { "18.2pt", TRUE }, { "17.8pt", FALSE }, { "60pt", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *style = g_strdup_printf ("img { width: %s }", rows[i].width);
    g_auto (SheetFacts) facts = { 0 };
    g_autofree char *faults =
      faults_of ("cong-van.pdf", 0, style, "<p><img src=\"x.png\" alt=\"x\"/></p>", &facts);
    g_test_message ("%s: %f dpi", rows[i].width, facts.pdf.lowest_dpi);
    g_assert_true ((strstr (faults, "dots an inch; print needs at least 120") != NULL)
                   == rows[i].is_told);
  }
}

/* A kit carries the letters it says and no more, as others do: it is copied to thousands. What has no
 * date has none of the day it was made. */
static void
test_bytes (void)
{
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (GString) kit = g_string_new (NULL);
  g_auto (SheetFacts) facts = { 0 };
  g_auto (SheetFacts) kit_facts = { 0 };
  G_GNUC_UNUSED g_autofree char *none = print ("to-roi.pdf", 0, FALSE, "", "<p>A</p>", &facts, own);
  G_GNUC_UNUSED g_autofree char *nothing = print ("to-roi.pdf", 0, TRUE, "", "<p>A</p>", &kit_facts, kit);

  g_assert_cmpmem (kit->str, kit->len, own->str, own->len);
  g_assert_nonnull (memmem (own->str, own->len, "(D:19700101000000", 17));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/pages", test_pages);
  g_test_add_func ("/paper/imposition", test_imposition);
  g_test_add_func ("/paper/preflight", test_preflight);
  g_test_add_func ("/paper/pictures", test_pictures);
  g_test_add_func ("/paper/bytes", test_bytes);
  return g_test_run ();
}
