/* SPDX-License-Identifier: MIT */
/* Slips of typists and scanners. A rule is only as good as its silence: names of the site, loans,
 * transcriptions with hyphens, code and addresses are no faults, and where a pair could be chance
 * nothing is said. */
#include "editor/words.h"

#include "base/i18n.h"
#include "editor/mention.h"
#include "text/syllable.h"

#include <string.h>

typedef struct {
  const Review *review;
  const Wordlist *list;
  const Passage *passage;
  guint *trust; /* of the document, in percent; 0: nobody asked yet */
} Look;

/* What the letters of a word say, wherever it stands (Word.traits). */
typedef enum {
  TRAIT_JUDGED = 1 << 0,    /* a syllable whose spelling is judged */
  TRAIT_FAULTY = 1 << 1,    /* one that is spelt wrong, or is not in use */
  TRAIT_MISSPELT = 1 << 2,  /* no syllable, but one with two letters in each other's place */
  TRAIT_LOST = 1 << 3,      /* may have lost its marks */
  TRAIT_OURS = 1 << 4,      /* of a text in Vietnamese */
  TRAIT_KNOWN = 1 << 5,     /* part of a name of the site, or a loan */
  TRAIT_SYLLABLE = 1 << 6,  /* said somewhere */
  TRAIT_PARTICLE = 1 << 7,  /* stands between any others */
  TRAIT_TWICE = 1 << 8,     /* may stand twice */
  TRAIT_BOUND = 1 << 9,     /* lives in few words */
  TRAIT_BRAND = 1 << 10,    /* a slip for a name of somebody */
  TRAIT_HIGHLAND = 1 << 11, /* spelt as names of the peoples of the highlands are */
} Trait;

static gboolean
has_trait (const Word *word, Trait trait)
{
  return (word->traits & trait) != 0;
}

static char *
word_text (const Passage *passage, const Word *word)
{
  return passage_piece (passage, word->start, word->length);
}

/* `right` in the case of what it replaces. */
static char *
in_case_of (const char *right, const Word *word)
{
  if (word->letters == CASE_CAPITALS && word->length > 2)
    return g_utf8_strup (right, -1);
  if (word->letters == CASE_SMALL)
    return g_strdup (right);
  gunichar first = g_unichar_toupper (g_utf8_get_char (right));
  GString *text = g_string_new (NULL);
  g_string_append_unichar (text, first);
  g_string_append (text, g_utf8_next_char (right));
  return g_string_free (text, FALSE);
}

/* --- one syllable --- */

static gboolean
has_vowel (const Word *word)
{
  return strpbrk (word->key, "aeiouyABEOPU") != NULL; /* codes of text/letter.h */
}

/* A word with capitals and no tone may be any abbreviation: “QĐUB”, “TTHC”. */
static gboolean
is_judged (const Word *word)
{
  if (!word->has_marks || !word->is_bare || word->letters == CASE_MIXED)
    return FALSE;
  if (word->letters == CASE_CAPITALS && !word->has_tone)
    return FALSE;
  if (!has_vowel (word))
    return FALSE; /* “đv”, “trđ”, “đk” */
  if (g_utf8_strlen (word->small, -1) == 1
      && (word->letters != CASE_SMALL || strcmp (word->small, "đ") == 0))
    return FALSE; /* letters of lists, đồng */
  return !has_trait (word, TRAIT_KNOWN);
}

static void
check_tone_place (const Look *look, const Word *word)
{
  g_autofree char *text = word_text (look->passage, word);
  g_autofree char *right = syllable_with_tone_in_place (text, word->length, TONE_STYLE_OLD);

  if (right && strcmp (right, text) != 0)
    remark_fix (look->review, "WORD-03", look->passage, word->start, word->length, right,
                _ ("the tone of “%s” stands on the wrong letter"), text);
}

static void
check_syllable (const Look *look, const Word *word)
{
  ToneStyle style;
  SyllableFault fault = syllable_fault (look->passage->text + word->start, word->length, &style);

  if (fault == SYLLABLE_GOOD && word->letters != CASE_TITLE && !has_trait (word, TRAIT_SYLLABLE)) {
    remark (look->review, "WORD-13", look->passage, word->start, word->length,
            _ ("correct it; if it is a word, add it to content/lexicon.yaml"),
            _ ("“%s” is spelt as a syllable could be, but none like it is in use"), word->small);
    return;
  }
  if (fault == SYLLABLE_GOOD || fault == SYLLABLE_OTHER_LETTERS)
    return;
  if (fault == SYLLABLE_TONE_PLACE) {
    check_tone_place (look, word);
    return;
  }
  g_autofree char *text = word_text (look->passage, word);
  if (fault == SYLLABLE_STOP)
    remark (look->review, "WORD-02", look->passage, word->start, word->length,
            _ ("a syllable that ends in c, ch, p or t has sắc or nặng"),
            _ ("“%s” has lost its tone, or has a wrong one"), text);
  else
    remark (look->review, "WORD-01", look->passage, word->start, word->length,
            _ ("correct it; if it is a name, add it to content/lexicon.yaml"),
            fault == SYLLABLE_ONSET ? _ ("“%s” is not spelt like this")
                                    : _ ("“%s” is no Vietnamese syllable"),
            text);
}

/* Where all around is Vietnamese, “duoc” and “hoac” have lost their marks; “chat” and “top” are
 * loans, and “ba”, “cho” have none to lose. */
