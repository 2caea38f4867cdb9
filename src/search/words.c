/* SPDX-License-Identifier: MIT */
/* Most words of a site are the same few thousand, so each is folded once: a table from its bytes as
 * they are written to its number. “Đăng”, “đăng” and “ĐĂNG” are three entries of it and one word. */
#include "search/words.h"

#include "base/arena.h"

#include <string.h>
#include <xxhash.h>

/* Bytes; a longer run of letters is nothing that anybody types. */
#define LONGEST 40
/* Digits from which on a number is a telephone number or a code, and keeps its zeros. */
#define LONG_NUMBER 7

/* Words are told apart by 64 bits: two that agree in them would be one to the search, and no more
 * than that. */
typedef struct {
  guint64 hash; /* 0: a free slot */
  guint32 index;
} Slot;

struct Words {
  Arena *arena;
  GArray *words;     /* Word */
  GHashTable *known; /* code and fold → index + 1 */
  Slot *slots;
  guint n_slots, n_used; /* a power of two */
};

typedef enum { OTHER, LETTER, DIGIT, STOP, HIGH } ByteClass;

static const guint8 classes[256] = {
  ['0' ... '9'] = DIGIT,    ['a' ... 'z'] = LETTER, ['A' ... 'Z'] = LETTER, ['.'] = STOP,
  ['?'] = STOP,             ['!'] = STOP,           [';'] = STOP,           ['\n'] = STOP,
  [0x80 ... 0xff] = HIGH,
};

Words *
words_new (void)
{
  Words *words = g_new0 (Words, 1);

  words->arena = arena_new ();
  words->words = g_array_new (FALSE, FALSE, sizeof (Word));
  words->known = g_hash_table_new (g_str_hash, g_str_equal);
  words->n_slots = 8192;
  words->slots = g_new0 (Slot, words->n_slots);
  return words;
}

void
words_free (Words *words)
{
  if (words == NULL)
    return;
  arena_free (words->arena);
  g_array_unref (words->words);
  g_hash_table_unref (words->known);
  g_free (words->slots);
  g_free (words);
}

guint
words_count (const Words *words)
{
  return words->words->len;
}

const Word *
words_get (const Words *words, guint index)
{
  return &g_array_index (words->words, Word, index);
}

/* --- folding --- */

/* What a mark adds to the code, by its combining character. */
static guint
mark_code (gunichar mark)
{
  switch (mark) {
  case 0x300: return 1;
  case 0x301: return 2;
  case 0x309: return 3;
  case 0x303: return 4;
  case 0x323: return 5;
  case 0x302: return 6;
  case 0x31b: return 12;
  case 0x306: return 18;
  default: return 0;
  }
}

typedef struct {
  guint tone, shape, bar;
} Marks;

static void
note_mark (Marks *marks, guint code)
{
  if (code >= 6)
    marks->shape = code;
  else if (code > 0)
    marks->tone = code;
}

static void
fold_letter (gunichar c, GString *fold, Marks *marks)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  c = g_unichar_tolower (c);
  if (c == 0x111) { /* đ does not decompose */
    marks->bar = 24;
    c = 'd';
  }
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    if (g_unichar_ismark (parts[i]))
      note_mark (marks, mark_code (parts[i]));
    else
      g_string_append_unichar (fold, parts[i]);
}

static void
fold_number (const char *text, gsize length, GString *fold)
{
  while (length > 1 && length < LONG_NUMBER && *text == '0') {
    text++;
    length--;
  }
  g_string_append_len (fold, text, (gssize) length);
}

static guint
add_word (Words *words, const char *text, gsize length)
{
  g_autoptr (GString) fold = g_string_new (" "); /* the code, in the key of `known` */
  Marks marks = { 0, 0, 0 };
  Word word = { NULL, 0, g_ascii_isdigit (*text) };

  if (word.is_number)
    fold_number (text, length, fold);
  else
    for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
      fold_letter (g_utf8_get_char (p), fold, &marks);
  word.code = (guint8) (marks.tone + marks.shape + marks.bar);
  fold->str[0] = (char) (word.code + 1);
  gpointer found = g_hash_table_lookup (words->known, fold->str);
  if (found)
    return GPOINTER_TO_UINT (found) - 1;
  char *key = arena_copy_n (words->arena, fold->str, fold->len);
  word.fold = key + 1;
  g_array_append_val (words->words, word);
  g_hash_table_insert (words->known, key, GUINT_TO_POINTER (words->words->len));
  return words->words->len - 1;
}

