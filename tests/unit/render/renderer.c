/* SPDX-License-Identifier: MIT */
#include "render_kit.h"

#define SITE "title: T & U\noffice: \"01\"\nbase_url: https://a.gov.vn/sub/\n"

static const TestFile files[] = {
  { "content/site.yaml", SITE },
  { "content/localities.csv", "code,name,kind,parent\n00004,Ba Đình,phường,01\n00008,Ngọc "
                              "Hà,phường,01\n" },
  { "content/index.md", "---\nkind: page\ntitle: T\n---\nChào *bạn*.\n" },
  { "content/a/b/tin.md", "---\nkind: bulletin\ntitle: Tin & nước\ndate: 2026-01-02\nmanual: "
                          "https://a.gov.vn/x\ndistribute: ['00004', '00008']\noutputs: [web, qr, "
                          "poster, script, ssml]\n---\nCó mưa.\n" },
  { "content/a/an.md", "---\nkind: bulletin\ntitle: Ẩn\ndate: 2026-01-02\ndistribute: "
                       "'00004'\noutputs: [script]\n---\nCó mưa.\n" },
  { "content/cv/ke-hoach.md",
    "---\nkind: letter\ntype: kế hoạch\nsubject: phòng dịch\ndate: 2026-01-02\nnumber: "
    "4/KH-UBND\nsigner: {title: CHỦ TỊCH}\n---\nNội dung.\n" },
};

#define FILES "{{#document.downloads}}{{title}}={{href}} {{pages}};{{/document.downloads}}"
#define ROOT  "{{root}}|{{style}}|{{office.id}}|"

static const TestFile templates[] = {
  { "web/bulletin", ROOT "{{document.title}}|{{{document.body}}}|" FILES },
  { "web/letter", ROOT "{{#document.pdf}}{{href}} {{pages}}{{/document.pdf}}|" FILES },
  { "web/404", ROOT "{{site.title}}" },
  { "web/home", ROOT "{{page.canonical}}|{{{intro}}}" },
  { "web/section", ROOT "{{page.canonical}}" },
  { "web/kit", ROOT "{{document.page}}|" FILES },
  { "web/feed", "{{site.title}}" },
  { "text/robots", "{{site.title}}" },
  { "text/script", "{{document.title}}|{{script.station}}" },
  { NULL, NULL },
};

static void
kit_open (RenderKit *kit)
{
  render_kit_open (kit, files, G_N_ELEMENTS (files), templates);
}

