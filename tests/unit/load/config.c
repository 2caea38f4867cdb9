/* SPDX-License-Identifier: MIT */
#include "load/config.h"

#include "../support.h"

#define SITE "title: T\noffice: a\n"

static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { SITE, "" },
    { "", "s.yaml:1:1: error: a site needs the key “office” (“cơ quan”)\n"
          "s.yaml:1:1: error: a site needs the key “title” (“tiêu đề”)\n" },
    { "[]\n", "s.yaml:1:1: error: keys with values are expected here\n" },
    { SITE "base_url: a.gov.vn\n", "s.yaml:3:11: error: “a.gov.vn” is not a web address\n" },
    { SITE "base_url: https://a.gov.vn/?x\n",
      "s.yaml:3:11: error: the address of a site has no “?” or “#”\n" },
    { SITE "base_url: https://a.gov.vn/#x\n",
      "s.yaml:3:11: error: the address of a site has no “?” or “#”\n" },
    { SITE "qr: {ecc: X}\n", "s.yaml:3:11: error: “X” is not a valid level of error correction\n" },
    { SITE "qr: {ecc: LM}\n",
      "s.yaml:3:11: error: “LM” is not a valid level of error correction\n" },
    { SITE "qr: {ecc: Q}\n", "" },
    { SITE "qr: {hosts: a.vn}\n", "" },
    { SITE "languages: {en: {title: E}, zh: {summary: Z}}\n", "" },
    { SITE "sections: [{id: a, title: A}]\n", "" },
    { SITE "emergency: {text: A, until: 5/3/2030}\n", "" },
    { SITE "mã qr: {máy chủ: [\"*.gov.vn\", vneid.vn], mức sửa lỗi: H}\n", "" },
    { SITE "qr: {hosts: []}\n", "s.yaml:3:13: error: this list is empty\n" },
    { SITE "qr: {hosts: [\"*\", \"https://a.vn\", \"*.\", \"a.*\", \"\", \"**.vn\", \"a..b\", "
           "\".vn\"]}\n",
      "s.yaml:3:14: error: “*” is not a host\n"
      "s.yaml:3:19: error: “https://a.vn” is not a host\n"
      "s.yaml:3:35: error: “*.” is not a host\n"
      "s.yaml:3:41: error: “a.*” is not a host\n"
      "s.yaml:3:48: error: this text is empty\n"
      "s.yaml:3:52: error: “**.vn” is not a host\n"
      "s.yaml:3:61: error: “a..b” is not a host\n"
      "s.yaml:3:69: error: “.vn” is not a host\n" },
    { SITE "links: {hosts: [\"*.example.vn\", b.vn]}\nfile_kinds: [dwg, kml]\n", "" },
    { SITE "liên kết: {máy chủ: b.vn}\nloại tệp: dwg\n", "" },
    { SITE "links: {hosts: \"*\"}\n", "s.yaml:3:16: error: “*” is not a host\n" },
    { SITE "file_kinds: [.dwg, docm]\n",
      "s.yaml:3:14: error: “.dwg” is not the ending of a file\n"
      "s.yaml:3:20: error: “.docm”: programs, scripts and documents with macros are never "
      "published\n" },
    { SITE "manual: https://vneid.gov.vn/a.pdf\n", "" },
    { SITE "manual: https://evil.com/a.pdf\n",
      "s.yaml:3:9: error: “https://evil.com/a.pdf” may not stand behind a QR code: its host is not "
      "on the list of the "
      "site\n" },
    { SITE "manual: https://vneid.gov.vn/a?b='c\n",
      "s.yaml:3:9: error: “https://vneid.gov.vn/a?b='c” may not stand behind a QR code: no address "
      "has “'” in it\n" },
    { SITE "manual: https://a.vn/\nqr: {hosts: a.vn}\n", "" },
    { SITE "synonyms:\n- [heo, lợn]\n- [a, b, c d]\n", "" },
    { SITE "synonyms: heo\n", "s.yaml:3:11: error: a list is expected here\n" },
    { SITE "synonyms:\n- heo\n- [lợn]\n- []\n",
      "s.yaml:4:3: error: this is not a list of two words or more\n"
      "s.yaml:5:3: error: this is not a list of two words or more\n"
      "s.yaml:6:3: error: this is not a list of two words or more\n" },
    { SITE "sections: [{id: a, title: A}, {mã: b/c, tiêu đề: B, tóm tắt: S}]\n", "" },
    { SITE "sections: [{id: a}]\n",
      "s.yaml:3:12: error: a section needs the key “title” (“tiêu đề”)\n" },
    { SITE "sections: {a: A}\n", "s.yaml:3:11: error: a list is expected here\n" },
    { SITE "sections: [{id: a, title: A}, {id: a, title: B}]\n",
      "s.yaml:3:31: error: the section “a” stands here a second time\n" },
    { SITE "sections:\n- {id: ../a, title: A}\n- {id: /a, title: A}\n- {id: a//b, title: A}\n- "
           "{id: a/, title: A}\n"
           "- {id: a/../../b, title: A}\n- {id: Tin, title: A}\n",
      "s.yaml:4:3: error: “../a” cannot be the id of a section\n"
      "s.yaml:5:3: error: “/a” cannot be the id of a section\n"
      "s.yaml:6:3: error: “a//b” cannot be the id of a section\n"
      "s.yaml:7:3: error: “a/” cannot be the id of a section\n"
      "s.yaml:8:3: error: “a/../../b” cannot be the id of a section\n"
      "s.yaml:9:3: error: “Tin” cannot be the id of a section\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Site) site = site_new ();
    g_autoptr (Source) source = source_new ("s.yaml", rows[i].text, -1);
    Place place;
    g_test_message ("%s", rows[i].text);
    config_load (site, source, &place, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* What is kept is named as it is called in the made site. */
static void
test_keep (void)
{
  static const struct {
    const char *name;
    gboolean is_good;
  } rows[] = { { "a.html", TRUE }, { "a/b*", TRUE },  { "/a", FALSE },     { "../a", FALSE },
               { "a/", FALSE },    { "a//b", FALSE }, { "a/./b", FALSE },  { ".well-known", TRUE },
               { ".", FALSE },     { "a/..", FALSE }, { "a\\\\b", FALSE }, { "*", TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Site) site = site_new ();
    g_autofree char *text =
      g_strdup_printf ("title: T\noffice: o\nkeep: [x, \"%s\"]\n", rows[i].name);
    g_autoptr (Source) source = source_new ("s.yaml", text, -1);
    Place place;
    config_load (site, source, &place, report);
    g_autofree char *faults = report_faults (report);
    g_test_message ("%s", rows[i].name);
    g_assert_cmpint (g_str_has_prefix (faults, "s.yaml:3:11: error: "), ==, !rows[i].is_good);
  }
}

static void
test_both_languages (void)
{
  static const char *const texts[] = {
    "title: T\nsummary: S\nbase_url: https://a.gov.vn/x\noffice: o\nmanual: https://m.gov.vn/\nqr: "
    "{hosts: b.vn, ecc: Q}\n"
    "sections: [{id: c, title: C}]\nkeep: [\"google*.html\", tai-len]\n"
    "synonyms: [[heo, lợn]]\n",
    "tiêu đề: T\ntóm tắt: S\nđịa chỉ gốc: https://a.gov.vn/x/\ncơ quan: o\ntài liệu: "
    "https://m.gov.vn/\n"
    "mã qr: {máy chủ: [b.vn], mức sửa lỗi: Q}\nchuyên mục: [{mã: c, tiêu đề: C}]\n"
    "giữ lại: [\"google*.html\", tai-len]\ntừ đồng nghĩa: [[heo, lợn]]\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Site) site = site_new ();
    g_autoptr (Source) source = source_new ("s.yaml", texts[i], -1);
    Place place;
    g_assert_cmpstr (config_load (site, source, &place, report), ==, "o");
    g_assert_cmpuint (place.line, ==, 4);
    g_assert_cmpstr (site->title, ==, "T");
    g_assert_cmpstr (site->summary, ==, "S");
    g_assert_cmpstr (site->base_url, ==, "https://a.gov.vn/x/");
    g_assert_cmpstr (site->manual, ==, "https://m.gov.vn/");
    g_assert_cmpstr (site->qr_hosts[0], ==, "b.vn");
    g_assert_cmpint (site->qr_ecc, ==, 'Q');
    g_assert_cmpstr (site->keep[0], ==, "google*.html");
    g_assert_cmpstr (site->keep[1], ==, "tai-len");
    g_assert_null (site->keep[2]);
    g_assert_cmpuint (site->synonyms->len, ==, 1);
    g_assert_cmpstr (((const char *const *) site->synonyms->pdata[0])[1], ==, "lợn");
    g_assert_cmpstr (g_array_index (site->sections, Section, 0).id, ==, "c");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/config/faults", test_faults);
  g_test_add_func ("/config/keep", test_keep);
  g_test_add_func ("/config/both-languages", test_both_languages);
  return g_test_run ();
}
