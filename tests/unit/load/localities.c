/* SPDX-License-Identifier: MIT */
#include "load/localities.h"

#include "../support.h"

#define HEADER "code,name,kind,parent,valid_from,valid_to,successor,place\n"

static void
test_faults (void)
{
  static const struct {
    const char *text, *faults;
  } rows[] = {
    { "", "" },
    { HEADER, "" },
    { HEADER "09886,Hà Đông,phường,01,2025-07-01,,,\n", "" },
    { "mã,tên,loại,thuộc,từ ngày,đến ngày,kế thừa,địa danh\n09886,Hà Đông,Phường,01,1/7/2025,,,Hà "
      "Đông\n",
      "" },
    { "code,name,full_name,unit_type,province_code,slug\n09886,Hà Đông,Phường Hà "
      "Đông,Phường,01,ha-dong\n",
      "" },
    { "mã;tên;loại\n09886;Hà Đông;phường\n", "" },
    { "STT;Mã ĐVHC;Tên đơn vị;Cấp;Mã tỉnh\n1;09886;Hà Đông;phường;01\n", "" },
    { "code,name\n10001,A\n", "a.csv:1:1: error: the column “kind” is missing\n" },
    { "name\nA\n", "a.csv:1:1: error: the column “code” is missing\na.csv:1:1: error: the column "
                   "“kind” is missing\n" },
    { "code,name,kind,colour\n10001,A,xã,x\n", "a.csv:1:16: error: unknown column “colour”\n" },
    { "code,name,kind,mã\n10001,A,xã,2\n",
      "a.csv:1:16: error: the column “mã” is here twice, perhaps under another name\n" },
    { HEADER "10001,A,làng,,,,,\n",
      "a.csv:2:9: error: “làng” is not a valid kind of administrative unit\n" },
    { HEADER ",A,xã,,,,,\n", "a.csv:2:1: error: every row needs a code and a name\n" },
    { HEADER "10001,,xã,,,,,\n", "a.csv:2:1: error: every row needs a code and a name\n" },
    { HEADER "10001,A,xã,,31/4/2026,hôm qua,,\n",
      "a.csv:2:13: error: “31/4/2026” is not a date\na.csv:2:23: error: “hôm qua” is not a "
      "date\n" },
    { HEADER "10001,A,xã,,2026-01-02,2026-01-01,,\n",
      "a.csv:2:1: error: this locality ends before it begins\n" },
    { HEADER "10001,A,xã,,2026-01-02,2026-01-02,,\n", "" },
    { HEADER "10001,A,xã,,,,,\n10001,B,xã,,,,,\n",
      "a.csv:3:1: error: the code “10001” is used twice for the same time\n" },
    { HEADER "10001,A,xã,,,2025-06-30,10001,\n10001,B,phường,,2025-07-01,,,\n", "" },
    { HEADER "10001,A,xã,,,2025-07-01,10001,\n10001,B,phường,,2025-07-01,,,\n",
      "a.csv:3:1: error: the code “10001” is used twice for the same time\n" },
    /* Codes become addresses. */
    { HEADER "../../x,A,xã,,,,,\n",
      "a.csv:2:1: error: “../../x” cannot be the code of a locality\n" },
    { HEADER "a/b,A,xã,,,,,\n", "a.csv:2:1: error: “a/b” cannot be the code of a locality\n" },
    { HEADER "index,A,xã,,,,,\n", "a.csv:2:1: error: “index” cannot be the code of a locality\n" },
    /* What a row says of others. */
    { HEADER "10001,A,xã,99,,,,\n10002,B,xã,10001,,2025-01-01,98,\n",
      "a.csv:2:12: error: there is no locality with the code “99”\n"
      "a.csv:3:30: error: there is no locality with the code “98”\n" },
    /* What Excel does to a list: the kind among the names, zeros that are gone. */
    { "mã,tên\n10001,Phường Trấn Biên\n10002,xã 1 An\n", "" },
    { "mã,tên,loại\n10001,Phường Trấn Biên,\n10002,PHƯỜNG 1 An,phường\n", "" },
    { "mã,tên\n10001,Trấn Biên\n", "a.csv:1:1: error: the column “kind” is missing\n" },
    { "mã,tên\n10001,Phường Trấn Biên\n10002,Tam Hiệp\n",
      "a.csv:3:7: error: “” is not a valid kind of administrative unit\n" },
    { "mã,tên,loại,thuộc\n4,Ba Đình,phường,1\n160,Nghĩa Đô,phường,1\n",
      "a.csv:2:1: warning: the code “4” lacks its first zeros, like others below; they are read "
      "with them\n" },
    { HEADER "10001,A,xã,10002,,,,\n10002,B,huyện,01,,,,\n", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (LocalityTable) table = locality_table_new ();
    g_autoptr (Source) source = source_new ("a.csv", rows[i].text, -1);
    g_test_message ("%s", rows[i].text);
    localities_load (table, source, report);
    g_autofree char *faults = report_faults (report);
    g_assert_cmpstr (faults, ==, rows[i].faults);
  }
}

/* As it is read. */
static void
test_excel (void)
{
  static const char text[] = "mã;tên;thuộc\n4;Phường Ba Đình;1\n26041;Xã 1 An;75\n";
  g_autoptr (LocalityTable) table = locality_table_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.csv", text, -1);

  localities_load (table, source, report);
  const Locality *ward = locality_find_any (table, "00004");
  g_assert_cmpstr (ward->name, ==, "Ba Đình");
  g_assert_cmpint (ward->kind, ==, LOCALITY_WARD);
  g_assert_cmpstr (ward->parent_code, ==, "01");
  const Locality *commune = locality_find_any (table, "26041");
  g_assert_cmpstr (commune->name, ==, "1 An");
  g_assert_cmpint (commune->kind, ==, LOCALITY_COMMUNE);
}

/* What more the list says of an office; as Excel writes it. */
static void
test_contacts (void)
{
  static const char text[] =
    "sep=;\r\nMã;Tên;Loại;Địa chỉ;Điện thoại;Thư điện tử;Trang web;Giờ làm việc;Đài;Giờ phát;Tờ "
    "rơi;"
    "poster;;\r\n30101;An;xã;\"1; Lê Lợi\";0270 3800 201;a@b.vn;https://a.vn;7:30;Đài An;\"5h, "
    "17:30\";1.500;20;;\r\n30102;Bình;xã;;;;;;;;;;;\r\n;;;;;;;;;;;;;\r\n";
  static const struct {
    const char *field, *fault;
  } rows[] = {
    { "phone\n10001,A,xã,270380020", "the telephone number “270380020” lacks its first 0" },
    { "phone\n10001,A,xã,gọi", "“gọi”" },
    { "slots\n10001,A,xã,25:00", "“25:00” is not a time of day" },
    { "leaflet\n10001,A,xã,nhiều", "“nhiều” is not a number of copies" },
    { "leaflet\n10001,A,xã,-1", "“-1” is not a number of copies" },
    { "điện thọai\n10001,A,xã,", "unknown column “điện thọai”" },
  };
  g_autoptr (LocalityTable) table = locality_table_new ();
  g_autoptr (Report) report = report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Source) source = source_clean ("a.csv", g_strdup (text), strlen (text), &error);

  localities_load (table, source, report);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==, "");
  const Locality *row = locality_find_any (table, "30101");
  g_assert_cmpstr (row->address, ==, "1; Lê Lợi");
  g_assert_cmpstr (row->phone, ==, "0270 3800 201");
  g_assert_cmpstr (row->email, ==, "a@b.vn");
  g_assert_cmpstr (row->web, ==, "https://a.vn");
  g_assert_cmpstr (row->hours, ==, "7:30");
  g_assert_cmpstr (row->station, ==, "Đài An");
  g_assert_cmpstr (row->slots[0], ==, "05:00");
  g_assert_cmpstr (row->slots[1], ==, "17:30");
  g_assert_null (row->slots[2]);
  g_assert_cmpuint (row->n_quantities, ==, 2);
  g_assert_cmpuint (row->quantities[0].n, ==, 1500);
  g_assert_cmpuint (row->quantities[1].n, ==, 20);
  const Locality *bare = locality_find_any (table, "30102");
  g_assert_true (bare->phone == NULL && bare->slots == NULL && bare->n_quantities == 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Report) wrong = report_new ();
    g_autofree char *csv = g_strdup_printf ("code,name,kind,%s\n", rows[i].field);
    g_autoptr (Source) bad = source_new ("a.csv", csv, -1);
    localities_load (table, bad, wrong);
    g_autofree char *told = report_faults (wrong);
    g_test_message ("%s", told);
    g_assert_nonnull (strstr (told, rows[i].fault));
  }
}

