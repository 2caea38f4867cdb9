/* SPDX-License-Identifier: MIT */
#include "render/list_pages.h"

#include "render_kit.h"

#define ITEM "{{title}};"

static const TestFile templates[] = {
  { "web/home",
    "{{page.title}}|{{#events}}{{title}}:{{#items}}{{#event}}{{when}} {{/event}}" ITEM "{{/items}}{{/events}}{{#guides}}" ITEM "{{/guides}}|{{#latest}}" ITEM
    "{{/latest}}|{{#groups}}{{title}} {{href}}:{{#items}}" ITEM "{{/items}}{{/groups}}" },
  { "web/section",
    "{{section.title}}|{{#items}}" ITEM "{{/items}}|{{#pages}}{{number}}={{href}}"
    "{{#is_current}}*{{/is_current}}{{#is_gap}}…{{/is_gap}};{{/pages}}|{{previous}}|{{next}}" },
  { "web/offices",
    "{{#provinces}}{{name}}:{{#offices}}{{name}}{{#is_former}}*{{/is_former}};{{/offices}}{{/provinces}}" },
  { "web/office", "{{#items}}" ITEM "{{/items}}|{{#kits}}{{title}}={{href}};{{/kits}}" },
  { "web/feed", "{{feed.id}} {{feed.href}} {{feed.updated}}\n{{#entries}}{{url}} {{updated}}\n"
                "{{/entries}}" },
  { "web/search", "{{#search.kinds}}{{value}};{{/search.kinds}}|{{#search.sections}}{{title}};"
                  "{{/search.sections}}|{{#search.offices}}{{value}};{{/search.offices}}|"
                  "{{#search.provinces}}{{value}};{{/search.provinces}}|{{#letters}}{{title}}={{href}};"
                  "{{/letters}}" },
  { "web/letters", "{{page.title}}|{{#letters}}{{title}}{{#is_current}}*{{/is_current}};{{/letters}}|"
                   "{{#items}}" ITEM "{{/items}}" },
  { "web/sitemap", "{{#urls}}{{url}} {{updated}}\n{{/urls}}" },
  { NULL, NULL },
};

#define SITE "title: T\noffice: \"01\"\nbase_url: https://a.vn/\nsections: [{id: a, title: A}]\n"

