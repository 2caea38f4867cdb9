/* SPDX-License-Identifier: MIT */
/* Inside speech/: what is known about a written form. The format of the file is in docs/content.md.
 */
#pragma once

#include "speech/speech.h"
#include "speech/vocabulary.h"

/* What may stand beside an ambiguous form, besides certain words. */
typedef enum {
  BESIDE_NUMBER = 1 << 0,   /* NUMBER */
  BESIDE_NAME = 1 << 1,     /* NAME: a word with a capital first letter */
  BESIDE_CAPITALS = 1 << 2, /* CAPITALS: a word in capitals */
  BESIDE_COLON = 1 << 3,    /* COLON */
  BESIDE_PHONE = 1 << 4,    /* PHONE: eight digits or more, or three from a zero on: "0977xxx" */
  BESIDE_HUNDREDS = 1 << 6, /* HUNDREDS: three or four digits, as rooms have */
  BESIDE_DIGITS = 1 << 5,   /* DIGITS: a number right behind it, without a space */
  BESIDE_MONEY = 1 << 7,    /* MONEY: an amount of it */
  BESIDE_AGE = 1 << 8,      /* AGE: years of somebody's age, "96 tuổi" */
  BESIDE_SYMBOL = 1 << 9,   /* SYMBOL: the number of a document, "12-TB/TU" */
} BesideKind;

/* One reading of an ambiguous form, and the neighbours that decide for it. */
typedef struct {
  const char *say;
  guint after_kinds, before_kinds; /* masks of BesideKind */
  const char *const *after;  /* small words: the form stands after one of these; may be empty */
  const char *const *before; /* the form stands before one of these; may be empty */
} LexiconChoice;

typedef struct {
  const char *written;
  gsize length;
  guint32 hash;
  guint n_tokens;     /* of `written` */
  guint longest;      /* tokens of the longest entry that starts with this one's only token */
  const char *say;    /* by itself; NULL when it must be decided, or has other uses only */
  const char *usual;  /* when nothing decides: said, but reported; or NULL */
  const char *unit;   /* after a number; or NULL */
  gboolean is_money;  /* so called, the unit is one of money */
  const char *type;   /* as the type of a document in its symbol; or NULL */
  const char *issuer; /* as who issued a document, in its symbol; or NULL */
  const char *then;   /* said once in full, by this from then on; or NULL */
  guint64 then_bit;   /* what remembers that, one of 64 */
  const char *web;    /* as a part of an address of the web; or NULL */
  const LexiconChoice *choices;
  guint n_choices;
} LexiconEntry;

/* A filter of bits, by the hash of the first token of every entry. */
#define LEXICON_FILTER_BITS 262144
/* LEXICON_FILTER_BITS bits; belong to the lexicon. */
const guint32 *lexicon_filter (const Lexicon *lexicon);

/* FALSE for most words that no entry starts with. */
static inline gboolean
lexicon_filter_has (const guint32 *filter, guint32 hash)
{
  guint bit = hash % LEXICON_FILTER_BITS;
  return filter[bit / 32] >> bit % 32 & 1;
}

/* The same for whoever has no filter at hand; `hash` is tokens_hash() of the first token. */
gboolean lexicon_may_have (const Lexicon *lexicon, guint32 hash);
/* The entry of exactly these bytes, which belongs to the lexicon; NULL when there is none. `hash`
 * is tokens_hash() of the bytes. */
const LexiconEntry *lexicon_find (const Lexicon *lexicon, const char *written, gsize length,
                                  guint32 hash);
/* The unit that is written so but for its case, "220v", "32gb"; NULL when there is none, or when
 * case decides between two, mW and MW. Of single letters only V and W. */
const LexiconEntry *lexicon_find_unit (const Lexicon *lexicon, const char *written, gsize length);
/* What the form may be besides `said`, “a”, “b”, for whoever is asked; NULL when the lexicon knows
 * nothing of it. Caller frees. */
char *lexicon_others (const Lexicon *lexicon, const char *written, gsize length, const char *said);
/* The word classes; belong to the lexicon. */
const Vocabulary *lexicon_vocabulary (const Lexicon *lexicon);
/* The words of its topics (WordTopic). */
const Vocabulary *lexicon_topics (const Lexicon *lexicon);