static gboolean
may_have_lost_marks (const Word *word)
{
  static const char *const units[] = { "kwh",  "khz", "mhz", "ghz", "dpi", "stt",  "sms",   "vnd",
                                       "pcs",  "mm",  "cm",  "km",  "kg",  "mmhg", "https", "http",
                                       "html", "pdf", "xml", "jpg", "png", NULL };

  if (word->has_marks || word->letters != CASE_SMALL || word->length < 2
      || has_trait (word, TRAIT_KNOWN) || has_trait (word, TRAIT_SYLLABLE))
    return FALSE;
  gboolean is_bare_syllable = syllable_longest_bare (word->small, word->length) == word->length;
  gboolean is_clipped =
    strpbrk (word->small, "aeiou") == NULL && word->length >= 3; /* “khng”, “ngy” */
  return (is_bare_syllable || is_clipped) && !g_strv_contains (units, word->small);
}

/* “hco”, “knih”: no syllable and no loan, but one of ours with two letters in each other's place.
 */
static gboolean
may_be_misspelt (const Wordlist *list, const Word *word)
{
  return !word->has_marks && word->letters == CASE_SMALL && word->length >= 3
         && !has_trait (word, TRAIT_KNOWN)
         && syllable_longest_bare (word->small, word->length) != word->length
         && wordlist_misspelt (list, word->key);
}

/* A capital that the beginning of a sentence asks for, or the middle of a name. */
static gboolean
may_be_name (const Passage *passage, guint index)
{
  const Word *word = &passage->words[index], *next = word_after (passage, index + 1);
  gboolean is_first = index == 0 || !word->follows;

  return word->letters == CASE_TITLE && (!is_first || next == NULL || next->letters != CASE_SMALL);
}

/* All around is Vietnamese: names of things in other languages stand together. */
static gboolean
is_among_ours (const Passage *passage, guint index)
{
  const Word *word = &passage->words[index];
  const Word *before = index > 0 && word->follows ? word - 1 : NULL;
  const Word *after = word_after (passage, index + 1);

  return (before || after) && (before == NULL || has_trait (before, TRAIT_OURS))
         && (after == NULL || has_trait (after, TRAIT_OURS));
}

static void
check_letters (const Look *look, guint index)
{
  const Word *word = &look->passage->words[index];

  if (word->is_skipped || word->is_glued
      || (has_trait (word, TRAIT_HIGHLAND) && may_be_name (look->passage, index)))
    return;
  if (has_trait (word, TRAIT_JUDGED)) {
    if (has_trait (word, TRAIT_FAULTY))
      check_syllable (look, word);
  } else if (has_trait (word, TRAIT_MISSPELT | TRAIT_LOST)
             && is_among_ours (look->passage, index)) {
    if (has_trait (word, TRAIT_MISSPELT))
      remark (look->review, "WORD-01", look->passage, word->start, word->length,
              _ ("correct it; if it is a name, add it to content/lexicon.yaml"),
              _ ("“%s” is no Vietnamese syllable"), word->small);
    else
      remark (look->review, "WORD-11", look->passage, word->start, word->length,
              _ ("write it with its marks"), _ ("“%s” has lost its marks"), word->small);
  }
}

/* --- two syllables --- */

/* Both as names are written, in the middle of a sentence. */
static gboolean
is_name (const Word *first, const Word *second)
{
  return second->letters == CASE_TITLE || second->letters == CASE_MIXED
         || (first->letters == CASE_CAPITALS) != (second->letters == CASE_CAPITALS);
}

/* TRUE when word `index` and the one before it are a word of ours. */
static gboolean
is_known_pair (const Look *look, guint index)
{
  return index > 0 && index < look->passage->n_words && look->passage->words[index].follows
         && wordlist_has_pair (look->list, look->passage->words[index - 1].number,
                               look->passage->words[index].number);
}

/* TRUE when they are a word that offices have on every page. */
static gboolean
is_common_pair (const Look *look, guint index)
{
  return is_known_pair (look, index)
         && wordlist_has_common (look->list, look->passage->words[index - 1].number,
                                 look->passage->words[index].number);
}

/* TRUE when either word belongs to its other neighbour: “cách | thực hiện”. */
static gboolean
belongs_elsewhere (const Look *look, guint index)
{
  return is_known_pair (look, index - 1) || is_known_pair (look, index + 1);
}

static void
say_word (const Look *look, const Word *word, const char *meant)
{
  g_autofree char *right = in_case_of (meant, word);
  g_autofree char *text = word_text (look->passage, word);
  g_autofree char *advice = g_strdup_printf (_ ("if it is, write “%s”"), right);

  remark (look->review, "WORD-12", look->passage, word->start, word->length, advice,
          _ ("is “%s” a slip for “%s”?"), text, right);
}

static void
say_pair (const Look *look, const char *code, guint index, const char *meant)
{
  const Word *first = &look->passage->words[index - 1], *second = &look->passage->words[index];
  guint length = second->start + second->length - first->start;
  g_autofree char *text = passage_piece (look->passage, first->start, length);
  g_autofree char *right = second->letters == CASE_CAPITALS && second->length > 2
                             ? g_utf8_strup (meant, -1)
                             : in_case_of (meant, first);

  if (strcmp (code, "WORD-06") == 0)
    remark_fix (look->review, code, look->passage, first->start, length, right,
                _ ("“%s” is written for “%s”"), text, right);
  else {
    g_autofree char *advice = g_strdup_printf (_ ("if it is, write “%s”"), right);
    remark (look->review, code, look->passage, first->start, length, advice,
            _ ("is “%s” a slip for “%s”?"), text, right);
  }
}