static void
check (const TestFile *files, guint n, const char *path, const char *wanted)
{
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, n, templates);
  g_autofree char *text = render_kit_render (&kit, path, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static const TestFile mixed[] = {
  { "content/site.yaml", SITE },
  { "content/localities.csv", "code,name,kind,parent\n00004,Ba Đình,phường,01\n" },
  { "content/a/tin.md", "---\nkind: bulletin\ntitle: Tin\ndate: 2026-02-01\n---\n" },
  { "content/a/cu.md", "---\nkind: page\ntitle: Cũ\ndate: 2026-01-01\n---\n" },
  { "content/a/khong-ngay.md", "---\nkind: page\ntitle: Không ngày\n---\n" },
  { "content/b/cach.md",
    "---\nkind: guide\ntitle: Cách\noutputs: [web, script]\ndistribute: '00004'\n---\n" },
  { "content/b/chi-loa.md", "---\nkind: guide\ntitle: Loa\noutputs: script\n---\n" },
};

static void
test_home (void)
{
  check (mixed, G_N_ELEMENTS (mixed), "index.html",
         "T|Cách;|Tin;Cũ;|A a/index.html:Tin;Cũ;Không ngày;b b/index.html:Cách;");
}

/* Kinds there are, and nothing where one would be the only choice. */
static void
test_search (void)
{
  check (mixed, G_N_ELEMENTS (mixed), "tim-kiem.html",
         "k-bulletin;k-guide;k-page;k-office;|A;b;||"
         "|C=a-z/c.html;K=a-z/k.html;T=a-z/t.html;");
  check (mixed, G_N_ELEMENTS (mixed), "a-z/c.html", "Từ A đến Z: C|C*;K;T;|Cách;Cũ;");
}

static void
test_office (void)
{
  check (mixed, G_N_ELEMENTS (mixed), "co-quan/00004.html", "|Cách=co-quan/00004/cach/index.html;");
  check (mixed, G_N_ELEMENTS (mixed), "co-quan/01.html", "Tin;Cũ;Không ngày;Cách;|");
}

/* What is to happen stands by its days, and what is over nowhere; a section has it before its
 * news. */
static void
test_events (void)
{
#define NOTICE(title, event) "---\nkind: notice\ntitle: " title "\ndate: 2026-09-01\nevent: " event "\n---\n"
  static const TestFile files[] = {
    { "content/site.yaml", SITE },
    { "content/a/tin.md", "---\nkind: bulletin\ntitle: Tin\ndate: 2026-09-02\n---\n" },
    { "content/a/xa.md", NOTICE ("Xa", "2026-12-24") },
    { "content/a/mai.md", NOTICE ("Mai", "{day: 2026-10-02, hours: 7 giờ}") },
    { "content/a/nay.md", NOTICE ("Nay", "{from: 2026-09-28, until: 2026-10-01}") },
    { "content/a/tuan.md", NOTICE ("Tuần", "[2026-09-20, 2026-10-04]") },
    { "content/a/qua.md", NOTICE ("Qua", "2026-09-30") },
  };
  static const TestFile section[] = {
    { "web/section", "{{#groups}}{{title}}:{{#items}}" ITEM "{{/items}}{{/groups}}" },
    { NULL, NULL },
  };

  check (files, G_N_ELEMENTS (files), "index.html",
         "T|Hôm nay:Thứ Hai, 28/09/2026 – Thứ Năm, 01/10/2026 Nay;Ngày mai:Thứ Sáu, 02/10/2026, 7 "
         "giờ Mai;Trong tuần này:Chủ nhật, 04/10/2026 Tuần;Sắp tới:Thứ Năm, 24/12/2026 Xa;|Tin;|A "
         "a/index.html:Nay;Mai;Tuần;Xa;Tin;");
  g_auto (RenderKit) kit = { 0 };
  render_kit_open (&kit, files, G_N_ELEMENTS (files), section);
  g_autofree char *text = render_kit_render (&kit, "a/index.html", NULL);
  g_assert_cmpstr (text, ==,
                   "Hôm nay:Nay;Ngày mai:Mai;Trong tuần này:Tuần;Sắp tới:Xa;Tin khác:Tin;");
}

/* Only what has a date is news, and the feed is as new as its newest. */
static void
test_feed (void)
{
  check (mixed, G_N_ELEMENTS (mixed), "feed.xml",
         "https://a.vn/ https://a.vn/feed.xml 2026-02-01T00:00:00+07:00\n"
         "https://a.vn/a/tin.html 2026-02-01T00:00:00+07:00\n"
         "https://a.vn/a/cu.html 2026-01-01T00:00:00+07:00\n");
}

/* Pages that are looked for, once each; not the kits, nor what is no page. */
static void
test_sitemap (void)
{
  check (mixed, G_N_ELEMENTS (mixed), "sitemap.xml",
         "https://a.vn/ \nhttps://a.vn/a/index.html \nhttps://a.vn/b/index.html \n"
         "https://a.vn/co-quan/index.html \nhttps://a.vn/co-quan/00004.html \n"
         "https://a.vn/co-quan/01.html \nhttps://a.vn/tim-kiem.html \nhttps://a.vn/a-z/c.html \nhttps://a.vn/a-z/k.html \nhttps://a.vn/a-z/t.html \n"
         "https://a.vn/luu-tru/index.html \n"
         "https://a.vn/luu-tru/2026-02.html \nhttps://a.vn/luu-tru/2026-01.html \n"
         "https://a.vn/so-do.html \nhttps://a.vn/lien-he.html \nhttps://a.vn/a/cu.html 2026-01-01\n"
         "https://a.vn/a/khong-ngay.html \nhttps://a.vn/a/tin.html 2026-02-01\n"
         "https://a.vn/b/cach.html \n");
}

/* By name as Vietnamese sorts it, former ones last. */
static void
test_offices (void)
{
  static const TestFile files[] = {
    { "content/site.yaml", SITE },
    { "content/localities.csv", "code,name,kind,parent\n00004,Ba Đình,phường,01\n00008,Đại "
                                "Mỗ,phường,01\n00010,An Khánh,xã,01\n" },
    { "content/a/1.md", "---\nkind: page\ntitle: T\noffice: '00008'\n---\n" },
    { "content/a/2.md", "---\nkind: page\ntitle: T\noffice: '00004'\n---\n" },
    { "content/a/3.md", "---\nkind: page\ntitle: T\noffice: '15'\ndate: 2025-01-01\n---\n" },
  };
  check (files, G_N_ELEMENTS (files), "co-quan/index.html",
         "Thành phố Hà Nội:Ủy ban nhân dân phường Ba Đình;Ủy ban nhân dân phường Đại Mỗ;"
         "Ủy ban nhân dân thành phố Hà Nội;Tỉnh Lào Cai:Ủy ban nhân dân tỉnh Lào Cai;"
         "Tỉnh Yên Bái:Ủy ban nhân dân tỉnh Yên Bái*;");
}

/* Pages of 50, with the way to the others. */
static void
test_sections (void)
{
  static const struct {
    guint n_documents;
    const char *path, *end;
    guint n_items;
  } rows[] = {
    { 50, "a/index.html", "|||", 50 },
    { 51, "a/index.html", "|1=a/index.html*;2=a/trang-2.html;||a/trang-2.html", 50 },
    { 51, "a/trang-2.html", "|1=a/index.html;2=a/trang-2.html*;|a/index.html|", 1 },
    { 101, "a/trang-2.html",
      "|1=a/index.html;2=a/trang-2.html*;3=a/trang-3.html;|a/index.html|a/trang-3.html", 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree TestFile *files = g_new0 (TestFile, rows[i].n_documents + 1);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    files[0] = (TestFile){ "content/site.yaml", SITE };
    for (guint n = 0; n < rows[i].n_documents; n++) {
      g_ptr_array_add (names, g_strdup_printf ("content/a/d%u.md", n));
      files[n + 1] = (TestFile){ names->pdata[n], "---\nkind: page\ntitle: D\n---\n" };
    }
    g_auto (RenderKit) kit = { 0 };
    render_kit_open (&kit, files, rows[i].n_documents + 1, templates);
    g_autofree char *text = render_kit_render (&kit, rows[i].path, NULL);
    /* Each page has a name of its own. */
    g_assert_true (g_str_has_prefix (text, strstr (rows[i].path, "trang-") ? "A, trang " : "A|"));
    g_assert_true (g_str_has_suffix (text, rows[i].end));
    guint n_items = 0;
    for (const char *p = text; (p = strstr (p, "D;")); p++)
      n_items++;
    g_assert_cmpuint (n_items, ==, rows[i].n_items);
  }
}

/* Of many pages the first, the last and those around are named; a gap of one is none. */
static void
test_gaps (void)
{
  static const struct {
    guint current;
    const char *numbers;
  } rows[] = {
    { 1, "1 2 3 … 9 " },       { 4, "1 2 3 4 5 6 … 9 " }, { 5, "1 2 3 4 5 6 7 8 9 " },
    { 6, "1 … 4 5 6 7 8 9 " }, { 9, "1 … 7 8 9 " },
  };
  TestFile files[402] = { { "content/site.yaml", SITE } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  static const TestFile numbered[] = {
    { "web/section",
      "{{#pages}}{{#is_gap}}…{{/is_gap}}{{^is_gap}}{{number}}{{/is_gap}} {{/pages}}" },
    { NULL, NULL },
  };

  for (guint n = 1; n < G_N_ELEMENTS (files); n++) {
    g_ptr_array_add (names, g_strdup_printf ("content/a/d%u.md", n));
    files[n] = (TestFile){ names->pdata[n - 1], "---\nkind: page\ntitle: D\n---\n" };
  }
  g_auto (RenderKit) kit = { 0 };
  render_kit_open (&kit, files, G_N_ELEMENTS (files), numbered);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = rows[i].current == 1
                              ? g_strdup ("a/index.html")
                              : g_strdup_printf ("a/trang-%u.html", rows[i].current);
    g_autofree char *text = render_kit_render (&kit, path, NULL);
    g_assert_cmpstr (text, ==, rows[i].numbers);
  }
}

/* No list is longer than the page it stands on. */
static void
test_lengths (void)
{
  static const struct {
    const char *path, *mark;
    guint n;
  } rows[] = { { "index.html", "G;", 10 },
               { "index.html", "N;", 20 },
               { "feed.xml", ".html", 30 } };
  TestFile files[81] = { { "content/site.yaml", SITE } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n < 80; n++) {
    g_ptr_array_add (names, g_strdup_printf ("content/a/d%u.md", n));
    files[n + 1] =
      (TestFile){ names->pdata[n], n % 2 ? "---\nkind: guide\ntitle: G\noutputs: web\n---\n"
                                         : "---\nkind: page\ntitle: N\ndate: 2026-01-01\n---\n" };
  }
  g_auto (RenderKit) kit = { 0 };
  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = render_kit_render (&kit, rows[i].path, NULL);
    guint n = 0;
    for (const char *p = text; (p = strstr (p, rows[i].mark)); p++)
      n++;
    g_assert_cmpuint (n, ==, rows[i].n);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-pages/home", test_home);
  g_test_add_func ("/list-pages/search", test_search);
  g_test_add_func ("/list-pages/events", test_events);
  g_test_add_func ("/list-pages/gaps", test_gaps);
  g_test_add_func ("/list-pages/office", test_office);
  g_test_add_func ("/list-pages/feed", test_feed);
  g_test_add_func ("/list-pages/sitemap", test_sitemap);
  g_test_add_func ("/list-pages/offices", test_offices);
  g_test_add_func ("/list-pages/sections", test_sections);
  g_test_add_func ("/list-pages/lengths", test_lengths);
  return g_test_run ();
}