/* Where the root is, which office speaks, what is escaped, what is offered. */
static void
test_pages (void)
{
  static const struct {
    const char *path, *text;
  } rows[] = {
    { "404.html", "/sub/|/sub/assets/x.css|01|T &amp; U" },
    { "robots.txt", "T & U" },
    { "feed.xml", "T &amp; U" },
    { "assets/x.css", "p{}" },
    { "index.html", "|assets/x.css|01|https://a.gov.vn/sub/|<p>Chào <em>bạn</em>.</p>\n" },
    { "cv/index.html", "../|../assets/x.css|01|https://a.gov.vn/sub/cv/index.html" },
    { "a/b/tin/loa.txt", "Tin & nước|Đài truyền thanh thành phố Hà Nội" },
    { "a/b/tin.html",
      "../../|../../assets/x.css|01|Tin &amp; nước|<p>Có mưa.</p>\n|"
      "Áp phích A4=a/b/tin/ap-phich.pdf 1;Kịch bản loa=a/b/tin/loa.html ;"
      "Kịch bản loa, chỉ có chữ=a/b/tin/loa.txt ;Kịch bản loa cho giọng "
      "máy=a/b/tin/loa.ssml ;Kịch bản loa cho giọng máy, từng phần=a/b/tin/loa-ssml.txt ;Lời cho "
      "giọng máy, chỉ có chữ=a/b/tin/loa-may.txt ;Mã QR để in=a/b/tin/qr.svg ;" },
    { "cv/ke-hoach.html", "../|../assets/x.css|01|cv/ke-hoach/cong-van.pdf 1|Kế hoạch để "
                          "in=cv/ke-hoach/cong-van.pdf 1;" },
    { "co-quan/00008/tin/index.html",
      "../../../|../../../assets/x.css|00008|a/b/tin.html|Áp phích "
      "A4=co-quan/00008/tin/ap-phich.pdf 1;Kịch bản loa=co-quan/00008/tin/loa.html ;Kịch bản loa, "
      "chỉ có chữ=co-quan/00008/tin/loa.txt ;Kịch bản loa cho giọng máy=co-quan/00008/tin/loa.ssml "
      ";Kịch bản loa cho giọng máy, từng phần=co-quan/00008/tin/loa-ssml.txt ;Lời cho giọng máy, "
      "chỉ có chữ=co-quan/00008/tin/loa-may.txt ;" },
    { "co-quan/00004/an/index.html",
      "../../../|../../../assets/x.css|00004||Kịch bản loa=co-quan/00004/an/loa.html ;Kịch bản "
      "loa, chỉ có chữ=co-quan/00004/an/loa.txt ;" },
  };
  g_auto (RenderKit) kit = { 0 };

  kit_open (&kit);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = render_kit_render (&kit, rows[i].path, NULL);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
  g_autofree char *faults = report_faults (kit.report);
  g_assert_cmpstr (faults, ==, "");
}

static void
test_bytes (void)
{
  static const struct {
    const char *path, *start;
  } rows[] = {
    { "a/b/tin/qr.svg", "<svg " },
    { "a/b/tin/loa.ssml", "<?xml " },
    { "a/b/tin/ap-phich.pdf", "%PDF-1.7" },
    { "nha-in/01/tin/ap-phich.pdf", "%PDF-1.7" },
  };
  g_auto (RenderKit) kit = { 0 };

  kit_open (&kit);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SheetFacts facts;
    g_autofree char *text = render_kit_render (&kit, rows[i].path, &facts);
    g_assert_true (g_str_has_prefix (text, rows[i].start));
    g_assert_true ((facts.n_unsafe == G_MAXUINT) == !g_str_has_suffix (rows[i].path, ".pdf"));
    if (g_str_has_prefix (rows[i].path, "nha-in"))
      g_assert_cmpuint (facts.pdf.n_pages, ==, 2); /* one for each office */
  }
}

/* What nobody reads from 3 m away is told, of posters alone. */
static void
test_titles (void)
{
  static const struct {
    guint n_words;
    const char *output, *file;
    gboolean is_told;
  } rows[] = {
    { 20, "poster", "ap-phich.pdf", FALSE },
    { 21, "poster", "ap-phich.pdf", TRUE },
    { 21, "poster_a3", "ap-phich-a3.pdf", TRUE },
    { 21, "leaflet", "to-roi.pdf", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) title = g_string_new ("Từ");
    for (guint n = 1; n < rows[i].n_words; n++)
      g_string_append (title, " từ");
    g_autofree char *text = g_strdup_printf ("---\nkind: guide\ntitle: %s\noutputs: %s\n---\nA.\n",
                                             title->str, rows[i].output);
    const TestFile site[] = { { "content/a/x.md", text } };
    g_autofree char *path = g_strconcat ("a/x/", rows[i].file, NULL);
    g_auto (RenderKit) kit = { 0 };
    render_kit_open (&kit, site, 1, templates);
    G_GNUC_UNUSED g_autofree char *sheet = render_kit_render (&kit, path, NULL);
    g_autofree char *faults = report_faults (kit.report);
    g_assert_true ((strstr (faults, "words; a poster is read up to 20") != NULL)
                   == rows[i].is_told);
  }
}