/* A pair written for another, by the table of those. */
static gboolean
check_confused (const Look *look, guint index)
{
  const Word *second = word_after (look->passage, index);
  const Word *first = &look->passage->words[index - 1];

  if (second == NULL || first->is_skipped || second->is_skipped
      || (second->letters == CASE_TITLE && first->letters == CASE_TITLE))
    return FALSE;
  const char *meant = wordlist_confused (look->list, first->number, second->number);
  if (meant == NULL || belongs_elsewhere (look, index))
    return FALSE;
  say_pair (look, "WORD-06", index, meant);
  return TRUE;
}

/* “nội dung: HO TEN - THON”: what is typed into a transfer of money, or a message, has no marks. */
static gboolean
is_typed_into_machine (const Passage *passage, guint at)
{
  static const char *const words[] = { "nội dung",  "cú pháp", "nd:", "soạn ",
                                       "tài khoản", "tk",      NULL };

  return any_small_before (passage->text, at, 120, words);
}

/* “to giac”: both have lost their marks. */
static gboolean
check_bare_pair (const Look *look, guint index)
{
  const Word *second = word_after (look->passage, index);
  const Word *first = &look->passage->words[index - 1];
  guint meant[2];

  if (second == NULL || first->is_skipped || second->is_skipped || first->has_marks
      || second->has_marks || is_name (first, second) || first->is_glued || second->is_glued
      || is_known_pair (look, index) || belongs_elsewhere (look, index)
      || has_trait (first, TRAIT_PARTICLE) || has_trait (second, TRAIT_PARTICLE)
      || !wordlist_without_marks (look->list, first->number, second->number, meant)
      || is_typed_into_machine (look->passage, first->start))
    return FALSE;
  g_autofree char *text = g_strdup_printf ("%s %s", wordlist_written (look->list, meant[0]),
                                           wordlist_written (look->list, meant[1]));
  say_pair (look, "WORD-05", index, text);
  return TRUE;
}

/* --- a syllable among its neighbours --- */

/* A word that stands with neither neighbour as words of ours do, and what may have been meant. */
typedef struct {
  guint index;              /* in its passage */
  guint number, n_partners; /* of the word */
  guint before, after;      /* numbers of its neighbours; 0: none */
  guint trust;              /* how much of the usual evidence it is, in percent */
} Stranger;

static gboolean
is_neighbour (const Word *word)
{
  return word && !word->is_skipped && word->is_bare && !word->is_glued;
}

static gboolean
is_stranger (const Look *look, guint index, Stranger *stranger)
{
  const Passage *passage = look->passage;
  const Word *word = &passage->words[index];
  const Word *before = index > 0 && word->follows ? word - 1 : NULL;
  const Word *after = word_after (passage, index + 1);

  if (word->is_skipped || word->is_glued || !word->is_bare || word->number == 0
      || word->letters == CASE_MIXED || has_trait (word, TRAIT_PARTICLE)
      || (word->letters != CASE_SMALL && has_trait (word, TRAIT_KNOWN)))
    return FALSE;
  if (word->letters == CASE_TITLE && (before || (after && after->letters == CASE_TITLE)))
    return FALSE;
  if (word->letters == CASE_SMALL && after && after->letters == CASE_TITLE)
    after = NULL;
  if (before && before->letters == CASE_TITLE && word->letters != CASE_SMALL)
    before = NULL;
  *stranger = (Stranger){ .index = index,
                          .number = word->number,
                          .n_partners = MAX (wordlist_n_partners (look->list, word->number), 1),
                          .before = is_neighbour (before) ? before->number : 0,
                          .after = is_neighbour (after) ? after->number : 0,
                          .trust = 100 };
  /* What the table of confusions knows is said by it. */
  return !wordlist_has_pair (look->list, stranger->before, stranger->number)
         && !wordlist_has_pair (look->list, stranger->number, stranger->after)
         && wordlist_confused (look->list, stranger->number, stranger->after) == NULL;
}

/* TRUE when the neighbour has a word of its own on its other side. */
static gboolean
is_taken (const Look *look, guint index, gboolean is_before)
{
  return is_before ? is_known_pair (look, index - 1) : is_known_pair (look, index + 2);
}

/* How rare two syllables that were never seen together must be (the product of what they are seen
 * beside) for one of them to be a slip. Measured: above, words of every day are taken for slips;
 * half of it finds one slip in thirty less. */
#define RARE_BY_SOUND  800
#define RARE_BY_LETTER 60
/* What differs from a word of every page is rather a slip; less so where its neighbour has a word
 * of its own on the other side. */
#define TIMES_COMMON 12
#define PART_TAKEN   4
/* Between two neighbours that both want it. */
#define RARE_BETWEEN 60
/* Syllables that live in so few words that they are a slip wherever they stand alone, of one that
 * stands beside so many. */
#define RARE_ALONE          2
#define RARE_FOR_A_PARTICLE 8
#define COMMON_ALONE        60
#define PARTICLE            400

/* Of a hundred words of an office, twelve stand beside none they are known with; of a tale, thirty:
 * there, a pair that was never seen says little. */
#define USUAL_STRANGERS 200 /* of a thousand words */

static guint
count_strangers (const Look *look, const Passage *passage)
{
  Look other = *look;
  Stranger stranger;
  guint n = 0;

  other.passage = passage;
  for (guint i = 0; i < passage->n_words; i++)
    n += is_stranger (&other, i, &stranger);
  return n;
}

