/* SPDX-License-Identifier: MIT */
/* What a Word file became: front matter, blocks, pictures, and what there is to say of it. */
#pragma once

#include "base/date.h"
#include "model/official_kind.h"
#include "word/flow.h"

typedef enum {
  IMPORTED_LETTER, /* công văn */
  IMPORTED_TYPED,  /* a letter with a type: kế hoạch */
  IMPORTED_GUIDE,
  IMPORTED_BULLETIN,
  IMPORTED_PAGE,
  N_IMPORTED_KINDS
} ImportedKind;

typedef struct {
  const char *text; /* one line; of a cell of a table, several */
  const FlowSpan *spans;
  guint n_spans;
  const FlowAnchor *anchors;
  guint n_anchors;
} ImportedText;

typedef enum {
  BLOCK_PARAGRAPH,
  BLOCK_HEADING,
  BLOCK_ITEM,
  BLOCK_TABLE,
  BLOCK_PICTURE,
  BLOCK_APPENDIX,
} BlockKind;

typedef struct {
  guint n_columns, n_rows;
  const ImportedText *header; /* n_columns */
  const ImportedText *cells;  /* n_rows × n_columns */
  const char *align;          /* 'l', 'c' or 'r' for each column */
  gboolean is_merged;
} ImportedTable;

typedef struct {
  BlockKind kind;
  guint level;        /* of headings and items */
  ImportedText text;  /* without its number; the title of an appendix */
  const char *number; /* of an item: "1.", "a)", "Điều 1.", "-" */
  const char *label; /* as it was written where it became a number: "Bước 1:"; "Phụ lục I" */
  const char *role;  /* "authority", "basis", "verb"; or NULL */
  const char *notes; /* footnotes, or NULL */
  const FlowPicture *picture;
  const char *caption; /* of a picture, or NULL */
  const ImportedTable *table;
  gboolean is_box, is_landscape;
} ImportedBlock;

typedef struct {
  GPtrArray *authority;     /* texts */
  const char *title, *name; /* or NULL */
} ImportedSigner;

typedef struct {
  Flow *flow; /* owns all texts */
  ImportedKind kind;
  const char *rule; /* by what the kind was decided */

  const char *title;
  const char *type; /* "kế hoạch", or NULL */
  const char *number, *symbol;
  Date date;
  const char *known_date; /* what there is of a date that is not whole: "tháng 10 năm 2026" */
  const char *subject;
  const char *urgency;     /* “hỏa tốc”, or NULL */
  const char *attached_to; /* the decision that issues it, or NULL */
  const char *issuer;      /* who wires, invites or introduces, or NULL */
  OfficialAddress address;
  GPtrArray *to, *copies;               /* texts */
  GArray *signers;                      /* ImportedSigner, from left to right */
  GPtrArray *parent_lines, *name_lines; /* of the letterhead */
  const char *place;                    /* địa danh, or NULL */
  gboolean is_party;                    /* Đảng: its numbers have a hyphen */
  gboolean is_draft;

  GArray *blocks; /* ImportedBlock */
} Imported;

/* As it is written: “12/KH-UBND”, “05-CV/ĐU”. NULL when a half of it is missing. Caller frees. */
char *imported_number (const Imported *imported);
/* The key of front matter: “kính gửi” where nothing else is said. */
const char *imported_address_key (OfficialAddress address);
/* A letter, whether it has a type or none. N_IMPORTED_KINDS is none. */
gboolean imported_kind_is_letter (ImportedKind kind);
/* "letter": for programs. */
const char *imported_kind_id (ImportedKind kind);
/* The text between two bytes of a paragraph on one line, blanks single and stripped, with its looks
 * and links. */
ImportedText imported_text (Arena *arena, const FlowParagraph *paragraph, gsize start, gsize end);
/* The same of the whole paragraph. */
ImportedText imported_whole (Arena *arena, const FlowParagraph *paragraph);
/* The `n` texts behind each other, with `between` those that are not empty: without a letter and an
 * anchor. */
ImportedText imported_join (Arena *arena, const ImportedText *texts, guint n, const char *between);
/* Without its first `length` bytes and the blanks behind them. */
ImportedText imported_text_from (Arena *arena, const ImportedText *text, gsize length);
