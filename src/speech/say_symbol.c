/* SPDX-License-Identifier: MIT */
/* Numbers and symbols of documents:
 *
 *     number [/ year] / TYPE-ISSUER[-UNIT]     Nghị định 59/2022/NĐ-CP
 *     number / ISSUER[-UNIT]                   công văn 2219/CAHP-QLHC
 *     number - TYPE / ISSUER                   documents of the Party: 66-QĐ/TW
 *
 * Said as an announcer would: "Công văn số hai nghìn hai trăm mười chín của Công an Hải Phòng". The
 * kind of the document is not said again where the text has it before the number, nor the issuer
 * where "của" follows. */
#include "speech/lookup.h"
#include "speech/recognisers.h"
#include "speech/written_date.h"

#include "base/i18n.h"
#include "text/date_words.h"

#include <string.h>

#define MOST_PARTS 6
/* Words from the kind of a document to its number. */
#define KIND_REACH 3

typedef struct {
  int from, to; /* tokens */
} SymbolPart;

typedef struct {
  int number; /* token */
  int suffix; /* token of the letter behind the number, "12a", or -1 */
  int point;  /* token of what stands behind its dot, "66.7", or -1 */
  int year;   /* token, or -1 */
  int end;    /* token after the symbol */
  SymbolPart parts[MOST_PARTS];
  guint n_parts;
  const char *type; /* "nghị định"; NULL for a công văn */
  gboolean is_party;
  gboolean stands_apart; /* "1298 /UBND" */
} Symbol;

/* A capital, and so the start of a part: UBND, QĐ, TTg. */
static gboolean
starts_part (const Saying *saying, int at)
{
  const SpeechToken *token = saying_token (saying, at);
  if (token->kind != SPEECH_WORD || token->shape == SHAPE_SMALL
      || saying->text[token->start] == '\0')
    return FALSE;
  const LexiconEntry *entry = lookup_exact (saying, at, at + 1);
  /* "BCĐ06/Q", but "P.4/Q.8" are a ward and a district */
  gboolean is_unit = saying_is_mark (saying, at + 1, '.') && saying_is_glued (saying, at + 2);
  if (token->shape == SHAPE_CAPITAL)
    return entry && (entry->issuer || entry->type) && !is_unit;
  return entry == NULL || entry->issuer || entry->type || entry->say || entry->n_choices > 0;
}

/* Cuts the body at its hyphens (for the Party, at the first slash too). */
static gboolean
read_parts (const Saying *saying, int at, Symbol *symbol)
{
  SymbolPart part = { at, at };

  if (!starts_part (saying, at) || !saying_is_glued (saying, at))
    return FALSE;
  for (;; part.to++) {
    gboolean is_end = !saying_is_glued (saying, part.to);
    gboolean is_mark = saying_is_dash (saying, part.to) || saying_is_slash (saying, part.to)
                       || saying_is_mark (saying, part.to, '&');
    if (is_mark
        && (!saying_is_glued (saying, part.to + 1)
            || saying_token (saying, part.to + 1)->kind == SPEECH_MARK))
      is_end = TRUE;
    is_end = is_end || (!is_mark && saying_token (saying, part.to)->kind == SPEECH_MARK);
    gboolean is_cut =
      saying_is_dash (saying, part.to)
      || (symbol->is_party && symbol->n_parts == 0 && saying_is_slash (saying, part.to));
    if (!is_end && !is_cut)
      continue;
    if (symbol->n_parts < MOST_PARTS)
      symbol->parts[symbol->n_parts++] = part;
    if (is_end)
      break;
    part.from = part.to + 1;
  }
  symbol->end = part.to;
  return TRUE;
}

static gboolean
is_year (const Saying *saying, int at)
{
  int year = saying_value (saying, at);
  return saying_length (saying, at) == 4 && year >= 1945 && year < 2200;
}

/* The type by the first part. "QĐ" of the Party is a quy định. */
static void
resolve_type (const Saying *saying, Symbol *symbol)
{
  const LexiconEntry *entry = lookup_exact (saying, symbol->parts[0].from, symbol->parts[0].to);

  symbol->type = entry ? entry->type : NULL;
  if (symbol->is_party && symbol->type && strcmp (symbol->type, "quyết định") == 0)
    symbol->type = "quy định";
}