/* How much of the usual evidence a pair that was never seen is in this document, in percent. */
static guint
trust_in (const Look *look)
{
  const Manuscript *manuscript = look->review->manuscript;
  guint n = 0;

  if (*look->trust > 0)
    return *look->trust;
  for (guint i = 0; i < manuscript->passages->len; i++)
    if (manuscript_passage (manuscript, i)->is_read)
      n += count_strangers (look, manuscript_passage (manuscript, i));
  double share = 1000.0 * n / MAX (manuscript->n_words, 1);
  double times = USUAL_STRANGERS / MAX (share, USUAL_STRANGERS);
  *look->trust = MAX ((guint) (100 * times * times), 1);
  return *look->trust;
}

/* How well a neighbour takes `slip` in place of the word that stands there. */
static guint
pull_of_neighbour (const Look *look, const Stranger *stranger, const Slip *slip, gboolean is_before)
{
  guint neighbour = is_before ? stranger->before : stranger->after;
  guint first = is_before ? neighbour : slip->number, second = is_before ? slip->number : neighbour;
  guint most = slip->kind == SLIP_LETTER ? RARE_BY_LETTER : RARE_BY_SOUND;

  /* “van đang”: of a thing anything may be told. */
  if (wordlist_stands_alone (look->list, stranger->number)
      && wordlist_is_particle_at (look->list, neighbour))
    return 0;
  if (wordlist_has_common (look->list, first, second))
    most *= TIMES_COMMON;
  if (is_taken (look, stranger->index, is_before))
    most /= PART_TAKEN;
  guint rarity = stranger->n_partners * wordlist_n_partners (look->list, neighbour);
  return rarity * 100 <= most * stranger->trust ? 1000 : 0;
}

/* How much speaks for `slip` being meant: the fewer syllables the word and its neighbour stand
 * beside, the less likely it is that they were never seen together by chance. 0: nothing. */
static guint
evidence (const Look *look, const Stranger *stranger, const Slip *slip)
{
  const Wordlist *list = look->list;
  gboolean is_particle = wordlist_is_particle_at (list, slip->number);
  guint common = is_particle ? PARTICLE : wordlist_n_partners (list, slip->number);
  gboolean joins_before = wordlist_has_pair (list, stranger->before, slip->number);
  gboolean joins_after = wordlist_has_pair (list, slip->number, stranger->after);
  guint score = 0;

  if (joins_before)
    score += pull_of_neighbour (look, stranger, slip, TRUE);
  if (joins_after)
    score += pull_of_neighbour (look, stranger, slip, FALSE);
  if (joins_before && joins_after && stranger->n_partners * 100 < RARE_BETWEEN * stranger->trust)
    score += 1000;
  guint rare = slip->kind == SLIP_MARKS && is_particle ? RARE_FOR_A_PARTICLE : RARE_ALONE;
  if (look->passage->words[stranger->index].letters == CASE_SMALL && slip->kind != SLIP_LETTER
      && !wordlist_stands_alone (list, stranger->number)
      && stranger->n_partners * 100 <= rare * stranger->trust && common >= COMMON_ALONE)
    score += 500;
  return score ? score + MIN (common, PARTICLE) : 0;
}

/* Who writes it again and again means it: a slip is made once, and those that many believe in are
 * in the table of confusions. */
#define OFTEN 3

static gboolean
is_said_often (const Look *look, guint index)
{
  const Word *first = &look->passage->words[index - 1], *second = &look->passage->words[index];
  const GPtrArray *passages = look->review->manuscript->passages;
  guint n = 0;

  for (guint i = 0; i < passages->len && n < OFTEN; i++) {
    const Passage *passage = passages->pdata[i];
    for (guint j = 1; j < passage->n_words; j++)
      n += passage->words[j].follows && strcmp (passage->words[j].key, second->key) == 0
           && strcmp (passage->words[j - 1].key, first->key) == 0;
  }
  return n >= OFTEN;
}

static void
check_stranger (const Look *look, guint index)
{
  Stranger stranger;
  guint n, best_score = 0;
  const Slip *meant = NULL;

  if (!is_stranger (look, index, &stranger))
    return;
  const Slip *slips = wordlist_slips (look->list, stranger.number, &n);
  for (guint i = 0; i < n; i++) {
    guint score = evidence (look, &stranger, &slips[i]);
    if (score > best_score) {
      best_score = score;
      meant = &slips[i];
    }
  }
  if (meant == NULL)
    return;
  stranger.trust = trust_in (look);
  if (evidence (look, &stranger, meant) == 0)
    return;
  guint best = meant->number;
  gboolean joins_before = wordlist_has_pair (look->list, stranger.before, best);
  gboolean joins_after = wordlist_has_pair (look->list, best, stranger.after);
  if ((joins_before || joins_after) && is_said_often (look, joins_before ? index : index + 1))
    return;
  if (joins_before) {
    g_autofree char *text = g_strdup_printf (
      "%s %s", wordlist_written (look->list, stranger.before), wordlist_written (look->list, best));
    say_pair (look, "WORD-05", index, text);
  } else if (joins_after) {
    g_autofree char *text = g_strdup_printf ("%s %s", wordlist_written (look->list, best),
                                             wordlist_written (look->list, stranger.after));
    say_pair (look, "WORD-05", index + 1, text);
  } else
    say_word (look, &look->passage->words[index], wordlist_written (look->list, best));
}

/* --- words that live in few words --- */

