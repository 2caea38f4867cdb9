/* SPDX-License-Identifier: MIT */
/* A document as an editor reads it: passages of plain text, each byte of which knows where it
 * stands in the author's file, and the words in them.
 *
 * The front matter is read as it is typed, line by line, since every value in it is to be judged,
 * also those the model keeps no place of. The body is taken from the tree, so that markup, labels
 * and code are what they are on the page, and put back onto the file piece by piece: a piece of
 * text stands in the file behind the piece before it. */
#pragma once

#include "base/source.h"
#include "model/body.h"
#include "model/site.h"
#include "text/syllable.h"

typedef enum {
  PASSAGE_MATTER, /* a value of the front matter */
  PASSAGE_PARAGRAPH,
  PASSAGE_HEADING,
  PASSAGE_ITEM, /* a paragraph in a list */
  PASSAGE_CELL, /* of a table */
} PassageKind;

/* What a byte of a passage is besides text. */
typedef enum {
  MARK_VALUE = 1 << 0,   /* comes from the record of a campaign, an office, from data */
  MARK_CODE = 1 << 1,    /* between backquotes */
  MARK_LINK = 1 << 2,    /* leads somewhere */
  MARK_STRONG = 1 << 3,  /* emphasis of either kind */
  MARK_LABEL = 1 << 4,   /* a label of a menu */
  MARK_ADDRESS = 1 << 5, /* of the web, or of mail */
  MARK_MADE = 1 << 6,    /* loa wrote it */
} PassageMark;

typedef enum { CASE_SMALL, CASE_TITLE, CASE_CAPITALS, CASE_MIXED } WordCase;

typedef struct {
  guint start, length; /* bytes of the passage */
  guint number;       /* of the syllable in the word list (editor/wordlist.h); 0: it is not in it */
  guint traits;       /* what the letters say (editor/words.c) */
  ToneStyle style;    /* where the tone of an open oa, oe, uy stands */
  WordCase letters;   /* one capital alone is CASE_TITLE */
  gboolean has_marks; /* some letter is not ASCII */
  gboolean has_tone;
  gboolean is_bare;    /* all letters are of Vietnamese or ASCII */
  gboolean is_glued;   /* a hyphen, a stroke, a digit or the like touches it */
  gboolean is_skipped; /* code, addresses, values: nobody judges its spelling */
  gboolean follows;    /* one space lies between it and the word before */
  const char *small;   /* in small letters */
  const char *key; /* how it is spelt wherever its tone stands: codes of its letters (text/letter.h)
                      and the tone: “hoa2” is hóa and hoá */
} Word;

/* What rules look for in a passage, and the next ones need as well (editor/mention.h). */
typedef enum { FOUND_DAYS, FOUND_PHONES, FOUND_DOCUMENTS, N_FOUND } FoundKind;

typedef struct {
  PassageKind kind;
  const char *key;    /* of the front matter: as written, or NULL */
  const char *within; /* the key inside of that: “người ký: chức vụ:”; or NULL */
  const char *text;
  gsize length;
  const guint32 *offsets; /* where each byte stands in the source; one more for the end */
  const guint8 *marks;    /* set of PassageMark for each byte */
  guint line;             /* the line its block starts on */
  cmark_node *block;      /* or NULL */
  BodyRole role;
  guint level;              /* of a heading, or how deep an item stands */
  guint channels;           /* mask of BodyChannel; 0: all */
  guint table, row, column; /* of a cell: the number of its table, from 1; row and column from 0 */
  gboolean is_quoted;       /* somebody else's words */
  gboolean is_read;         /* by people, of whatever key it is: no id, no address, no date */
  const Word *words;
  guint n_words;
  GArray **found; /* by FoundKind, each NULL until somebody asks; the manuscript frees them */
} Passage;

typedef struct Manuscript Manuscript;
struct Manuscript {
  const Site *site;
  const Document *document;
  const Source *source;
  cmark_node *root;    /* borrowed; NULL when the body could not be read */
  GPtrArray *passages; /* Passage, in the order of the file */
  guint n_words;
  Arena *arena; /* owns them */
};

typedef struct Spellings Spellings;

/* Reads the front matter and the tree `root`, which must outlive it, as must all others.
 * `spellings` (editor/spelling.h) knows its words, and is not shared with another while it lives.
 * Caller frees. */
Manuscript *manuscript_new (const Site *site, const Document *document, const Source *source,
                            cmark_node *root, Spellings *spellings);
/* NULL is allowed. */
void manuscript_free (Manuscript *manuscript);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Manuscript, manuscript_free)

/* The passage at `index`, from 0. */
static inline const Passage *
manuscript_passage (const Manuscript *manuscript, guint index)
{
  return manuscript->passages->pdata[index];
}

/* The first value of a key of the front matter, in either spelling, which may be NULL; NULL when
 * there is none. */
const Passage *manuscript_value (const Manuscript *manuscript, const char *english,
                                 const char *vietnamese);

/* TRUE when `passage` is a value of the key, in either spelling. */
gboolean passage_is_of (const Passage *passage, const char *english, const char *vietnamese);
/* TRUE for the title and the summary: what they say stands in the text as well. */
gboolean passage_sums_up (const Passage *passage);
/* The first byte from `at` on where a number begins, a digit behind none; the length of the passage
 * when there is none. */
gsize passage_next_number (const Passage *passage, gsize at);
/* How many words of the passage end at byte `at` or before it. */
guint passage_words_before (const Passage *passage, guint at);
/* TRUE for the head of what comes behind the signature (model/body.h): it is numbered by itself. */
gboolean passage_opens_annex (const Passage *passage);
/* Where byte `at` stands in the source. */
Place passage_place (const Manuscript *manuscript, const Passage *passage, guint at);