/* One of which only the number is known. */
static Symbol
symbol_at (int number)
{
  return (Symbol){ .number = number, .suffix = -1, .point = -1, .year = -1 };
}

static gboolean
symbol_read (const Saying *saying, int at, Symbol *symbol)
{
  *symbol = symbol_at (at);
  int next = at + 1;

  /* "N95/KN95" has a letter before its number */
  gboolean is_lettered = saying_is_glued (saying, at) && saying_is_word (saying, at - 1)
                         && saying_length (saying, at - 1) == 1;
  if (saying_length (saying, at) > 7 || is_lettered)
    return FALSE;
  /* "12a/QĐ-UBND", but "200k/HS" is money */
  if (saying_is_word (saying, next) && saying_is_glued (saying, next)
      && saying_length (saying, next) == 1 && strchr ("abcde", *saying_at (saying, next)))
    symbol->suffix = next++;
  /* "66.7/2025/NQ-CP" */
  if (saying_is_mark (saying, next, '.') && saying_is_glued (saying, next)
      && saying_length (saying, next + 1) <= 2 && saying_is_number (saying, next + 1)
      && saying_is_glued (saying, next + 1)) {
    symbol->point = next + 1;
    next += 2;
  }
  if (saying_is_slash (saying, next) && is_year (saying, next + 1)
      && saying_is_glued (saying, next + 1) && saying_is_slash (saying, next + 2)) {
    symbol->year = next + 1;
    next += 2;
  }
  if (saying_is_dash (saying, next) && saying_is_glued (saying, next)) {
    symbol->is_party = TRUE;
    if (!read_parts (saying, next + 1, symbol))
      return FALSE;
    resolve_type (saying, symbol);
    return symbol->type != NULL && symbol->n_parts > 1;
  }
  symbol->stands_apart = saying_token (saying, next)->space_before;
  if (!saying_is_slash (saying, next) || !read_parts (saying, next + 1, symbol))
    return FALSE;
  resolve_type (saying, symbol);
  return TRUE;
}

/* "QH14", "UBTVQH15": the term of the National Assembly. */
static gboolean
is_assembly (const Saying *saying, const SymbolPart *part)
{
  gsize length = saying_length (saying, part->from);
  return part->to - part->from == 2 && saying_is_number (saying, part->from + 1) && length >= 2
         && memcmp (saying_at (saying, part->from) + length - 2, "QH", 2) == 0;
}