/* --- the table --- */

static void
grow (Words *words)
{
  Slot *old = words->slots;
  guint n = words->n_slots;

  words->n_slots *= 2;
  words->slots = g_new0 (Slot, words->n_slots);
  for (guint i = 0; i < n; i++) {
    if (old[i].hash == 0)
      continue;
    guint at = (guint) old[i].hash & (words->n_slots - 1);
    while (words->slots[at].hash != 0)
      at = (at + 1) & (words->n_slots - 1);
    words->slots[at] = old[i];
  }
  g_free (old);
}

static guint
look_up (Words *words, const char *text, gsize length, guint64 hash)
{
  hash = (hash ^ hash >> 29) | 1u << 31;
  guint at = (guint) hash & (words->n_slots - 1);

  for (; words->slots[at].hash != 0; at = (at + 1) & (words->n_slots - 1)) {
    const Slot *slot = &words->slots[at];
    if (slot->hash == hash)
      return slot->index;
  }
  guint index = add_word (words, text, length);
  words->slots[at] = (Slot){ hash, index };
  if (++words->n_used > words->n_slots / 2)
    grow (words);
  return index;
}

guint
words_index (Words *words, const char *text, gsize length)
{
  return look_up (words, text, length, XXH3_64bits (text, length));
}

/* Bytes of the letter that starts there, 0 when the character is none. Those beyond the first 65,536
 * characters are two to a browser, and nobody searches for them. */
static inline gsize
letter_length (const char *at, const char *end)
{
  guchar lead = (guchar) *at;

  if (lead >= 0xc3 && lead <= 0xc6)
    return end - at >= 2 && !(lead == 0xc3 && (at[1] == '\x97' || at[1] == '\xb7')) ? 2 : 0;
  if (lead == 0xe1 && end - at >= 3 && (guchar) at[1] >= 0xb8 && (guchar) at[1] <= 0xbb)
    return 3;
  gunichar c = g_utf8_get_char_validated (at, end - at);
  return c < 0x10000 && (g_unichar_isalpha (c) || g_unichar_ismark (c))
           ? (gsize) (g_utf8_next_char (at) - at)
           : 0;
}

static gsize
other_length (const char *at, const char *end)
{
  gsize length = (gsize) (g_utf8_next_char (at) - at);
  return MIN (length, (gsize) (end - at));
}

/* Behind a word that starts at `at`; `at` when it is none. */
static const char *
word_end (const char *at, const char *end)
{
  gsize length = 1;

  if (classes[(guchar) *at] == DIGIT) {
    while (at < end && classes[(guchar) *at] == DIGIT)
      at++;
    return at;
  }
  for (; at < end && length > 0; at += length)
    length = classes[(guchar) *at] == LETTER ? 1 : classes[(guchar) *at] == HIGH ? letter_length (at, end) : 0;
  return at;
}

gboolean
words_next (Words *words, const char **at, const char *end, guint *index, const char **start,
            WordEnd *before)
{
  const char *p = *at;

  *before = WORD_GOES_ON;
  while (p < end) {
    guchar byte = (guchar) *p;
    if (classes[byte] == OTHER) {
      p++;
      continue;
    }
    if (classes[byte] == STOP) {
      if (*p == '\n' || p + 1 == end || p[1] == ' ' || p[1] == '\n')
        *before = WORD_ENDS;
      p++;
      continue;
    }
    const char *stop = word_end (p, end);
    if (stop == p)
      p += other_length (p, end);
    else if (stop - p > LONGEST)
      p = stop;
    else {
      *index = words_index (words, p, (gsize) (stop - p));
      *start = p;
      *at = stop;
      return TRUE;
    }
  }
  *at = end;
  return FALSE;
}
