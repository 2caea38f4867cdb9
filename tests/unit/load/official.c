/* SPDX-License-Identifier: MIT */
/* What kinds of official documents ask of their front matter. */
#include "load/official.h"

#include "load/front_matter.h"
#include "../support.h"

#define MATTER(lines) "---\n" lines "---\n"
#define SIGNED        "người ký: {chức vụ: A}\n"

typedef struct {
  const char *text, *faults;
} Row;

static void
check (const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (Report) report = report_new ();
    g_autoptr (Source) source = source_new ("a.md", rows[i].text, -1);
    FrontMatter *matter = front_matter_read (NULL, source, report);
    g_autofree char *faults = report_faults (report);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (faults, ==, rows[i].faults);
    if (matter)
      arena_free (matter->document.arena);
  }
}

static void
test_kinds (void)
{
#define TWO "a.md:3:11: warning: a document of this kind is signed by two or more\n"
  static const Row rows[] = {
    /* A record has no date line, a form no subject, a public letter no number. */
    { MATTER ("loại: biên bản\n" SIGNED "số: 5/BB-UBND\ntrích yếu: A\n"), TWO },
    { MATTER ("loại: biên bản\nngười ký: [{chức vụ: A}, {chức vụ: B}]\nsố: 5/BB-UBND\n"
              "trích yếu: A\n"),
      "" },
    { MATTER ("loại: giấy giới thiệu\n" SIGNED "số: 5/GGT-UBND\nngày: 1/2/2026\n"), "" },
    { MATTER ("loại: thư công\n" SIGNED "ngày: 1/2/2026\ntrích yếu: A\n"), "" },
    /* What is issued with a decision has neither number nor signature of its own. */
    { MATTER ("loại: quy chế\ntrích yếu: A\nkèm theo: Quyết định số 5/QĐ-UBND\n"), "" },
    /* Addressees, each in the words of its kind. */
    { MATTER ("loại: công điện\n" SIGNED "số: 5/CĐ-UBND\nngày: 1/2/2026\ntrích yếu: A\n"),
      "a.md:2:1: error: a letter needs the key “wire_to” (“điện”)\n" },
    { MATTER ("loại: giấy mời\n" SIGNED "số: 5/GM-UBND\nngày: 1/2/2026\ntrích yếu: A\n"),
      "a.md:2:1: error: a letter needs the key “invited” (“kính mời”)\n" },
    { MATTER ("loại: tờ trình\n" SIGNED "số: 5/TTr-UBND\nngày: 1/2/2026\ntrích yếu: A\n"),
      "a.md:2:1: error: a letter needs the key “to” (“kính gửi”)\n" },
    { MATTER ("loại: báo cáo\n" SIGNED "số: 5/BC-UBND\nngày: 1/2/2026\ntrích yếu: A\n"), "" },
    { MATTER ("loại: kế hoạch\n" SIGNED "số: 5/KH-UBND\nngày: 1/2/2026\ntrích yếu: A\n"
              "kính gửi: B\n"),
      "a.md:7:11: warning: only công văn, tờ trình and báo cáo to a superior have addressees\n" },
    { MATTER ("loại: quyết định\n" SIGNED "số: 5/QĐ-UBND\nngày: 1/2/2026\ntrích yếu: A\n"
              "nơi nhận: [Như Điều 3]\n"),
      "" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

static void
test_symbols (void)
{
#define OF(kind, symbol)                                                                           \
  MATTER ("loại: " kind "\n" SIGNED "số: 5/" symbol "\nngày: 1/2/2026\ntrích yếu: A\n")
  static const Row rows[] = {
    { OF ("chương trình", "CTr-UBND"), "" },
    { OF ("chương trình", "CT-UBND"),
      "a.md:4:5: warning: “CT” stands for “chỉ thị”, but this is “chương trình”\n" },
    { OF ("kế hoạch", "KHLT-UBND"), "" },
    { OF ("kế hoạch", "UBND-KT"), "a.md:4:5: warning: “UBND” does not stand for “kế hoạch”\n" },
    { OF ("báo cáo", "BC/ĐU"), "" },
    { MATTER ("loại: công văn\n" SIGNED "số: 5/CV-UBND\nngày: 1/2/2026\ntrích yếu: A\n"
              "kính gửi: B\n"),
      "a.md:4:5: warning: “CV” does not stand for “công văn”\n" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* A comma parts the items of a list on one line. */
static void
test_addressees (void)
{
#define TO(to)                                                                                     \
  MATTER ("loại: công văn\n" SIGNED "trích yếu: A\nsố: 5/UBND-VX\nngày: 1/2/2026\nkính gửi: " to   \
          "\n")
  static const Row rows[] = {
    { TO ("[Ủy ban nhân dân các xã, phường]"),
      "a.md:7:36: warning: “phường” stands in a line of its own\n" },
    { TO ("[Sở Văn hóa, Thể thao và Du lịch]"),
      "a.md:7:24: warning: “Thể thao và Du lịch” stands in a line of its own\n" },
    { TO ("[\"Ủy ban nhân dân các xã, phường\", Trạm Y tế và các trường]"), "" },
    { TO ("[Sở Y tế, Trạm Y tế và các trường, Sở Giáo dục và Đào tạo, Công an tỉnh]"), "" },
    { TO ("\n- Ủy ban nhân dân các xã, phường\n- các trường"), "" },
    { TO ("Ủy ban nhân dân các xã, phường"), "" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* A letter that waits is for the one who signs it. */
static void
test_waiting (void)
{
#define LETTER "loại: công văn\n" SIGNED "trích yếu: A\nkính gửi: B\n"
  static const Row rows[] = {
    { MATTER (LETTER "số: chờ\nký hiệu: UBND-VX\nngày: chờ\n"), "" },
    { MATTER (LETTER "số: chờ/UBND-VX\nngày: 1/2/2026\n"), "" },
    { MATTER (LETTER "số: pending/UBND-VX\nngày: pending\n"), "" },
    { MATTER (LETTER "số: chờ\nngày: chờ\n"),
      "a.md:6:5: error: a letter needs the key “symbol” (“ký hiệu”)\n" },
    { MATTER (LETTER "số: chờ/ubnd\nngày: chờ\n"),
      "a.md:6:5: error: “chờ/ubnd” cannot be the number of a document\n" },
    { MATTER (LETTER "số: 5/UBND-VX\nngày: chờ duyệt\n"),
      "a.md:7:7: error: “chờ duyệt” is not a date\n" },
    { MATTER (LETTER "số: chờ/UBND-VX\nngày: chờ\nđầu ra: [web, công văn]\n"),
      "a.md:8:9: error: a letter that waits for its number or date cannot be on the web\n" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

static void
test_marks (void)
{
#define NUMBERED LETTER "số: 5/UBND-VX\nngày: 1/2/2026\n"
  static const Row rows[] = {
    { MATTER (NUMBERED "độ khẩn: Hỏa tốc\n"), "" },
    { MATTER (NUMBERED "độ khẩn: hẹn giờ\n"), "a.md:8:10: error: “hẹn giờ” is not allowed here\n" },
    { MATTER (NUMBERED "độ mật: mật\n"),
      "a.md:8:1: error: a document that is not for everybody must not be held here\n" },
    { MATTER ("loại: trang\ntiêu đề: A\nphạm vi lưu hành: nội bộ\n"),
      "a.md:4:1: error: a document that is not for everybody must not be held here\n" },
    { MATTER (NUMBERED "bản sao: {hình thức: sao y, số: 1/SY-UBND, ngày: 2/2/2026, người ký: "
                       "{chức vụ: C}}\n"),
      "" },
    { MATTER (NUMBERED "bản sao: {hình thức: trích sao, thời gian ký: \"2026-02-02 08:30\"}\n"),
      "" },
    { MATTER (NUMBERED "bản sao: {hình thức: sao lục}\n"),
      "a.md:8:10: error: this copy does not say who attests it, and when\n" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/official/kinds", test_kinds);
  g_test_add_func ("/official/symbols", test_symbols);
  g_test_add_func ("/official/addressees", test_addressees);
  g_test_add_func ("/official/waiting", test_waiting);
  g_test_add_func ("/official/marks", test_marks);
  return g_test_run ();
}