/* “biệt” is heard in “đặc biệt”, “biệt phái”, and is otherwise “biết” with the wrong tone. */
static const struct {
  const char *word, *meant;
  const char *const after[24];  /* words it follows */
  const char *const before[24]; /* words it stands before */
} bound[] = {
  { "biệt",
    "biết",
    { "đặc", "phân", "cá",   "riêng", "khác", "tạm",  "ly", "li",  "cách", "khu", "tách", "ẩn",
      "sai", "dị",   "vĩnh", "tuyệt", "tiễn", "chia", "từ", "khu", "loại", "xa",  NULL },
    { "thự", "phái", "danh", "hiệu", "lệ", "tài", "kích", "động", "ly", "li", "tích", "giam", "đãi",
      "ngữ", "lập", NULL } },
  { "dược",
    "được",
    { "y", "nguyên", "thảo", "tân", "lâm", "sinh", "hóa", "hoá", "ngành", "trường", "khoa", "về",
      NULL },
    { "phẩm", "sĩ", "liệu", "tá", "lý", "thảo", "tính", "học", "chất", "mỹ", "lực", NULL } },
  { "dường", "đường", { "nhường", NULL }, { "như", "nào", NULL } },
  { "ngươi", "người", { "con", "các", "bọn", "lũ", "tên", "nhà", NULL }, { NULL } },
  { "củng", "cũng", { NULL }, { "cố", NULL } },
  { "sẻ", "sẽ", { "chia", "san", "suôn", "chim", "bổ", NULL }, { NULL } },
  { "đả",
    "đã",
    { "ẩu", "loạn", "chửi", NULL },
    { "kích", "đảo", "phá", "động", "thông", "thương", "đớt", NULL } },
  { "vẩn", "vẫn", { "vớ", NULL }, { "vơ", "đục", NULL } },
  { "quỷ",
    "quỹ",
    { "ma", "ác", "yêu", "loài", "con", "lũ", NULL },
    { "dữ", "quyệt", "kế", "sứ", "thần", "quái", NULL } },
  { "dang",
    "đang",
    { "dở", "dịu", "đa", NULL },
    { "tay", "dở", "ra", "nắng", "rộng", "cánh", "chân", "hai", "díu", NULL } },
  { "dặt", "đặt", { "dè", "dìu", NULL }, { "dìu", NULL } },
  { "nha",
    "nhà",
    { "răng", "nhẩn", "bộ", NULL },
    { "khoa", "sĩ", "chu", "dịch", "học", "môn", "phiến", "đam", NULL } },
  { "mẩu",
    "mẫu",
    { "từng", "những", "các", "một", "hai", "vài", "nhiều", "mấy", NULL },
    { "bánh", "giấy", "chuyện", "tin", "thuốc", "xương", "gỗ", "vải", "than", "bút", "nhỏ", "vụn",
      "đối", "thừa", NULL } },
  { "trể", "trễ", { NULL }, { NULL } },
  { "tù",
    "từ",
    { "án", "năm",  "tháng", "phạt", "đi", "ở",  "vào",  "ra",   "nhà", "cầm",  "lao",   "hạn",
      "bỏ", "ngồi", "người", "trại", "ao", "xử", "chịu", "nước", "mức", "khỏi", "khung", NULL },
    { "nhân", "tội", "giam", "chung", "treo", "túng", "đày", "đọng", "binh", "và", "nhưng", "cho",
      "về", NULL } },
  { "nhu", "như", { "nho", NULL }, { "cầu", "yếu", "nhược", "mì", "động", "thuật", "đạo", NULL } },
  { "di", "đi", { NULL }, { "chuyển", "động", "dời",    "cư",   "dân", "tích", "sản", "chúc",
                            "truyền", "căn",  "chứng",  "tật",  "vật", "hài",  "ảnh", "cốt",
                            "lý",     "tản",  "nguyện", "thực", "chỉ", "biến", "trú", NULL } },
  { "va",
    "và",
    { NULL },
    { "đường", "cột", "tường", "xe", "chạm", "đập", "quệt", "phải", "vào", "li", "trúng", "đầu",
      "vấp", "mạnh", "nhau", NULL } },
  { "vả", "và", { "vất", "nhờ", NULL }, { "lại", "chăng", "mặt", NULL } },
  { "co",
    "có",
    { "kéo", "quanh", "đôi", "giằng", "khe", NULL },
    { "giật", "rút", "ro", "cụm", "quắp", "lại", "thắt", "kéo", "duỗi", "giãn", "dãn", "bóp", "cơ",
      "ngắn", "chân", "tay", NULL } },
  { "nhã",
    "nhà",
    { "tao", "hòa", "hoà", "thanh", "trang", "nhàn", "bình", NULL },
    { "nhặn", "ý", "nhạc", "hứng", NULL } },
};

