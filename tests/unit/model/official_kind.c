/* SPDX-License-Identifier: MIT */
#include "model/official_kind.h"

#include <string.h>

/* Annex III, I of the decree, in the order of its article 7. */
static void
test_abbreviations (void)
{
  static const struct {
    const char *word, *abbreviation;
  } rows[] = {
    { "nghị quyết", "NQ" },      { "quyết định", "QĐ" },   { "chỉ thị", "CT" },
    { "quy chế", "QC" },         { "quy định", "QyĐ" },    { "thông cáo", "TC" },
    { "thông báo", "TB" },       { "hướng dẫn", "HD" },    { "chương trình", "CTr" },
    { "kế hoạch", "KH" },        { "phương án", "PA" },    { "đề án", "ĐA" },
    { "dự án", "DA" },           { "báo cáo", "BC" },      { "biên bản", "BB" },
    { "tờ trình", "TTr" },       { "hợp đồng", "HĐ" },     { "công văn", NULL },
    { "công điện", "CĐ" },       { "bản ghi nhớ", "BGN" }, { "bản thỏa thuận", "BTT" },
    { "giấy ủy quyền", "GUQ" },  { "giấy mời", "GM" },     { "giấy giới thiệu", "GGT" },
    { "giấy nghỉ phép", "GNP" }, { "phiếu gửi", "PG" },    { "phiếu chuyển", "PC" },
    { "phiếu báo", "PB" },       { "thư công", NULL },
  };
  const OfficialKind *kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    kind = official_kind_next (kind);
    g_assert_cmpstr (kind->word, ==, rows[i].word);
    g_assert_cmpstr (kind->abbreviation, ==, rows[i].abbreviation);
    g_assert_true (official_kind_find (rows[i].word) == kind);
    if (rows[i].abbreviation)
      g_assert_true (official_kind_of_symbol (rows[i].abbreviation, strlen (rows[i].abbreviation))
                     == kind);
  }
  g_assert_null (official_kind_next (kind));
}

static void
test_finding (void)
{
  g_assert_cmpstr (official_kind_find (NULL)->word, ==, "công văn");
  g_assert_cmpstr (official_kind_find ("Quyết Định")->word, ==, "quyết định");
  g_assert_cmpstr (official_kind_find ("giấy uỷ quyền")->word, ==, "giấy ủy quyền");
  g_assert_cmpstr (official_kind_find ("bản thoả thuận")->word, ==, "bản thỏa thuận");
  g_assert_null (official_kind_find ("giấy chứng nhận")->word);
  g_assert_cmpint (official_kind_find ("giấy chứng nhận")->heading, ==, HEADING_NAMED);
  g_assert_null (official_kind_of_symbol ("QĐ-UBND", strlen ("Q")));
  g_assert_null (official_kind_of_symbol ("UBND", 4));
}

/* What only few of them have. */
static void
test_rows (void)
{
  guint n_ordered = 0, n_undated = 0, n_unnamed = 0, n_two = 0;

  for (const OfficialKind *kind = official_kind_next (NULL); kind;
       kind = official_kind_next (kind)) {
    n_ordered += kind->ordering != NULL;
    n_undated += kind->is_undated;
    n_unnamed += kind->heading != HEADING_NAMED;
    n_two += kind->signers == SIGNERS_TWO;
    /* An order is given by articles, and rests on something. */
    if (kind->ordering) {
      g_assert_cmpint (kind->numbering, ==, NUMBERING_ARTICLES);
      g_assert_cmpint (kind->bases, ==, BASES_REQUIRED);
      g_assert_cmpstr (kind->first_recipient, ==, "Như Điều");
    }
  }
  g_assert_cmpuint (n_ordered, ==, 2);
  g_assert_cmpuint (n_undated, ==, 4);
  g_assert_cmpuint (n_unnamed, ==, 4);
  g_assert_cmpuint (n_two, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/official-kind/abbreviations", test_abbreviations);
  g_test_add_func ("/official-kind/finding", test_finding);
  g_test_add_func ("/official-kind/rows", test_rows);
  return g_test_run ();
}
