/* SPDX-License-Identifier: MIT */
#include "render/index_pages.h"

#include "render_kit.h"

static const TestFile templates[] = {
  { "web/archive", "{{#years}}{{title}}:{{#months}}{{title}}={{href}} {{count}};{{/months}}{{/years}}" },
  { "web/month", "{{page.title}}|{{#items}}{{title}}{{#is_expired}}*{{/is_expired}};{{/items}}" },
  { "web/site-map", "{{#groups}}{{title}}:{{#items}}{{title}};{{/items}}{{/groups}}|{{#items}}{{title}};"
                    "{{/items}}" },
  { "web/contact", "{{page.title}} {{office.name}}" },
  { "web/moved", "{{#target}}{{root}}{{href}} {{title}}{{/target}} {{page.canonical}}" },
  { "web/province", "{{province}}:{{#offices}}{{name}};{{/offices}}" },
  { "web/offices", "{{#provinces}}{{name}}={{href}} {{count}};{{/provinces}}" },
  { NULL, NULL },
};

static const TestFile files[] = {
  { "content/site.yaml", "title: T\noffice: \"01\"\nbase_url: https://a.vn/\n" },
  { "content/ban-tin/a.md", "---\nkind: bulletin\ntitle: A\ndate: 2026-02-01\n---\n" },
  { "content/ban-tin/b.md",
    "---\nkind: bulletin\ntitle: B\ndate: 2026-02-03\nexpires: 2026-03-01\n---\n" },
  { "content/ban-tin/c.md", "---\nkind: bulletin\ntitle: C\ndate: 2025-12-31\n---\n" },
  { "content/gioi-thieu.md",
    "---\nkind: page\ntitle: Về\nold_addresses: ve/chung-toi.html\n---\n" },
};

static void
test_pages (void)
{
  static const struct {
    const char *path, *text;
  } rows[] = {
    { "luu-tru/index.html", "Năm 2026:Tháng 2=luu-tru/2026-02.html 2;Năm 2025:Tháng "
                            "12=luu-tru/2025-12.html 1;" },
    { "luu-tru/2026-02.html", "Tháng 2 năm 2026|B*;A;" },
    { "so-do.html", "Bản tin:A;C;|Về;" },
    { "lien-he.html", "Liên hệ Ủy ban nhân dân thành phố Hà Nội" },
    { "ve/chung-toi.html", "../gioi-thieu.html Về https://a.vn/gioi-thieu.html" },
  };
  g_auto (RenderKit) kit = { 0 };

  render_kit_open (&kit, files, G_N_ELEMENTS (files), templates);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = render_kit_render (&kit, rows[i].path, NULL);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* Where there are many, each province has a page. */
static void
test_provinces (void)
{
  g_autoptr (GString) list = g_string_new ("code,name,kind,parent\n");
  g_autoptr (GString) matter = g_string_new ("---\nkind: guide\ntitle: G\ndistribute: [");

  for (guint i = 0; i < 90; i++) {
    g_string_append_printf (list, "%05u,An %02u,xã,%s\n", 10000 + i, i, i % 2 ? "01" : "75");
    g_string_append_printf (matter, "'%05u',", 10000 + i);
  }
  g_string_append (matter, "]\noutputs: [web, script]\n---\n");
  const TestFile many[] = { { "content/site.yaml", "title: T\noffice: \"01\"\n" },
                            { "content/localities.csv", list->str },
                            { "content/a.md", matter->str } };
  g_auto (RenderKit) kit = { 0 };
  render_kit_open (&kit, many, G_N_ELEMENTS (many), templates);
  g_autofree char *index = render_kit_render (&kit, "co-quan/index.html", NULL);
  g_assert_cmpstr (index, ==, "Thành phố Hà Nội=co-quan/tinh/01.html 46;Thành phố Đồng "
                              "Nai=co-quan/tinh/75.html 45;");
  g_autofree char *province = render_kit_render (&kit, "co-quan/tinh/75.html", NULL);
  g_assert_true (g_str_has_prefix (province, "Thành phố Đồng Nai:Ủy ban nhân dân Xã An 00;"));
  g_autofree char *names = render_kit_render (&kit, "assets/co-quan-ten.js", NULL);
  g_assert_nonnull (strstr (names, "[\"Ủy ban nhân dân Xã An 01\",\"co-quan/10001.html\"],"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index-pages/pages", test_pages);
  g_test_add_func ("/index-pages/provinces", test_provinces);
  return g_test_run ();
}
