/* SPDX-License-Identifier: MIT */
#include "load/offices.h"

#include "../support.h"

#define OFFICE "  locality: \"75\"\n  name_lines: [A]\n  name: A\n"

static Site *
load (const char *text, char **faults)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("o.yaml", text, -1);
  Site *site = site_new ();

  offices_load (site, source, report);
  *faults = report_faults (report);
  return site;
}

static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "", "" },
    { "a:\n" OFFICE, "" },
    { "a:\n" OFFICE "  station: {name: Đài}\n", "" },
    { "a:\n" OFFICE "  station: {name: Đài, reading: {linh: lẻ}}\n", "" },
    { "a:\n" OFFICE "  station: {name: Đài, reading: {day: plain}}\n", "" },
    { "a:\n" OFFICE "  colour: \"#b3131b\"\n", "" },
    { "a:\n" OFFICE "  colour: \"#767676\"\n", "" }, /* 4.54 */
    { "a:\n" OFFICE "  colour: \"#777777\"\n",
      "o.yaml:5:11: error: the contrast of “#777777” on white is 4.4, at least 4.5 is needed to be "
      "read\n" },
    { "a:\n" OFFICE "  màu: \"#FFCD00\"\n", "o.yaml:5:8: error: the contrast of “#FFCD00” on white "
                                            "is 1.5, at least 4.5 is needed to be read\n" },
    { "a:\n" OFFICE "  màu: \"#fff\"\n", "o.yaml:5:8: error: “#fff” is not a colour\n" },
    { "a:\n" OFFICE "  màu: \"#00000g\"\n", "o.yaml:5:8: error: “#00000g” is not a colour\n" },
    { "a:\n" OFFICE "  màu: đỏ\n", "o.yaml:5:8: error: “đỏ” is not a colour\n" },
    { "a:\n" OFFICE "  màu: #b3131b\n", "" }, /* to YAML a comment */
    { "a:\n" OFFICE "  valid_from: 2026-01-02\n  valid_to: 2026-01-01\n",
      "o.yaml:1:1: error: this office ends before it begins\n" },
    { "a:\n" OFFICE "  successor: b\n", "o.yaml:5:14: error: there is no office “b”\n" },
    { "a:\n" OFFICE "  successor: b\nb:\n" OFFICE, "" },
    { "a:\n" OFFICE "  successor: \"15\"\n", "" },
    { "a:\n  locality: \"99\"\n  name_lines: [A]\n  name: A\n",
      "o.yaml:2:13: error: there is no locality with the code “99”\n" },
    { "a: {}\n", "o.yaml:1:4: error: an office needs the key “locality” (“địa phương”)\n"
                 "o.yaml:1:4: error: an office needs the key “name_lines” (“tên”)\n"
                 "o.yaml:1:4: error: an office needs the key “name” (“tên gọi”)\n" },
    { "a: b\n", "o.yaml:1:4: error: keys with values are expected here\n" },
    { "- a\n", "o.yaml:1:1: error: keys with values are expected here\n" },
    { "a:\n" OFFICE "  phone: \"javascript:alert(1)\"\n",
      "o.yaml:5:10: error: “javascript:alert(1)” is not a telephone number\n" },
    { "a:\n" OFFICE "  phone: 0251 3822 501\n  email: a@b.vn\n  web: https://b.gov.vn\n", "" },
    { "a:\n" OFFICE "  email: \"a@b.vn?bcc=c@d.vn\"\n",
      "o.yaml:5:10: error: “a@b.vn?bcc=c@d.vn” is not one mail address\n" },
    { "a:\n" OFFICE "  web: https://vn\xD0\xB5id.gov.vn/\n",
      "o.yaml:5:8: error: the host of “https://vn\xD0\xB5id.gov.vn/” has letters that only look "
      "like Latin ones\n" },
    { "a:\n" OFFICE "  web: javascript:alert(1)\n",
      "o.yaml:5:8: error: “javascript:alert(1)” is not a web address\n" },
    { "a:\n" OFFICE "  tên: [B]\n",
      "o.yaml:5:3: error: “name_lines” and “tên” are the same key\n" },
    { "a:\n" OFFICE "  tel: 1\n", "o.yaml:5:3: error: unknown key “tel”\n" },
    /* Ids become addresses. */
    { "index:\n" OFFICE, "o.yaml:1:1: error: “index” cannot be the id of an office\n" },
    { "../a:\n" OFFICE, "o.yaml:1:1: error: “../a” cannot be the id of an office\n" },
    { "A:\n" OFFICE, "o.yaml:1:1: error: “A” cannot be the id of an office\n" },
    { "-a:\n" OFFICE, "o.yaml:1:1: error: “-a” cannot be the id of an office\n" },
    { "\"\":\n" OFFICE, "o.yaml:1:1: error: “” cannot be the id of an office\n" },
    /* Stations. */
    { "a:\n" OFFICE "  station:\n    name: S\n    slots: [\"05:30\", 17h]\n    reading: {linh: lẻ, "
      "thousand: ngàn, day: mùng, letters: sounds, pace: 180}\n",
      "" },
    { "a:\n" OFFICE "  đài:\n    tên: S\n    giờ phát: 5h\n    cách đọc: {linh: linh, nghìn: "
      "nghìn, mùng: thường, chữ cái: tên, tốc độ: 120}\n",
      "" },
    { "a:\n" OFFICE "  station: {}\n",
      "o.yaml:5:12: error: a station needs the key “name” (“tên”)\n" },
    { "a:\n" OFFICE "  station:\n    name: S\n    reading: {linh: x, pace: 500, day: y}\n",
      "o.yaml:7:21: error: “x” is not allowed here\n"
      "o.yaml:7:30: error: a pace is between 120 and 300 syllables a minute\n"
      "o.yaml:7:40: error: “y” is not allowed here\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *faults = NULL;
    g_test_message ("%s", rows[i].text);
    site_free (load (rows[i].text, &faults));
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

static void
test_record (void)
{
  g_autofree char *faults = NULL;
  g_autoptr (Site) site = load (
    "so-khcn:\n  địa phương: \"75\"\n  cơ quan chủ quản: [UBND TỈNH ĐỒNG NAI]\n"
    "  tên: [SỞ KHOA HỌC, VÀ CÔNG NGHỆ]\n  tên gọi: Sở Khoa học và Công nghệ\n  ký hiệu: SKHCN\n"
    "  đến ngày: 29/4/2026\n  đài: {tên: S, giờ phát: [5h, \"17:30\"], cách đọc: {linh: lẻ, chữ "
    "cái: âm, tốc độ: 180}}\n",
    &faults);
  const Office *office = site_office (site, "so-khcn");

  g_assert_cmpstr (faults, ==, "");
  g_assert_cmpint (office->locality->kind, ==, LOCALITY_PROVINCE); /* as it was on the last day */
  g_assert_cmpstr (office->place, ==, "Đồng Nai");
  g_assert_cmpstr (office->parent_lines[0], ==, "UBND TỈNH ĐỒNG NAI");
  g_assert_cmpstr (office->name_lines[1], ==, "VÀ CÔNG NGHỆ");
  g_assert_null (office->name_lines[2]);
  g_assert_cmpstr (office->station.slots[0], ==, "05:00");
  g_assert_cmpstr (office->station.slots[1], ==, "17:30");
  g_assert_true (office->station.reading.use_le);
  g_assert_false (office->station.reading.use_ngan);
  g_assert_true (office->station.reading.use_sounds);
  g_assert_cmpuint (office->station.reading.syllables_per_minute, ==, 180);
  g_assert_cmpstr (office->path, ==, "o.yaml");
  g_assert_false (office->by_rule);
}

/* A unit without a record has its letterhead by rule, as it was on the day. */
static void
test_by_rule (void)
{
  static const struct {
    const char *code;
    Date date;
    const char *id, *line, *name, *place;
  } rows[] = {
    { "09886",
      { 2026, 1, 1 },
      "09886",
      "PHƯỜNG HÀ ĐÔNG",
      "Ủy ban nhân dân phường Hà Đông",
      "Hà Đông" },
    { "24781",
      { 2026, 1, 1 },
      "24781",
      "PHƯỜNG 1 BẢO LỘC",
      "Ủy ban nhân dân Phường 1 Bảo Lộc",
      "Phường 1 Bảo Lộc" },
    { "79",
      { 2026, 1, 1 },
      "79",
      "THÀNH PHỐ HỒ CHÍ MINH",
      "Ủy ban nhân dân Thành phố Hồ Chí Minh",
      "Thành phố Hồ Chí Minh" },
    { "75",
      { 2026, 4, 29 },
      "75-2026-04-29",
      "TỈNH ĐỒNG NAI",
      "Ủy ban nhân dân tỉnh Đồng Nai",
      "Đồng Nai" },
    { "75",
      { 2026, 4, 30 },
      "75",
      "THÀNH PHỐ ĐỒNG NAI",
      "Ủy ban nhân dân thành phố Đồng Nai",
      "Đồng Nai" },
    { "75",
      { 0, 0, 0 },
      "75",
      "THÀNH PHỐ ĐỒNG NAI",
      "Ủy ban nhân dân thành phố Đồng Nai",
      "Đồng Nai" },
    { "15",
      { 2025, 6, 30 },
      "15-2025-06-30",
      "TỈNH YÊN BÁI",
      "Ủy ban nhân dân tỉnh Yên Bái",
      "Yên Bái" },
    { "10",
      { 2026, 1, 1 },
      "10",
      "TỈNH LÀO CAI",
      "Ủy ban nhân dân tỉnh Lào Cai",
      "Lào Cai" }, /* ended: found all the same */
    { "555", { 2026, 2, 1 }, "555-2026-03-31", "XÃ A", "Ủy ban nhân dân xã A", "A" },
    { "555", { 2026, 6, 1 }, "555-2026-09-30", "XÃ B", "Ủy ban nhân dân xã B", "B" },
  };
  static const Locality added[] = {
    { .code = "09886", .name = "Hà Đông", .kind = LOCALITY_WARD, .parent_code = "01" },
    { .code = "24781", .name = "1 Bảo Lộc", .kind = LOCALITY_WARD, .parent_code = "68" },
    { .code = "555", .name = "A", .kind = LOCALITY_COMMUNE, .valid_to = { 2026, 3, 31 } },
    { .code = "555",
      .name = "B",
      .kind = LOCALITY_COMMUNE,
      .valid_from = { 2026, 4, 1 },
      .valid_to = { 2026, 9, 30 } },
    { .code = "555", .name = "C", .kind = LOCALITY_COMMUNE, .valid_from = { 2026, 10, 1 } },
  };
  g_autoptr (Site) site = site_new ();

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    locality_table_add (site->localities, &added[i]);
  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
      const Office *office = office_find_or_make (site, rows[i].code, rows[i].date);
      g_assert_cmpstr (office->id, ==, rows[i].id);
      g_assert_true (office_id_is_good (office->id));
      g_assert_cmpstr (office->name_lines[0], ==, "ỦY BAN NHÂN DÂN");
      g_assert_cmpstr (office->name_lines[1], ==, rows[i].line);
      g_assert_cmpstr (office->name, ==, rows[i].name);
      g_assert_cmpstr (office->place, ==, rows[i].place);
      g_assert_cmpstr (office->symbol, ==, "UBND");
      g_assert_true (office->by_rule && *office->parent_lines == NULL
                     && *office->station.slots == NULL);
    }
  g_assert_cmpuint (site->office_list->len, ==,
                    G_N_ELEMENTS (rows) - 1); /* 75 was asked for twice */
  g_assert_null (office_find_or_make (site, "98", (Date){ 2026, 1, 1 }));
  g_assert_null (office_find_or_make (site, "", (Date){ 0, 0, 0 }));
}

