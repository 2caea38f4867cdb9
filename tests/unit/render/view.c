/* SPDX-License-Identifier: MIT */
#include "render/view.h"

#include "../site_support.h"

static const char *const nothing[] = { NULL };

static const char *
text_at (const Value *map, const char *key)
{
  const Value *value = value_find (map, key);
  g_assert_nonnull (value);
  return value_kind (value) == VALUE_TEXT ? value_get_text (value, NULL) : NULL;
}

/* The texts of a list of maps, each followed by a bar. */
static char *
texts_at (const Value *map, const char *key, const char *inner)
{
  const Value *list = value_find (map, key);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < value_length (list); i++) {
    const Value *item = value_item (list, i);
    g_string_append_printf (out, "%s|",
                            inner ? text_at (item, inner) : value_get_text (item, NULL));
  }
  return g_string_free (out, FALSE);
}

static gboolean
is_true (const Value *map, const char *key)
{
  return value_is_truthy (value_find (map, key));
}

/* The first and the last are marked, and nobody else. */
static void
test_ends (void)
{
  for (guint n = 0; n < 4; n++) {
    g_autoptr (Value) list = value_list ();
    for (guint i = 0; i < n; i++)
      view_list_add (list, value_map ());
    view_list_end (list, n);
    for (guint i = 0; i < n; i++) {
      g_assert_true (is_true (value_item (list, i), "is_first") == (i == 0));
      g_assert_true (is_true (value_item (list, i), "is_last") == (i + 1 == n));
    }
  }
}

static void
test_downloads (void)
{
  static const struct {
    gsize bytes;
    guint n_pages;
    const char *path, *type, *size, *pages;
  } rows[] = {
    { 0, 0, "a/loa.html", "HTML", NULL, NULL },
    { 1, 1, "a.b/x.pdf", "PDF", "1\u00A0KB", "1" },
    { 1535, 12, "x.pdf", "PDF", "1\u00A0KB", "12" },
    { 1536, 2, "x.pdf", "PDF", "2\u00A0KB", "2" },
    { 1048575, 2, "x.pdf", "PDF", "1024\u00A0KB", "2" },
    { 1048576, 2, "x.pdf", "PDF", "1,0\u00A0MB", "2" },
    { 1310720, 2, "x.pdf", "PDF", "1,3\u00A0MB", "2" },
    { 12582912, 2, "x.pdf", "PDF", "12,0\u00A0MB", "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Value) view = view_download ("T", rows[i].path, rows[i].bytes, rows[i].n_pages);
    g_assert_cmpstr (text_at (view, "title"), ==, "T");
    g_assert_cmpstr (text_at (view, "href"), ==, rows[i].path);
    g_assert_cmpstr (text_at (view, "type"), ==, rows[i].type);
    g_assert_cmpstr (text_at (view, "size"), ==, rows[i].size);
    g_assert_cmpstr (text_at (view, "pages"), ==, rows[i].pages);
  }
}

/* The address in clear, in pieces: it may break after a slash. */
static void
test_qr (void)
{
  static const struct {
    const char *url, *host, *rest;
  } rows[] = {
    { "https://a.gov.vn", "a.gov.vn", "" },
    { "https://a.gov.vn/", "a.gov.vn", "/|" },
    { "http://a.gov.vn/b/c", "a.gov.vn", "/b/|c|" },
    { "https://a.gov.vn/b/c/", "a.gov.vn", "/b/|c|/|" },
    { "https://a.gov.vn?x=1", "a.gov.vn", "?x=1|" },
  };
  const Site site = { .qr_ecc = 'M' };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Value) view = view_qr (&site, rows[i].url);
    g_autofree char *rest = texts_at (view, "rest", NULL);
    g_assert_cmpstr (text_at (view, "url"), ==, rows[i].url);
    g_assert_cmpstr (text_at (view, "host"), ==, rows[i].host);
    g_assert_cmpstr (rest, ==, rows[i].rest);
    g_assert_true (g_str_has_prefix (text_at (view, "svg"), "<svg "));
    g_assert_true (g_str_has_prefix (text_at (view, "drawing"), "<svg class=\"qr\" role=\"img\""));
  }
  g_autofree char *address = g_strnfill (3000, 'x');
  g_autoptr (Value) none = view_qr (&site, NULL);
  g_autoptr (Value) too_long = view_qr (&site, address);
  g_autoptr (Value) strange = view_qr (&site, "https://a.gov.vn/?a=1&b=\"2\"");
  g_assert_true (value_kind (none) == VALUE_NULL && value_kind (too_long) == VALUE_NULL);
  g_assert_nonnull (strstr (text_at (strange, "drawing"), "?a=1&amp;b=&quot;2&quot;\""));
}

