/* SPDX-License-Identifier: MIT */
/* Slips of typists and scanners. A rule is only as good as its silence: names of the site, loans,
 * transcriptions with hyphens, code and addresses are no faults, and where a pair could be chance
 * nothing is said. */
#include "editor/words.h"

#include "base/i18n.h"
#include "text/syllable.h"

#include <string.h>

typedef struct {
  const Review *review;
  const Wordlist *list;
  const Passage *passage;
} Look;

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

/* A word with capitals and no tone may be any abbreviation: “QĐUB”, “TTHC”. */
static gboolean
is_judged (const Look *look, const Word *word)
{
  if (word->is_skipped || word->is_glued || !word->has_marks || !word->is_bare
      || word->letters == CASE_MIXED)
    return FALSE;
  if (word->letters == CASE_CAPITALS && !word->has_tone)
    return FALSE;
  if (g_utf8_strlen (word->small, -1) == 1
      && (word->letters != CASE_SMALL || strcmp (word->small, "đ") == 0))
    return FALSE; /* letters of lists, đồng */
  return !wordlist_knows (look->list, word->small);
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

  if (fault == SYLLABLE_GOOD && word->letters != CASE_TITLE
      && !wordlist_has_syllable (look->list, word->key)) {
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
lost_marks (const Look *look, guint index)
{
  static const char *const known[] = { "chat", "chip", "top", "hot", "set", "bot", "pop", "hit",
                                       "net",  "bit",  "kit", "vip", "mac", "pet", "mic", "cat",
                                       "not",  "that", "hop", "tip", "tit", "rap", "lot", "sec",
                                       "mat",  "ram",  "rom", "gas", "gen", "men", "bar", "phi",
                                       "pac",  "pho",  "ten", "cap", "cup", "pip", "nu",  "to",
                                       "sit",  "hec",  NULL };
  static const char *const units[] = { "kwh",  "khz", "mhz", "ghz", "dpi", "stt",  "sms",   "vnd",
                                       "pcs",  "mm",  "cm",  "km",  "kg",  "mmhg", "https", "http",
                                       "html", "pdf", "xml", "jpg", "png", NULL };
  const Word *word = &look->passage->words[index];
  const Word *before = index > 0 && word->follows ? &look->passage->words[index - 1] : NULL;
  const Word *after = word_after (look->passage, index + 1);

  if (word->has_marks || word->is_skipped || word->is_glued || word->letters != CASE_SMALL
      || word->length < 2 || g_strv_contains (known, word->small)
      || wordlist_knows (look->list, word->small) || wordlist_has_syllable (look->list, word->key))
    return FALSE;
  gboolean is_bare_syllable = syllable_longest_bare (word->small, word->length) == word->length;
  gboolean is_clipped =
    strpbrk (word->small, "aeiou") == NULL && word->length >= 3; /* “khng”, “ngy” */
  if ((!is_bare_syllable && !is_clipped) || g_strv_contains (units, word->small))
    return FALSE;
  /* Names of things in other languages stand together. */
  gboolean is_among_ours =
    (before == NULL || before->has_marks || wordlist_has_syllable (look->list, before->key))
    && (after == NULL || after->has_marks || wordlist_has_syllable (look->list, after->key));
  return is_among_ours && ((before && before->has_marks) || (after && after->has_marks));
}

/* --- two syllables --- */

/* Both as names are written, in the middle of a sentence. */
static gboolean
is_name (const Word *first, const Word *second)
{
  return second->letters == CASE_TITLE || second->letters == CASE_MIXED
         || (first->letters == CASE_CAPITALS) != (second->letters == CASE_CAPITALS);
}

/* TRUE when either word belongs to its other neighbour: “cách | thực hiện”. */
static gboolean
belongs_elsewhere (const Look *look, guint index)
{
  const Passage *passage = look->passage;
  const Word *words = passage->words;

  if (index >= 2 && words[index - 1].follows
      && wordlist_has_pair (look->list, &words[index - 2], &words[index - 1]))
    return TRUE;
  return word_after (passage, index + 1)
         && wordlist_has_pair (look->list, &words[index], &words[index + 1]);
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

static void
check_pair (const Look *look, guint index)
{
  const Word *second = word_after (look->passage, index);
  const Word *first = &look->passage->words[index - 1];

  if (second == NULL || first->is_skipped || second->is_skipped)
    return;
  const char *meant = wordlist_confused (look->list, first, second);
  if (meant && !belongs_elsewhere (look, index)
      && !(second->letters == CASE_TITLE && first->letters == CASE_TITLE)) {
    say_pair (look, "WORD-06", index, meant);
    return;
  }
  if (is_name (first, second) || !first->is_bare || !second->is_bare || first->is_glued
      || second->is_glued || wordlist_has_pair (look->list, first, second)
      || belongs_elsewhere (look, index))
    return;
  meant = wordlist_near_pair (look->list, first, second);
  if (meant)
    say_pair (look, "WORD-05", index, meant);
}

/* --- words that live in few words --- */

/* “biệt” is heard in “đặc biệt”, “biệt phái”, and is otherwise “biết” with the wrong tone. */
static const struct {
  const char *word, *meant;
  const char *const after[24];  /* words it follows */
  const char *const before[16]; /* words it stands before */
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
  { "trể", "trễ", { NULL }, { NULL } },
};

static void
check_bound (const Look *look, guint index)
{
  const Passage *passage = look->passage;
  const Word *word = &passage->words[index];

  for (guint i = 0; i < G_N_ELEMENTS (bound); i++) {
    if (strcmp (word->small, bound[i].word) != 0 || word->is_skipped || word->letters == CASE_TITLE)
      continue;
    const Word *before = index > 0 && word->follows ? &passage->words[index - 1] : NULL;
    if (word_is_in (before, bound[i].after)
        || word_is_in (word_after (passage, index + 1), bound[i].before))
      continue;
    g_autofree char *advice = g_strdup_printf (_ ("if it is, write “%s”"), bound[i].meant);
    remark (look->review, "WORD-12", passage, word->start, word->length, advice,
            _ ("is “%s” a slip for “%s”?"), word->small, bound[i].meant);
  }
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

static void
check_doubled (const Look *look, guint index)
{
  static const char *const never[] = { "của",   "và",   "là",     "các",  "những",  "được", "trong",
                                       "với",   "cho",  "tại",    "để",   "theo",   "có",   "không",
                                       "về",    "đã",   "sẽ",     "đang", "bị",     "do",   "khi",
                                       "trên",  "đến",  "này",    "việc", "thì",    "mà",   "nhưng",
                                       "hoặc",  "cũng", "phải",   "bằng", "tới",    "bởi",  "nếu",
                                       "một",   "số",   "người_", "dân",  "phường", "xã",   "tỉnh",
                                       "thành", "cơ",   "quan",   "ủy",   "ban",    NULL };
  const Passage *passage = look->passage;
  const Word *word = word_after (passage, index);
  const Word *before = &passage->words[index - 1];

  if (word == NULL || word->is_skipped)
    return;
  gboolean is_one = strcmp (word->small, before->small) == 0 && g_strv_contains (never, word->small)
                    && word->letters != CASE_CAPITALS;
  gboolean is_pair = index >= 3 && before->follows && passage->words[index - 2].follows
                     && strcmp (word->small, passage->words[index - 2].small) == 0
                     && strcmp (before->small, passage->words[index - 3].small) == 0
                     && strcmp (word->small, before->small) != 0
                     && wordlist_has_pair (look->list, before, word);
  if (!is_one && !is_pair)
    return;
  guint start = is_pair ? before->start : word->start;
  guint length = word->start + word->length - start;
  g_autofree char *text = passage_piece (passage, start, length);
  remark (look->review, "WORD-08", passage, start, length, _ ("leave one of them out"),
          _ ("“%s” stands here twice"), text);
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
  g_autoptr (GString) right = g_string_new (NULL);
  guint n_ours = 0, n_others = 0;

  if (word->is_bare)
    return;
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
style_of (const Passage *passage, const Word *word)
{
  ToneStyle style = TONE_STYLE_NONE;

  if (word->has_tone && !word->is_skipped && word->is_bare)
    syllable_fault (passage->text + word->start, word->length, &style);
  return style;
}

/* Both places of the tone are right; one text has one of them. */
static void
check_styles (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;
  Styles styles = { { 0 } };

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    for (guint j = 0; passage_is_read (passage) && j < passage->n_words; j++)
      styles.n[style_of (passage, &passage->words[j])]++;
  }
  if (styles.n[TONE_STYLE_OLD] == 0 || styles.n[TONE_STYLE_NEW] == 0)
    return;
  ToneStyle usual =
    styles.n[TONE_STYLE_NEW] > styles.n[TONE_STYLE_OLD] ? TONE_STYLE_NEW : TONE_STYLE_OLD;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Passage *passage = manuscript_passage (manuscript, i);
    for (guint j = 0; passage_is_read (passage) && j < passage->n_words; j++) {
      const Word *word = &passage->words[j];
      ToneStyle style = style_of (passage, word);
      if (style == TONE_STYLE_NONE || style == usual || word->letters == CASE_TITLE)
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
    const Word *word = &passage->words[i];
    check_brand (look, word);
    if (is_judged (look, word))
      check_syllable (look, word);
    else if (lost_marks (look, i))
      remark (look->review, "WORD-11", passage, word->start, word->length,
              _ ("write it with its marks"), _ ("“%s” has lost its marks"), word->small);
    check_bound (look, i);
    if (i == 0)
      continue;
    check_pair (look, i);
    check_persons (look, i);
    check_doubled (look, i);
  }
}

void
words_read (const Review *review, const Wordlist *list)
{
  const Manuscript *manuscript = review->manuscript;

  if (!lang_is_vietnamese (manuscript->document->lang))
    return;
  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Look look = { review, list, manuscript_passage (manuscript, i) };
    if (passage_is_read (look.passage))
      read_passage (&look);
  }
  check_strokes (review);
  check_styles (review);
}

void
alphabets_read (const Review *review)
{
  const Manuscript *manuscript = review->manuscript;

  for (guint i = 0; i < manuscript->passages->len; i++) {
    const Look look = { review, NULL, manuscript_passage (manuscript, i) };
    for (guint j = 0; passage_is_read (look.passage) && j < look.passage->n_words; j++)
      check_alphabet (&look, &look.passage->words[j]);
  }
}