/* A record comes before the rule, also for the id of a locality. */
static void
test_record_for_code (void)
{
  g_autofree char *faults = NULL;
  g_autoptr (Site) site = load ("\"75\":\n" OFFICE, &faults);

  g_assert_false (office_find_or_make (site, "75", (Date){ 2026, 1, 1 })->by_rule);
  g_assert_cmpuint (site->office_list->len, ==, 1);
}

/* The list of localities speaks of the people's committee, and a record goes before. */
static void
test_rows (void)
{
  static const char *const slots[] = { "05:00", NULL };
  static const PrintQuantity quantities[] = { { 1, 500 } };
  static const Locality row = { .code = "10101",
                                .name = "An",
                                .kind = LOCALITY_COMMUNE,
                                .phone = "0270 3800 201",
                                .hours = "7:30",
                                .station = "Đài An",
                                .slots = slots,
                                .quantities = quantities,
                                .n_quantities = 1 };
  static const char records[] =
    "ubnd: {locality: '10101', name_lines: [A], name: B, symbol: UBND, phone: '115', "
    "số bản in: {tờ rơi: 7}}\n"
    "cong-an: {locality: '10101', name_lines: [A], name: B, symbol: CAX}\n";
  g_autoptr (Site) site = site_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("o.yaml", records, -1);

  Locality without_record = row;
  without_record.code = "10102";
  locality_table_add (site->localities, &row);
  locality_table_add (site->localities, &without_record);
  offices_load (site, source, report);
  const Office *by_rule = office_find_or_make (site, "10102", (Date){ 0, 0, 0 });
  g_assert_true (by_rule->by_rule);
  /* The code of a unit and the record of its committee are one office. */
  g_assert_true (office_find_or_make (site, "10101", (Date){ 0, 0, 0 })
                 == site_office (site, "ubnd"));
  g_assert_cmpstr (by_rule->phone, ==, "0270 3800 201");
  g_assert_cmpstr (by_rule->hours, ==, "7:30");
  g_assert_cmpstr (by_rule->station.name, ==, "Đài An");
  g_assert_cmpstr (by_rule->station.slots[0], ==, "05:00");
  g_assert_cmpuint (by_rule->n_quantities, ==, 1);
  const Office *recorded = site_office (site, "ubnd");
  g_assert_cmpstr (recorded->phone, ==, "115");
  g_assert_cmpstr (recorded->hours, ==, "7:30");
  g_assert_cmpuint (recorded->n_quantities, ==, 1);
  g_assert_cmpuint (recorded->quantities[0].n, ==, 7);
  const Office *police = site_office (site, "cong-an");
  g_assert_null (police->phone);
  g_assert_cmpuint (police->n_quantities, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offices/faults", test_faults);
  g_test_add_func ("/offices/record", test_record);
  g_test_add_func ("/offices/by-rule", test_by_rule);
  g_test_add_func ("/offices/record-for-code", test_record_for_code);
  g_test_add_func ("/offices/rows", test_rows);
  return g_test_run ();
}