/* A phrase with a capital first letter, as names of bodies are written. */
static void
say_name (Saying *saying, const char *words)
{
  saying_word (saying, "");
  g_string_append_unichar (saying->out, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (saying->out, g_utf8_next_char (words));
}

static void
say_issuer_word (Saying *saying, int at)
{
  const char *defined =
    saying_definition (saying, saying_at (saying, at), saying_length (saying, at));
  const LexiconEntry *entry = lookup_exact (saying, at, at + 1);

  if (defined)
    say_name (saying, defined);
  else if (entry && (entry->issuer || entry->say))
    say_name (saying, entry->issuer ? entry->issuer : entry->say);
  else if (entry && entry->usual)
    say_usual (saying, at, entry);
  else
    say_spelled (saying, at);
}

/* "BCĐĐA06/CPHP": who it is, word by word; a slash inside is "của". */
static void
say_part (Saying *saying, const SymbolPart *part)
{
  const LexiconEntry *whole = lookup_exact (saying, part->from, part->to);

  if (whole && part->to - part->from > 1 && (whole->issuer || whole->say)) {
    say_name (saying, whole->issuer ? whole->issuer : whole->say);
    return;
  }
  for (int i = part->from; i < part->to; i++) {
    if (saying_is_word (saying, i))
      say_issuer_word (saying, i);
    else if (is_assembly (saying, part))
      saying_word (saying, "khóa"), saying_cardinal (saying, i);
    else if (saying_is_number (saying, i))
      saying_digits (saying, i);
    else
      saying_word (saying, saying_is_slash (saying, i) ? "của" : "và");
  }
}

/* Documents several bodies issue together; of others the last parts are units of the first. */
static gboolean
is_joint (const Symbol *symbol)
{
  return symbol->type && (strstr (symbol->type, "phối hợp") || strstr (symbol->type, "liên tịch"));
}

static void
say_issuers (Saying *saying, const Symbol *symbol)
{
  guint first = symbol->type ? 1 : 0;
  guint last = is_joint (symbol) ? symbol->n_parts : MIN (symbol->n_parts, first + 1);

  for (guint i = first; i < last; i++) {
    const SymbolPart *part = &symbol->parts[i];
    if (i > first)
      saying_word (saying, "và");
    else if (is_assembly (saying, part))
      saying_pause (saying, ',');
    else
      saying_word (saying, "của");
    say_part (saying, part);
  }
}

/* Words of what a document is about, between its kind and its number. */
#define SUBJECT_REACH 8

/* "QĐ thu hồi đất 1125/QĐ-UBND", "Luật Phòng thủ dân sự 18/2023/QH15": what it is about stands
 * between its kind and its number. */
static gboolean
names_kind_before (const Saying *saying, const Symbol *symbol, int before)
{
  gboolean is_law = symbol->type == NULL && is_assembly (saying, &symbol->parts[0]);

  for (int i = before; i > before - SUBJECT_REACH && saying_is_word (saying, i); i--) {
    const LexiconEntry *entry = lookup_exact (saying, i, i + 1);
    if (is_law ? saying_has (saying, i, "luật")
               : symbol->type && entry && g_strcmp0 (entry->type, symbol->type) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether the text names the kind of the document right before the number, "Nghị định 59/…". */
static gboolean
is_named (const Saying *saying, const Symbol *symbol, int before)
{
  const char *last = symbol->type ? strrchr (symbol->type, ' ') : NULL;

  if (before < 0)
    return FALSE;
  /* "Công văn hỏa tốc 5678/UBND": how it is sent stands between */
  for (int i = before; i > before - KIND_REACH && saying_is_word (saying, i); i--) {
    if (saying_class (saying, i) & WORD_DOCUMENT)
      return TRUE;
    if (saying_token (saying, i)->shape != SHAPE_SMALL)
      break;
  }
  if (names_kind_before (saying, symbol, before))
    return TRUE;
  /* "QĐ 06/QĐ-TTg", "NQ 198/2025/QH15" */
  const LexiconEntry *entry = lookup_exact (saying, before, before + 1);
  if (symbol->type == NULL)
    return entry && entry->type;
  return saying_has (saying, before, last ? last + 1 : symbol->type)
         || (entry && g_strcmp0 (entry->type, symbol->type) == 0);
}

/* A law has no type in its symbol: 45/2019/QH14. */
static const char *
kind_of (const Saying *saying, const Symbol *symbol)
{
  if (symbol->type)
    return symbol->type;
  return is_assembly (saying, &symbol->parts[0]) ? "luật" : "công văn";
}

/* "QĐ 37-QĐ/TW": the short form was said as a decision, and the Party has rules with the same one.
 */
static gboolean
is_decision_of_party (Saying *saying, const Symbol *symbol, int before)
{
  if (!symbol->is_party || before < 0 || !saying_matches (saying, before, "QĐ")
      || g_strcmp0 (symbol->type, "quy định") != 0)
    return FALSE;
  saying->certainty = SPEECH_DEFAULT;
  saying_warn (saying, before, "QĐ", _ ("write “quy định” or “quyết định”"),
               _ ("“QĐ” of the Party may be a rule or a decision; it is read as a decision"));
  return TRUE;
}

/* "số", with the kind before it unless the text has them. */
static void
say_head (Saying *saying, const Symbol *symbol)
{
  int before = saying_word_before (saying, symbol->number);

  if (saying_is_mark (saying, symbol->number - 1, ':'))
    before = symbol->number - 2;
  if (saying_has (saying, before, "số"))
    return;
  /* "mẫu 01/ĐK" is a form, and no letter */
  gboolean named = is_named (saying, symbol, before)
                   || is_decision_of_party (saying, symbol, before)
                   || (symbol->type == NULL && saying_is_named (saying, symbol->number, WORD_FORM));
  /* "số quyết định 12/QĐ-UBND" */
  if (named && saying_topic_before (saying, symbol->number, KIND_REACH, TOPIC_NUMBER))
    return;
  if (!named)
    say_name (saying, kind_of (saying, symbol));
  saying_word (saying, "số");
}

/* " ngày 06/01/2022" or " ngày 06 tháng 01 năm 2022" behind the symbol; returns the index after it.
 */
static int
say_dated (Saying *saying, int at)
{
  WrittenDate date;

  if (!saying_has (saying, at, "ngày"))
    return at;
  if (!written_date_read (saying, at + 1, &date)) {
    if (!saying_is_number (saying, at + 1) || !saying_has (saying, at + 2, "tháng")
        || !saying_is_number (saying, at + 3))
      return at;
    gboolean has_year = saying_has (saying, at + 4, "năm") && saying_is_number (saying, at + 5);
    date = (WrittenDate){ .end = at + (has_year ? 6 : 4),
                          .day = saying_value (saying, at + 1),
                          .month = saying_value (saying, at + 3),
                          .year = has_year ? saying_value (saying, at + 5) : 0 };
  }
  saying_pause (saying, ',');
  saying_word (saying, "");
  date_words_date (saying->out, &saying->style, date.day, date.month, date.year, saying->use_mung);
  return date.end;
}

static void
say_number_and_year (Saying *saying, const Symbol *symbol)
{
  if (saying_at (saying, symbol->number)[0] == '0')
    saying_digits (saying, symbol->number);
  else
    saying_cardinal (saying, symbol->number);
  if (symbol->suffix >= 0)
    saying_letters (saying, saying_at (saying, symbol->suffix), 1);
  if (symbol->point >= 0) {
    saying_word (saying, "chấm");
    saying_cardinal (saying, symbol->point);
  }
  if (symbol->year >= 0) {
    saying_word (saying, "năm");
    saying_cardinal (saying, symbol->year);
  }
}

/* "Đề án 06/CP", "BCĐĐA06/CP": the number of a project and whose it is. */
static gboolean
is_project (const Saying *saying, const Symbol *symbol)
{
  int before = saying_word_before (saying, symbol->number);

  if (symbol->type || symbol->n_parts != 1 || symbol->year >= 0 || before < 0)
    return FALSE;
  return saying_has (saying, before, "án")
         || saying_token (saying, before)->shape == SHAPE_CAPITALS;
}

/* "NĐ 82/2020", "Nghị định 168/2024": the rest of the symbol was left out. */
static int
say_short_symbol (Saying *saying, int at)
{
  int before = saying_word_before (saying, at);

  if (!saying_is_slash (saying, at + 1) || !saying_is_glued (saying, at + 1)
      || !is_year (saying, at + 2) || !saying_is_glued (saying, at + 2) || before < 0
      || (saying_is_slash (saying, at + 3) && saying_is_glued (saying, at + 3)))
    return at;
  const LexiconEntry *entry = lookup_exact (saying, before, before + 1);
  gboolean is_document = (entry && entry->type)
                         || (saying_class (saying, before) & WORD_DOCUMENT
                             && saying_token (saying, before)->shape == SHAPE_SMALL);
  if (!is_document)
    return at;
  saying_word (saying, "số");
  Symbol symbol = symbol_at (at);
  symbol.year = at + 2;
  say_number_and_year (saying, &symbol);
  return at + 3;
}

int
say_symbol (Saying *saying, int at)
{
  Symbol symbol;
  int short_end = say_short_symbol (saying, at);

  if (short_end > at)
    return short_end;
  if (!symbol_read (saying, at, &symbol))
    return at;
  if (is_project (saying, &symbol)) {
    say_number_and_year (saying, &symbol);
    saying_word (saying, "của");
    say_part (saying, &symbol.parts[0]);
    return symbol.end;
  }
  say_head (saying, &symbol);
  say_number_and_year (saying, &symbol);
  /* "15/2026/HS-ST": what court cases are of, and no issuer */
  const LexiconEntry *whole = symbol.n_parts > 1 && symbol.type == NULL
                                ? lookup_exact (saying, symbol.parts[0].from, symbol.end)
                                : NULL;
  if (whole && whole->issuer) {
    saying_pause (saying, ',');
    saying_word (saying, whole->issuer);
    return symbol.end;
  }
  int end = say_dated (saying, symbol.end);
  if (!saying_has (saying, end, "của"))
    say_issuers (saying, &symbol);
  return end;
}

/* "số /CAHP-QLHC": the number is to be filled in. */
int
say_blank_symbol (Saying *saying, int at)
{
  Symbol symbol = symbol_at (at);

  if (!saying_is_slash (saying, at) || saying_is_glued (saying, at)
      || !saying_has (saying, at - 1, "số") || !read_parts (saying, at + 1, &symbol))
    return at;
  resolve_type (saying, &symbol);
  saying_warn (saying, at, "blank number", _ ("fill it in before the text is read out"),
               _ ("the number of the document is missing"));
  say_issuers (saying, &symbol);
  return symbol.end;
}

/* A part of a law in short: "K1", "Đ134", "K.3"; `words` is NULL when it is none. */
typedef struct {
  const char *words; /* "khoản" */
  int number;        /* token */
} LawPart;

static LawPart
part_of_law (const Saying *saying, int at)
{
  static const struct {
    const char *letter, *words;
  } rows[] = { { "K", "khoản" }, { "k", "khoản" }, { "Đ", "điều" }, { "đ", "điều" } };
  int number = at + 1 + (saying_is_mark (saying, at + 1, '.') && saying_is_glued (saying, at + 1));

  if (!saying_is_number (saying, number) || !saying_is_glued (saying, number)
      || saying_length (saying, number) > 3)
    return (LawPart){ NULL, at };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (saying_matches (saying, at, rows[i].letter))
      return (LawPart){ rows[i].words, number };
  return (LawPart){ NULL, at };
}

/* The part that ends right before `at`, or before its comma. */
static LawPart
part_of_law_before (const Saying *saying, int at)
{
  int last = at - 1 - saying_is_mark (saying, at - 1, ',');

  return part_of_law (saying, last - 1 - saying_is_mark (saying, last - 1, '.'));
}

/* "BLHS", "Luật", "NĐ": the law the parts are of. */
static gboolean
names_law (const Saying *saying, int at)
{
  return saying_has (saying, at, "luật") || saying_has (saying, at, "bộ")
         || saying_has (saying, at, "nghị") || saying_matches (saying, at, "NĐ")
         || (saying_token (saying, at)->shape == SHAPE_CAPITALS
             && g_str_has_prefix (saying_at (saying, at), "BL"));
}

/* "khởi tố theo Đ249", "về tội giết người (Đ123)": an article by itself. */
static gboolean
is_cited (const Saying *saying, int at, LawPart part)
{
  gboolean is_alone =
    saying_is_mark (saying, at - 1, '(') && saying_is_mark (saying, part.number + 1, ')');

  return saying_has_topic (saying, at - 1, TOPIC_CITING)
         || (is_alone && saying_matches (saying, at, "Đ")
             && saying_length (saying, part.number) > 1);
}

/* "K1 Đ134 BLHS", "K2, Đ5 Luật Đất đai", "Đ.12 K.3": a letter of two parts, or of one and what it
 * is of. */
int
say_clause (Saying *saying, int at)
{
  LawPart part = part_of_law (saying, at);

  if (part.words == NULL)
    return at;
  int behind = part.number + 1 + saying_is_mark (saying, part.number + 1, ',');
  LawPart next = part_of_law (saying, behind);
  LawPart before = part_of_law_before (saying, at);
  if (!names_law (saying, behind) && !is_cited (saying, at, part) && next.words == NULL
      && before.words == NULL)
    return at;
  if ((next.words == part.words && !names_law (saying, next.number + 1))
      || before.words == part.words)
    return at;
  saying_word (saying, part.words);
  saying_cardinal (saying, part.number);
  return part.number + 1;
}