static Office
office_new (const Locality *locality)
{
  return (Office){ .id = "a",
                   .locality = locality,
                   .parent_lines = nothing,
                   .name_lines = nothing,
                   .name = "UBND phường A",
                   .place = "A",
                   .station = { .slots = nothing } };
}

static void
test_office (void)
{
  const Locality locality = { .code = "1", .name = "A", .kind = LOCALITY_WARD };
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (SiteFile));
  const Site site = { .files = files };
  Office office = office_new (&locality);

  g_autoptr (Value) bare = view_office (&site, &office);
  g_assert_cmpstr (text_at (bare, "phone_href"), ==, NULL);
  g_assert_cmpstr (text_at (bare, "web_text"), ==, NULL);
  g_assert_cmpstr (text_at (bare, "picture"), ==, NULL);
  g_assert_cmpstr (text_at (bare, "contacts_css"), ==, "");
  g_assert_cmpstr (text_at (bare, "href"), ==, "co-quan/a.html");
  g_assert_cmpstr (text_at (bare, "locality"), ==, "Phường A");
  g_assert_true (value_kind (value_find (bare, "station")) == VALUE_NULL);
  g_assert_true (value_kind (value_find (bare, "successor")) == VALUE_NULL);

  office.phone = "(+84) 24-3825.1234";
  office.web = "https://a.gov.vn/x";
  office.address = "Số 1 \"A\" \\ B";
  office.emblem = "logo.PNG";
  office.station.name = "Đài";
  g_autoptr (Value) full = view_office (&site, &office);
  g_assert_cmpstr (text_at (full, "phone_href"), ==, "tel:+842438251234");
  g_assert_cmpstr (text_at (full, "web_text"), ==, "a.gov.vn/x");
  g_assert_cmpstr (text_at (full, "picture"), ==, "logo.PNG");
  g_autofree char *labels = texts_at (full, "contacts", "label");
  g_assert_cmpstr (labels, ==, "Địa chỉ|Điện thoại|Trang thông tin điện tử|");
  g_assert_true (g_str_has_prefix (text_at (full, "contacts_css"), "Địa chỉ: Số"));
  g_assert_nonnull (strstr (text_at (full, "contacts_css"), "\"A\" \\ B; Điện thoại: "));
  g_assert_cmpstr (text_at (value_find (full, "station"), "name"), ==, "Đài");
  /* A drawing stands on paper as well. */
  office.emblem = "logo.SVG";
  g_autoptr (Value) drawn = view_office (&site, &office);
  g_assert_cmpstr (text_at (drawn, "picture"), ==, "logo.SVG");
  g_assert_cmpstr (text_at (drawn, "emblem"), ==, "logo.SVG");
}

