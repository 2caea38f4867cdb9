/* SPDX-License-Identifier: MIT */
/* The 29 kinds of administrative documents (Decree 30/2020/NĐ-CP, article 7), and what each looks
 * like: annex I for the parts, annex III for abbreviations and models. One table, a row for each
 * kind; front matter, sheets, pages, Word and checks ask the row, and none knows a kind by its
 * name. What the decree has no model for (contracts, memoranda, agreements, public letters) is as
 * offices do it; such rows say so. */
#pragma once

#include <glib.h>

typedef enum {
  HEADING_ABOUT,   /* no name: “V/v …” below the number */
  HEADING_NAMED,   /* the name of the kind in capitals, the subject below, a rule */
  HEADING_NAME,    /* the name and a rule, without a subject */
  HEADING_SUBJECT, /* the subject alone */
} OfficialHeading;

/* Who it is for, before the text. */
typedef enum {
  ADDRESS_NONE,
  ADDRESS_OPTIONAL, /* “Kính gửi: …” when it goes up, or to somebody */
  ADDRESS_REQUIRED, /* “Kính gửi: …” */
  ADDRESS_WIRE,     /* “<issuer> điện:” and a list */
  ADDRESS_INVITES,  /* “<issuer> trân trọng kính mời: …” */
} OfficialAddress;

typedef enum { BASES_NONE, BASES_OPTIONAL, BASES_REQUIRED } OfficialBases;

typedef enum {
  NUMBERING_PLAIN,    /* paragraphs, fields; 1., a) where there are any */
  NUMBERING_SECTIONS, /* I., 1., a) */
  NUMBERING_ARTICLES, /* Điều 1., 1., a) */
  NUMBERING_CHAPTERS, /* Chương I, Mục 1, Điều 1., 1., a); all with titles */
} OfficialNumbering;

typedef enum {
  SIGNERS_ONE, /* at the right, beside the recipients */
  SIGNERS_TWO, /* side by side: two or more; the recipients below the first */
} OfficialSigners;

typedef struct {
  const char *word;         /* "quyết định", as `type` (“tên loại”) says it */
  const char *abbreviation; /* "QĐ": the first group of its symbol; NULL: it has none */
  OfficialHeading heading;
  OfficialAddress address;
  OfficialBases bases;
  OfficialNumbering numbering;
  OfficialSigners signers;
  const char *ordering;        /* "QUYẾT ĐỊNH:", before the first article; or NULL */
  const char *first_recipient; /* how its list of recipients begins, or NULL */
  const char *introduction;    /* "trân trọng giới thiệu:", behind the issuer, or NULL */
  gboolean is_undated;         /* no place and date opposite the number */
  gboolean is_unnumbered;
  gboolean is_between_parties; /* the nation alone above, the number below the title */
  gboolean is_unaddressed;     /* no list of recipients unless there is one to print */
  gboolean is_unmarked;        /* does not end in “./.” */
  gboolean is_confirmed;       /* the local office confirms it below the recipients */
  gboolean is_often_attached; /* “ban hành kèm theo” a decision, without number, date, signature */
} OfficialKind;

/* The row of a kind; of any other name (“giấy chứng nhận”) that of a typed document by model 1.4,
 * without `word`; of NULL that of a công văn. Letters of any size. Constant, never NULL. */
const OfficialKind *official_kind_find (const char *type);

/* The next row after `kind`, NULL gives the first and comes after the last: all 29. */
const OfficialKind *official_kind_next (const OfficialKind *kind);

/* The row whose abbreviation is `text`, of `length` bytes ("QĐ" of "QĐ-UBND"), or NULL. */
const OfficialKind *official_kind_of_symbol (const char *text, gsize length);