/* All 3,321 communes, wards and special zones of the country, as published. */
static void
test_communes (void)
{
  g_autofree char *path = shared_data ("data/communes.csv");
  g_autoptr (LocalityTable) table = locality_table_new ();
  g_autoptr (Report) report = report_new ();
  guint built_in = locality_table_size (table);
  Date now = { 2026, 10, 1 };
  guint n_numbered = 0;

  if (path == NULL)
    return;
  g_autoptr (Source) source = source_read (path, "communes.csv", NULL);
  localities_load (table, source, report);
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==, "");
  g_assert_cmpuint (locality_table_size (table), ==, built_in + 3321);
  for (guint i = built_in; i < built_in + 3321; i++) {
    const Locality *row = locality_table_row (table, i);
    const Locality *province = locality_province (table, row, now);
    g_assert_nonnull (province);
    g_assert_true (province->kind == LOCALITY_PROVINCE || province->kind == LOCALITY_CITY);
    g_autofree char *place = locality_place (row);
    gboolean is_numbered = strpbrk (row->name, "0123456789") != NULL;
    n_numbered += is_numbered;
    g_assert_cmpint (strcmp (place, row->name) != 0, ==, is_numbered);
  }
  g_assert_cmpuint (n_numbered, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/localities/faults", test_faults);
  g_test_add_func ("/localities/contacts", test_contacts);
  g_test_add_func ("/localities/excel", test_excel);
  g_test_add_func ("/localities/communes", test_communes);
  return g_test_run ();
}