static void
test_places (void)
{
  const Locality locality = { .code = "1", .name = "A", .kind = LOCALITY_WARD };
  const Site site = { .now = 0 };
  static const struct {
    const char *place;
    gboolean is_long;
  } rows[] = { { "Thừa Thiên Huế", FALSE }, { "Thừa Thiên Huếế", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Office office = office_new (&locality);
    office.place = rows[i].place;
    g_autoptr (Value) view = view_office (&site, &office);
    g_assert_true (is_true (view, "has_long_place") == rows[i].is_long);
  }
}

#define LETTER(more)                                                                               \
  "---\nkind: letter\nsubject: phòng dịch\ndate: 2026-01-02\nsigner: {title: A}\n" more "---\n"

/* What stands on a letter whether it is written or not (Decree 30/2020). */
static void
test_letters (void)
{
#define BLANKS "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"
  static const struct {
    const char *text, *number, *size, *copies, *kind;
    gboolean is_to_many;
  } rows[] = {
    { LETTER ("number: 4/UBND-NC\nto: A\n"), "04/UBND-NC", "14", "Như trên|Lưu: VT|", "Công văn",
      FALSE },
    { LETTER ("number: 4/UBND-NC\nto: [A, B]\ncopies: [Như trên, 'C;', 'Lưu: VT, X.']\nsize: 13\n"),
      "04/UBND-NC", "13", "Như trên|C|Lưu: VT, X|", "Công văn", TRUE },
    { LETTER ("number: 4/KH-UBND\ntype: kế hoạch\ncopies: [C...]\n"), "04/KH-UBND", "14",
      "C...|Lưu: VT|", "Kế hoạch", FALSE },
    { LETTER ("symbol: UBND-NC\nto: A\ndraft: true\n"), BLANKS "/UBND-NC", "14",
      "Như trên|Lưu: VT|", "Công văn", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TestFile files[] = { { "content/a/x.md", rows[i].text } };
    g_auto (TestSite) test = { 0 };
    test_site_load (&test, files, 1, TEST_NOW, TRUE);
    g_assert_cmpstr (test.faults, ==, "");
    g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
    g_autoptr (Value) view = view_document (test.site, plan, test.site->documents->pdata[0]);
    g_autofree char *copies = texts_at (view, "copies", "text");
    g_assert_cmpstr (text_at (view, "number_symbol"), ==, rows[i].number);
    g_assert_cmpstr (text_at (view, "size"), ==, rows[i].size);
    g_assert_cmpstr (copies, ==, rows[i].copies);
    g_assert_cmpstr (text_at (view, "kind_text"), ==, rows[i].kind);
    g_assert_true (is_true (view, "to_many") == rows[i].is_to_many);
  }
}

/* What is attached is called by its kind and size, pages by “Trang”. */
static void
test_attachments (void)
{
  static const TestFile files[] = {
    { "content/a/x.md",
      "---\nkind: page\ntitle: T\nattachments:\n"
      "  - {title: A, file: b.pdf}\n  - {title: B, url: 'https://a.gov.vn/x.aspx?f=1.pdf'}\n"
      "  - {title: C, url: 'https://a.gov.vn'}\n  - {title: D, url: 'https://a.gov.vn/x.Docx#y'}\n"
      "  - {title: E, url: 'https://a.gov.vn/v1.2/xem'}\n  - {title: F, url: "
      "'https://a.gov.vn/x.'}\n"
      "  - {title: G, url: 'https://a.gov.vn/x.backup'}\n---\n" },
    { "content/a/b.pdf", "x" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_assert_cmpstr (test.faults, ==, "");
  g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
  g_autoptr (Value) view = view_document (test.site, plan, test.site->documents->pdata[0]);
  g_autofree char *types = texts_at (view, "attachments", "type");
  g_assert_cmpstr (types, ==, "PDF|Trang|Trang|DOCX|Trang|Trang|Trang|");
  const Value *list = value_find (view, "attachments");
  g_assert_cmpstr (text_at (value_item (list, 0), "size"), ==, "1\u00A0KB");
  g_assert_cmpstr (text_at (value_item (list, 1), "size"), ==, NULL);
  g_assert_false (is_true (value_item (list, 0), "is_external"));
  g_assert_true (is_true (value_item (list, 1), "is_external"));
}

static void
test_broadcasts (void)
{
  static const struct {
    const char *broadcast, *minutes, *on;
    gboolean is_there;
  } rows[] = {
    { "", NULL, NULL, FALSE },
    { "broadcast: {slot: 5}\n", NULL, NULL, FALSE },
    { "broadcast: {times: ['05:30'], slot: 5}\n", "5", NULL, TRUE },
    { "broadcast: {from: 2026-01-02}\n", NULL, NULL, TRUE },
    { "broadcast: {until: 2026-01-02}\n", NULL, NULL, TRUE },
    { "broadcast: {from: 2026-01-02, until: 2026-01-02}\n", NULL, "02/01/2026", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
      g_strdup_printf ("---\nkind: guide\ntitle: T\n%s---\n", rows[i].broadcast);
    const TestFile files[] = { { "content/a/x.md", text } };
    g_auto (TestSite) test = { 0 };
    test_site_load (&test, files, 1, TEST_NOW, FALSE);
    g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
    g_autoptr (Value) view = view_document (test.site, plan, test.site->documents->pdata[0]);
    const Value *broadcast = value_find (view, "broadcast");
    g_assert_true (value_is_truthy (broadcast) == rows[i].is_there);
    if (rows[i].is_there) {
      g_assert_cmpstr (text_at (broadcast, "slot_minutes"), ==, rows[i].minutes);
      g_assert_cmpstr (text_at (broadcast, "on"), ==, rows[i].on);
    }
  }
}

static void
test_items (void)
{
  static const TestFile files[] = {
    { "content/a/1.md", "---\nkind: page\ntitle: Một\n---\n" },
    { "content/a/2.md", "---\nkind: page\ntitle: Hai\n---\n" },
    { "content/a/3.md", "---\nkind: page\ntitle: Ba\n---\n" },
  };
  static const struct {
    guint first, most;
    const char *titles;
  } rows[] = { { 0, 2, "Một|Hai|" }, { 2, 2, "Ba|" }, { 3, 2, "" }, { 0, 9, "Một|Hai|Ba|" } };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Value) map = value_map ();
    value_set (map, "items", view_items (test.site, test.site->documents, rows[i].first, rows[i].most));
    g_autofree char *titles = texts_at (map, "items", "title");
    g_assert_cmpstr (titles, ==, rows[i].titles);
    const Value *items = value_find (map, "items");
    if (value_length (items))
      g_assert_true (is_true (value_item (items, value_length (items) - 1), "is_last"));
  }
  g_autoptr (Value) none = view_items (test.site, NULL, 0, 5);
  g_assert_cmpuint (value_length (none), ==, 0);
}

/* The current section is marked in its own frame alone. */
static void
test_frame (void)
{
  static const TestFile files[] = {
    { "content/site.yaml",
      "title: T\noffice: \"01\"\nsections: [{id: a, title: A}, {id: b, title: B}]\n" },
    { "content/b/1.md", "---\nkind: page\ntitle: Một\n---\n" },
  };
  g_auto (TestSite) test = { 0 };

  test_site_load (&test, files, G_N_ELEMENTS (files), TEST_NOW, FALSE);
  g_autoptr (Plan) plan = plan_new (test.site, "s.css", FALSE);
  g_autoptr (Value) sections = view_sections (test.site, plan);
  g_autoptr (Value) menu = view_site_menu (test.site, NULL);
  const ViewShared shared = { sections, menu };
  g_autoptr (Value) frame = view_frame (test.site, plan, &shared, NULL, "../", "b");
  g_assert_cmpstr (text_at (frame, "root"), ==, "../");
  const Value *list = value_find (value_find (frame, "site"), "sections");
  g_assert_false (is_true (value_item (list, 0), "is_current"));
  g_assert_true (is_true (value_item (list, 1), "is_current"));
  g_assert_false (is_true (value_item (sections, 1), "is_current"));
  g_assert_cmpstr (
    site_section (test.site, ((const Document *) test.site->documents->pdata[0])->section)->title,
    ==, "B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/ends", test_ends);
  g_test_add_func ("/view/downloads", test_downloads);
  g_test_add_func ("/view/qr", test_qr);
  g_test_add_func ("/view/office", test_office);
  g_test_add_func ("/view/places", test_places);
  g_test_add_func ("/view/letters", test_letters);
  g_test_add_func ("/view/attachments", test_attachments);
  g_test_add_func ("/view/broadcasts", test_broadcasts);
  g_test_add_func ("/view/items", test_items);
  g_test_add_func ("/view/frame", test_frame);
  return g_test_run ();
}