static gboolean
is_bound (const Word *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    if (strcmp (word->small, bound[i].word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_bound (const Look *look, guint index)
{
  const Passage *passage = look->passage;
  const Word *word = &passage->words[index];

  /* “CO2” */
  if (word->is_glued || (word->letters == CASE_CAPITALS && !word->has_marks))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++) {
    if (strcmp (word->small, bound[i].word) != 0 || word->is_skipped
        || may_be_name (passage, index))
      continue;
    const Word *before = index > 0 && word->follows ? &passage->words[index - 1] : NULL;
    if (word_is_in (before, bound[i].after)
        || word_is_in (word_after (passage, index + 1), bound[i].before))
      continue;
    g_autofree char *advice = g_strdup_printf (_ ("if it is, write “%s”"), bound[i].meant);
    remark (look->review, "WORD-12", passage, word->start, word->length, advice,
            _ ("is “%s” a slip for “%s”?"), word->small, bound[i].meant);
    return TRUE;
  }
  return FALSE;
}

/* “các nhân” is “cá nhân”, but not in “các nhân viên”. */
static void
check_persons (const Look *look, guint index)
{
  static const char *const goes_on[] = { "viên",  "vật",  "chứng", "tố",   "sự",
                                         "khẩu",  "lực",  "sĩ",    "tài",  "dân",
                                         "quyền", "danh", "công",  "loại", NULL };
  const Word *second = word_after (look->passage, index);
  const Word *first = &look->passage->words[index - 1];

  if (!word_is (second, "nhân") || strcmp (first->small, "các") != 0
      || word_is_in (word_after (look->passage, index + 1), goes_on))
    return;
  say_pair (look, "WORD-05", index, "cá nhân");
}

/* --- words that stand twice --- */

#define RARE_DOUBLED 6 /* syllables it stands beside */

static gboolean
may_stand_twice (const Word *word)
{
  /* “ngày ngày”, “luôn luôn”, “5 năm năm sau” */
  static const char *const twice[] = {
    "ai",    "ba",   "bà",    "bạn",   "bảng",  "bé",   "bon",    "bốn",   "bươm",  "cao",
    "cào",   "cháu", "chăm",  "chầm",  "châu",  "chim", "chôm",   "chốc",  "chung", "chuồn",
    "cùng",  "dần",  "dùng",  "đa",    "đau",   "đằng", "đen",    "đều",   "điều",  "đỏ",
    "đôi",   "đời",  "đu",    "đùng",  "đường", "em",   "gần",    "giờ",   "gì",    "hai",
    "hàng",  "hao",  "hay",   "hằm",   "hây",   "hiu",  "hoài",   "hơi",   "hừng",  "khang",
    "khăng", "khe",  "khư",   "là",    "lâng",  "lâu",  "lẻ",     "lo",    "loang", "lù",
    "luôn",  "lửng", "mãi",   "mau",   "mặn",   "mây",  "mẹ",     "mình",  "mọi",   "mỗi",
    "mơ",    "mươi", "năm",   "nay",   "nâu",   "nằng", "ngang",  "ngày",  "ngay",  "nghênh",
    "người", "ngon", "ngùn",  "nhà",   "nhanh", "nhan", "nhè",    "nhẹ",   "nho",   "nhỏ",
    "nhơn",  "nơi",  "oang",  "ông",   "phăng", "phơi", "quanh",  "quay",  "rành",  "râm",
    "rần",   "rề",   "riêng", "rói",   "rón",   "rộn",  "rung",   "rưng",  "sang",  "sáng",
    "sâu",   "song", "sờ",    "suông", "tám",   "tạm",  "tay",    "thang", "tháng", "thảo",
    "thăm",  "thẳm", "thật",  "thầm",  "thấp",  "thi",  "thoang", "thon",  "thơm",  "thường",
    "tiêu",  "tím",  "tít",   "to",    "trăng", "tre",  "trùng",  "trưng", "từ",    "từng",
    "tươi",  "tưng", "vàng",  "vằng",  "vân",   "vẩn",  "vi",     "viên",  "vô",    "vời",
    "vừa",   "xa",   "xanh",  "xăm",   "xinh",  "yêu",  "sáu",    "bảy",   "chín",  "mười",
    "một",   "đong", "đưa",   "tà",    "tả",    "lừng", "rầm",    "chiều", "đêm",   "sớm",
    "bừng",  "hồng", "tua",   "trơ",   "đăm",   "nhao", "khò",    "bình",  "hòa",   "xì",
    "ào",    "ầm",   "rì",    "phì",   "tí",    "vù",   NULL
  };

  return g_strv_contains (twice, word->small);
}

static gboolean
check_doubled (const Look *look, guint index)
{
  const Passage *passage = look->passage;
  const Word *word = word_after (passage, index);
  const Word *before = &passage->words[index - 1];

  if (word == NULL || word->is_skipped)
    return FALSE;
  gboolean is_one = strcmp (word->small, before->small) == 0 && word->letters != CASE_CAPITALS
                    && word->letters != CASE_TITLE && !word->is_glued && !before->is_glued
                    && !has_trait (word, TRAIT_TWICE) && has_trait (word, TRAIT_SYLLABLE)
                    && !is_known_pair (look, index)
                    && !(is_common_pair (look, index - 1) && is_common_pair (look, index + 1));
  gboolean is_pair = index >= 3 && before->follows && passage->words[index - 2].follows
                     && strcmp (word->small, passage->words[index - 2].small) == 0
                     && strcmp (before->small, passage->words[index - 3].small) == 0
                     && strcmp (word->small, before->small) != 0 && !has_trait (word, TRAIT_TWICE);
  if (!is_one && !is_pair)
    return FALSE;
  /* “lăm lăm”, “rau ráu”: what lives in few words is doubled on purpose. */
  if (is_one && !is_pair && !has_trait (word, TRAIT_PARTICLE)
      && wordlist_n_partners (look->list, word->number) < RARE_DOUBLED)
    return FALSE;
  guint start = is_pair ? before->start : word->start;
  guint length = word->start + word->length - start;
  g_autofree char *text = passage_piece (passage, start, length);
  remark (look->review, "WORD-08", passage, start, length, _ ("leave one of them out"),
          _ ("“%s” stands here twice"), text);
  return TRUE;
}

/* --- names --- */

static void
check_brand (const Look *look, const Word *word)
{
  const char *text = look->passage->text + word->start;
  guint length = word->length;

  if (word->is_skipped || word->has_marks || length < 4)
    return;
  /* “VNe1D” is two words with a digit between. */
  while (word->start + length < look->passage->length && g_ascii_isalnum (text[length]))
    length++;
  if (length == word->length && !has_trait (word, TRAIT_BRAND))
    return;
  const char *brand = wordlist_brand (look->list, text, length);
  gboolean is_capitals =
    word->letters == CASE_CAPITALS && brand && g_ascii_strncasecmp (text, brand, length) == 0;
  gboolean is_part = length == word->length && word->is_glued;
  if (brand == NULL || is_capitals || is_part || strchr (brand, '-'))
    return;
  g_autofree char *written = g_strndup (text, length);
  if (wordlist_in_lexicon (look->list, written))
    return;
  remark_fix (look->review, "WORD-07", look->passage, word->start, length, brand,
              _ ("the name is “%s”, not “%s”"), brand, written);
}

/* --- letters that look like others --- */

static const struct {
  gunichar other;
  char ours;
} look_alikes[] = {
  { 0x430, 'a' }, { 0x435, 'e' }, { 0x43E, 'o' }, { 0x440, 'p' }, { 0x441, 'c' }, { 0x443, 'y' },
  { 0x445, 'x' }, { 0x456, 'i' }, { 0x410, 'A' }, { 0x412, 'B' }, { 0x415, 'E' }, { 0x41A, 'K' },
  { 0x41C, 'M' }, { 0x41D, 'H' }, { 0x41E, 'O' }, { 0x420, 'P' }, { 0x421, 'C' }, { 0x422, 'T' },
  { 0x425, 'X' }, { 0x391, 'A' }, { 0x392, 'B' }, { 0x395, 'E' }, { 0x397, 'H' }, { 0x399, 'I' },
  { 0x39A, 'K' }, { 0x39C, 'M' }, { 0x39D, 'N' }, { 0x39F, 'O' }, { 0x3A1, 'P' }, { 0x3A4, 'T' },
  { 0x3A7, 'X' }, { 0x3BF, 'o' }, { 0x131, 'i' }, { 0x261, 'g' },
};

static char
look_alike (gunichar c)
{
  if (c >= 0xFF21 && c <= 0xFF5A) /* letters as wide as an ideograph */
    return (char) (c - 0xFF21 + 'A');
  for (guint i = 0; i < G_N_ELEMENTS (look_alikes); i++)
    if (look_alikes[i].other == c)
      return look_alikes[i].ours;
  return 0;
}

/* Letters of two alphabets in one word; đ is also taken for the Icelandic ð. */
static void
check_alphabet (const Look *look, const Word *word)
{
  guint n_ours = 0, n_others = 0;

  if (word->is_bare)
    return;
  g_autoptr (GString) right = g_string_new (NULL);
  for (const char *p = look->passage->text + word->start;
       p < look->passage->text + word->start + word->length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    char ours = look_alike (c);
    gunichar letter = ours ? (gunichar) ours : c == 0xF0 ? 0x111 : c == 0xD0 ? 0x110 : c;
    n_others += letter != c;
    n_ours += letter == c && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00));
    g_string_append_unichar (right, letter);
  }
  if (n_others == 0 || (n_ours == 0 && n_others < 2) || n_ours < n_others)
    return;
  g_autofree char *text = word_text (look->passage, word);
  remark_fix (look->review, "WORD-10", look->passage, word->start, word->length, right->str,
              _ ("“%s” has letters of another alphabet in it that only look like ours"), text);
}

