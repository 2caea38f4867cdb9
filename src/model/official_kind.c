/* SPDX-License-Identifier: MIT */
#include "model/official_kind.h"

#include <string.h>

/* What most have in common. */
#define TYPED .heading = HEADING_NAMED
/* Between parties who both sign; the decree has no model of them (practice). */
#define PARTIES                                                                                    \
  TYPED, .signers = SIGNERS_TWO, .is_undated = TRUE, .is_between_parties = TRUE,                   \
         .is_unaddressed = TRUE, .is_unmarked = TRUE
#define ATTACHED   .is_often_attached = TRUE
#define AS_ABOVE   .first_recipient = "Như trên"
#define AS_ARTICLE .first_recipient = "Như Điều"

static const OfficialKind kinds[] = {
  { "nghị quyết", "NQ", TYPED, .bases = BASES_REQUIRED, .numbering = NUMBERING_ARTICLES,
    .ordering = "QUYẾT NGHỊ:", AS_ARTICLE },
  { "quyết định", "QĐ", TYPED, .bases = BASES_REQUIRED, .numbering = NUMBERING_ARTICLES,
    .ordering = "QUYẾT ĐỊNH:", AS_ARTICLE },
  { "chỉ thị", "CT", TYPED, .bases = BASES_OPTIONAL },
  { "quy chế", "QC", TYPED, .bases = BASES_OPTIONAL, .numbering = NUMBERING_CHAPTERS, ATTACHED },
  { "quy định", "QyĐ", TYPED, .bases = BASES_OPTIONAL, .numbering = NUMBERING_CHAPTERS, ATTACHED },
  { "thông cáo", "TC", TYPED },
  { "thông báo", "TB", TYPED, .bases = BASES_OPTIONAL },
  { "hướng dẫn", "HD", TYPED, .bases = BASES_OPTIONAL, .numbering = NUMBERING_SECTIONS },
  { "chương trình", "CTr", TYPED, .bases = BASES_OPTIONAL, .numbering = NUMBERING_SECTIONS,
    ATTACHED },
  { "kế hoạch", "KH", TYPED, .bases = BASES_OPTIONAL, .numbering = NUMBERING_SECTIONS, ATTACHED },
  { "phương án", "PA", TYPED, .bases = BASES_OPTIONAL, .numbering = NUMBERING_SECTIONS, ATTACHED },
  { "đề án", "ĐA", TYPED, .bases = BASES_REQUIRED, .numbering = NUMBERING_SECTIONS, ATTACHED },
  { "dự án", "DA", TYPED, .bases = BASES_REQUIRED, .numbering = NUMBERING_SECTIONS, ATTACHED },
  { "báo cáo", "BC", TYPED, .address = ADDRESS_OPTIONAL, .numbering = NUMBERING_SECTIONS,
    AS_ABOVE },
  { "biên bản", "BB", TYPED, .signers = SIGNERS_TWO, .is_undated = TRUE },
  { "tờ trình", "TTr", TYPED, .address = ADDRESS_REQUIRED, .bases = BASES_OPTIONAL,
    .numbering = NUMBERING_SECTIONS, AS_ABOVE },
  { "hợp đồng", "HĐ", PARTIES, .bases = BASES_REQUIRED, .numbering = NUMBERING_ARTICLES },
  { "công văn", NULL, HEADING_ABOUT, .address = ADDRESS_REQUIRED, AS_ABOVE },
  { "công điện", "CĐ", TYPED, .address = ADDRESS_WIRE },
  { "bản ghi nhớ", "BGN", PARTIES, .bases = BASES_OPTIONAL, .numbering = NUMBERING_ARTICLES },
  { "bản thỏa thuận", "BTT", PARTIES, .bases = BASES_OPTIONAL, .numbering = NUMBERING_ARTICLES },
  { "giấy ủy quyền", "GUQ", TYPED, .bases = BASES_OPTIONAL },
  { "giấy mời", "GM", TYPED, .address = ADDRESS_INVITES },
  { "giấy giới thiệu", "GGT", HEADING_NAME, .introduction = "trân trọng giới thiệu:", AS_ABOVE },
  { "giấy nghỉ phép", "GNP", HEADING_NAME, .is_confirmed = TRUE },
  { "phiếu gửi", "PG", TYPED, .address = ADDRESS_OPTIONAL, AS_ABOVE },
  { "phiếu chuyển", "PC", TYPED, .address = ADDRESS_OPTIONAL, AS_ABOVE },
  { "phiếu báo", "PB", TYPED, .address = ADDRESS_OPTIONAL, AS_ABOVE },
  /* No abbreviation, so no number; no model either (practice). */
  { "thư công", NULL, HEADING_SUBJECT, .is_unnumbered = TRUE, .is_unaddressed = TRUE,
    .is_unmarked = TRUE },
};

static const OfficialKind other = {
  NULL, NULL, TYPED, .address = ADDRESS_OPTIONAL, .bases = BASES_OPTIONAL, AS_ABOVE
};

/* “ủy” and “uỷ”, “thỏa” and “thoả” are the same word; the decree itself writes both. */
static char *
plain_name (const char *type)
{
  g_autofree char *small = g_utf8_strdown (type, -1);
  GString *name = g_string_new (small);

  g_string_replace (name, "uỷ", "ủy", 0);
  g_string_replace (name, "oả", "ỏa", 0);
  return g_string_free (name, FALSE);
}

const OfficialKind *
official_kind_find (const char *type)
{
  g_autofree char *name = plain_name (type ? type : "công văn");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, name) == 0)
      return &kinds[i];
  return &other;
}

const OfficialKind *
official_kind_next (const OfficialKind *kind)
{
  if (kind == NULL)
    return kinds;
  return ++kind < kinds + G_N_ELEMENTS (kinds) ? kind : NULL;
}

const OfficialKind *
official_kind_of_symbol (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].abbreviation && strlen (kinds[i].abbreviation) == length
        && memcmp (kinds[i].abbreviation, text, length) == 0)
      return &kinds[i];
  return NULL;
}