/* A template without a head makes no bundle; the fault is told, not passed over. */
static void
test_bad_bundle (void)
{
  static const TestFile bad[] = { { "print/poster", "<html><body/></html>" }, { NULL, NULL } };
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), bad);
  g_autofree char *bundle = render_kit_render (&kit, "nha-in/01/tin/ap-phich.pdf", NULL);
  g_assert_null (bundle);
  g_autofree char *faults = report_faults (kit.report);
  g_assert_nonnull (strstr (faults, "a print page needs a head and a body"));
}

/* A template that fails makes nothing, and an address too long for a code is told. */
static void
test_failures (void)
{
  static const TestFile bad[] = { { "web/404", "{{#open}}" }, { NULL, NULL } };
  g_autofree char *address = g_strnfill (3000, 'x');
  g_autofree char *text = g_strdup_printf (
    "---\nkind: page\ntitle: T\nmanual: https://a.gov.vn/%s\noutputs: qr\n---\n", address);
  const TestFile site[] = { { "content/a/x.md", text } };
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, site, 1, bad);
  g_assert_cmpuint (report_n_errors (kit.report), >, 0);
  g_autofree char *page = render_kit_render (&kit, "404.html", NULL);
  g_assert_null (page);
  g_autofree char *code = render_kit_render (&kit, "a/x/qr.svg", NULL);
  g_assert_null (code);
  g_autofree char *faults = report_faults (kit.report);
  g_assert_nonnull (strstr (faults, "too long for a QR code"));
}

/* Everything there is, each on a site of its own: what says nothing is made without a lexicon. */
static void
check_voice (const char *kind, const char *word, gboolean speaks)
{
  const char *letter =
    (strcmp (kind, "letter") == 0 ? "type: kế hoạch\nsubject: a\nnumber: 4/KH-UBND\n"
                                    "signer: {title: CHỦ TỊCH}\n"
                                  : "manual: https://a.gov.vn/x\n");
  g_autofree char *text =
    g_strdup_printf ("---\nkind: %s\ntitle: T\ndate: 2026-01-02\n%soutputs: [web, %s]\n---\n"
                     "Có mưa.\n",
                     kind, letter, word);
  const TestFile site[] = { { "content/site.yaml", SITE }, { "content/a/x.md", text } };
  static const TestFile none[] = { { NULL, NULL } };
  g_auto (RenderKit) kit = { 0 };

  g_test_message ("%s: %s", kind, word);
  render_kit_open (&kit, site, G_N_ELEMENTS (site), none);
  g_assert_true ((kit.lexicon != NULL) == speaks);
  for (guint i = 0; i < kit.plan->outputs->len; i++) {
    const Output *output = &g_array_index (kit.plan->outputs, Output, i);
    if (output->product->data == PRODUCT_DATA_FILE)
      continue;
    g_autofree char *made = render_kit_render (&kit, output->path, NULL);
    g_assert_nonnull (made);
  }
}

static void
test_voice (void)
{
  static const char *const kinds[] = {
    [KIND_BULLETIN] = "bulletin",   [KIND_GUIDE] = "guide", [KIND_LETTER] = "letter",
    [KIND_CHECKLIST] = "checklist", [KIND_PAGE] = "page",
  };
  for (const Product *product = product_next (NULL); product; product = product_next (product)) {
    DocumentKind kind = KIND_BULLETIN;
    while (product->only_for && !(product->only_for & 1u << kind))
      kind++;
    const char *word = product->word.english;
    if (word)
      check_voice (kinds[kind], word,
                   g_str_has_prefix (word, "script") || strcmp (word, "ssml") == 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/pages", test_pages);
  g_test_add_func ("/renderer/bytes", test_bytes);
  g_test_add_func ("/renderer/titles", test_titles);
  g_test_add_func ("/renderer/bad-bundle", test_bad_bundle);
  g_test_add_func ("/renderer/failures", test_failures);
  g_test_add_func ("/renderer/voice", test_voice);
  return g_test_run ();
}