/* --- the whole document --- */

/* An abbreviation that once has Đ and once D. */
static void
check_strokes (const Review *review)
{
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  const Manuscript *manuscript = review->manuscript;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < manuscript->passages->len; i++) {
      const Passage *passage = manuscript_passage (manuscript, i);
      for (guint j = 0; j < passage->n_words; j++) {
        const Word *word = &passage->words[j];
        if (word->letters != CASE_CAPITALS || word->length < 3)
          continue;
        if (pass == 0 && strstr (word->small, "đ"))
          g_hash_table_add (written, (gpointer) word->small);
        if (pass == 0 || word->has_marks || strchr (word->small, 'd') == NULL)
          continue;
        g_auto (GStrv) parts = g_strsplit (word->small, "d", -1);
        g_autofree char *stroked = g_strjoinv ("đ", parts);
        const char *found = g_hash_table_lookup (written, stroked);
        if (found == NULL && strcmp (stroked, "bcđ") != 0)
          continue;
        g_autofree char *right = g_utf8_strup (stroked, -1);
        g_autofree char *text = word_text (passage, word);
        remark_fix (review, "WORD-09", passage, word->start, word->length, right,
                    _ ("“%s” is “%s” without its stroke"), text, right);
      }
    }
}

typedef struct {
  guint n[3]; /* of each ToneStyle */
} Styles;

static ToneStyle
style_of (const Word *word)
{
  return word->is_skipped ? TONE_STYLE_NONE : word->style;
}

/* “Thúy”, “Hoà Bình” are written as they are; “Uỷ ban” is a word that begins large. */
static gboolean
is_as_it_is (const Wordlist *list, const Passage *passage, guint index)
{
  const Word *word = &passage->words[index], *next = word_after (passage, index + 1);

  return word->letters == CASE_TITLE
         && !(next && next->letters == CASE_SMALL
              && wordlist_has_pair (list, word->number, next->number));
}

/* Both places of the tone are right; one text has one of them. */
static void
check_styles (const Review *review, const Wordlist *list)
{
  const Manuscript *manuscript = review->manuscript;
  Styles styles = { { 0 } };

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    for (guint j = 0; passage->is_read && j < passage->n_words; j++)
      styles.n[style_of (&passage->words[j])]++;
  }
  if (styles.n[TONE_STYLE_OLD] == 0 || styles.n[TONE_STYLE_NEW] == 0)
    return;
  ToneStyle usual =
    styles.n[TONE_STYLE_NEW] > styles.n[TONE_STYLE_OLD] ? TONE_STYLE_NEW : TONE_STYLE_OLD;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    for (guint j = 0; passage->is_read && j < passage->n_words; j++) {
      const Word *word = &passage->words[j];
      ToneStyle style = style_of (word);
      if (style == TONE_STYLE_NONE || style == usual || is_as_it_is (list, passage, j))
        continue;
      g_autofree char *text = word_text (passage, word);
      g_autofree char *right = syllable_with_tone_in_place (text, word->length, usual);
      if (right)
        remark_fix (review, "WORD-04", passage, word->start, word->length, right,
                    _ ("“%s” has its tone where other words of this text have it not"), text);
    }
  }
}

static void
read_passage (const Look *look)
{
  const Passage *passage = look->passage;

  for (guint i = 0; i < passage->n_words; i++) {
    check_brand (look, &passage->words[i]);
    check_letters (look, i);
    if (i > 0 && (check_doubled (look, i) || check_confused (look, i) || check_bare_pair (look, i)))
      continue;
    if (i > 0)
      check_persons (look, i);
    if (!has_trait (&passage->words[i], TRAIT_BOUND) || !check_bound (look, i))
      check_stranger (look, i);
  }
}

/* --- what the letters say --- */

static guint
trait_if (gboolean is_so, Trait trait)
{
  return is_so ? trait : 0;
}

/* A syllable there is something to say of; see check_syllable(). */
static gboolean
is_faulty (const Word *word, SyllableFault fault)
{
  if (fault == SYLLABLE_GOOD)
    return word->letters != CASE_TITLE && !has_trait (word, TRAIT_SYLLABLE);
  return fault != SYLLABLE_OTHER_LETTERS;
}

/* “Plông”, “Kôi”, “Ngọk”: beginnings and ends that languages of the highlands have and Vietnamese
 * has not. No slip of the fingers makes them of a word of ours. */
static gboolean
is_highland (const Word *word)
{
  const char *key = word->key;
  gsize n = strlen (key) - 1; /* the tone stands behind the letters */

  if (word->letters != CASE_TITLE || n < 2)
    return FALSE;
  gsize onset = strspn (key, "bcdDghklmnpqrstvx");
  gboolean is_ours =
    onset == 2 && (key[1] == 'h' || g_str_has_prefix (key, "ng") || g_str_has_prefix (key, "tr"));
  gboolean is_cluster = onset >= 2 && !is_ours && !g_str_has_prefix (key, "ngh");
  gboolean is_hard = key[0] == 'k' && strchr ("aABoOPuU", key[1]);
  return is_cluster || is_hard || strchr ("klrw", key[n - 1])
         || (key[n - 1] == 'h' && strchr ("cn", key[n - 2]) == NULL);
}

/* Only an open oa, oe, uy has two places for its tone. */
static gboolean
may_differ_in_style (const Word *word)
{
  return word->has_tone && word->is_bare
         && (strstr (word->key, "oa") || strstr (word->key, "oe") || strstr (word->key, "uy"));
}

void
words_judge (const Wordlist *list, const char *text, Word *word)
{
  ToneStyle style;
  SyllableFault fault = syllable_fault (text, word->length, &style);

  word->style = may_differ_in_style (word) ? style : TONE_STYLE_NONE;
  word->number = wordlist_number (list, word->key);
  word->traits = trait_if (wordlist_knows (list, word->small), TRAIT_KNOWN)
                 | trait_if (wordlist_has_syllable (list, word->key), TRAIT_SYLLABLE)
                 | trait_if (wordlist_is_particle (list, word->small), TRAIT_PARTICLE)
                 | trait_if (may_stand_twice (word), TRAIT_TWICE)
                 | trait_if (is_bound (word), TRAIT_BOUND);
  word->traits |= trait_if (is_judged (word), TRAIT_JUDGED)
                  | trait_if (is_faulty (word, fault), TRAIT_FAULTY)
                  | trait_if (may_be_misspelt (list, word), TRAIT_MISSPELT)
                  | trait_if (may_have_lost_marks (word), TRAIT_LOST)
                  | trait_if (word->has_marks || has_trait (word, TRAIT_SYLLABLE), TRAIT_OURS)
                  | trait_if (is_highland (word), TRAIT_HIGHLAND)
                  | trait_if (wordlist_brand (list, text, word->length) != NULL, TRAIT_BRAND);
}

/* --- all of it --- */

void
words_read (const Review *review, const Wordlist *list)
{
  const Manuscript *manuscript = review->manuscript;
  guint trust = 0;

  if (!lang_is_vietnamese (manuscript->document->lang))
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    if (!passage->is_read)
      continue;
    const Look look = { review, list, passage, &trust };
    read_passage (&look);
  }
  check_strokes (review);
  check_styles (review, list);
}

void
alphabets_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Look look = { review, NULL, manuscript_passage (manuscript, i), NULL };
    for (guint j = 0; look.passage->is_read && j < look.passage->n_words; j++)
      check_alphabet (&look, &look.passage->words[j]);
  }
}
