/* SPDX-License-Identifier: MIT */
/* Most words of a site are the same few thousand, so each is folded once: a table from its bytes as
 * they are written to its number. “Đăng”, “đăng” and “ĐĂNG” are three entries of it and one word.
 */
#include "search/words.h"

#include "base/arena.h"
#include "base/block.h"

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
  GArray *words;     /* FoldedWord */
  GHashTable *known; /* code and fold → index + 1 */
  Slot *slots;
  guint n_slots, n_used; /* a power of two */
};

typedef enum { OTHER, LETTER, DIGIT, HIGH } ByteClass;

static const guint8 classes[256] = {
  ['0' ... '9'] = DIGIT,
  ['a' ... 'z'] = LETTER,
  ['A' ... 'Z'] = LETTER,
  [0x80 ... 0xff] = HIGH,
};

Words *
words_new (void)
{
  Words *words = g_new0 (Words, 1);

  words->arena = arena_new ();
  words->words = g_array_new (FALSE, FALSE, sizeof (FoldedWord));
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

const FoldedWord *
words_get (const Words *words, guint index)
{
  return &g_array_index (words->words, FoldedWord, index);
}

/* --- folding --- */

/* What a mark adds to the code, by its combining character. */
static guint
mark_code (gunichar mark)
{
  switch (mark) {
  case 0x300:
    return 1;
  case 0x301:
    return 2;
  case 0x309:
    return 3;
  case 0x303:
    return 4;
  case 0x323:
    return 5;
  case 0x302:
    return 6;
  case 0x31b:
    return 12;
  case 0x306:
    return 18;
  default:
    return 0;
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

/* “key” is the word, behind a byte for its code. */
static guint
add_key (Words *words, const char *key)
{
  gpointer found = g_hash_table_lookup (words->known, key);

  if (found)
    return GPOINTER_TO_UINT (found) - 1;
  char *kept = arena_copy (words->arena, key);
  const FoldedWord word = { kept + 1, (guint8) (key[0] - 1), g_ascii_isdigit (key[1]) };
  g_array_append_val (words->words, word);
  g_hash_table_insert (words->known, kept, GUINT_TO_POINTER (words->words->len));
  return words->words->len - 1;
}

guint
words_learn (Words *words, const char *fold, guint8 code)
{
  g_autofree char *key = g_strdup_printf ("%c%s", code + 1, fold);
  return add_key (words, key);
}

static guint
add_word (Words *words, const char *text, gsize length)
{
  g_autoptr (GString) key = g_string_new (" "); /* the code, then the word */
  Marks marks = { 0, 0, 0 };

  if (g_ascii_isdigit (*text))
    fold_number (text, length, key);
  else
    for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
      fold_letter (g_utf8_get_char (p), key, &marks);
  key->str[0] = (char) (marks.tone + marks.shape + marks.bar + 1);
  return add_key (words, key->str);
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

/* --- hashing --- */

/* The two halves of a product are all of it, and each bit of them depends on all of the word. */
static inline guint64
hash_halves (guint64 low, guint64 high)
{
  __extension__ unsigned __int128 product =
    (unsigned __int128) (low ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))
    * (high ^ G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f));
  return (guint64) product ^ (guint64) (product >> 64);
}

/* Of a word of `length` bytes, at most 16, in front of anything: there are no branches that depend
 * on the word, for no two that follow each other are alike. */
static inline guint64
hash_block (const char *text, gsize length)
{
  guint64 low, high;

  memcpy (&low, text, sizeof low);
  memcpy (&high, text + sizeof low, sizeof high);
  gsize in_low = MIN (length, 8), in_high = length - in_low;
  low = GUINT64_FROM_LE (low) << (8 - in_low) * 8;
  high = GUINT64_FROM_LE (high) & ((G_GUINT64_CONSTANT (1) << in_high * 7 << in_high) - 1);
  return hash_halves (low, high);
}

static guint64
hash_alone (const char *text, gsize length)
{
  char block[sizeof (Block)] = { 0 };

  if (length > sizeof block)
    return XXH3_64bits (text, length);
  memcpy (block, text, length);
  return hash_block (block, length);
}

static inline guint
look_up (Words *words, const char *text, gsize length, guint64 hash)
{
  hash |= G_GUINT64_CONSTANT (1) << 63;
  guint at = (guint) hash & (words->n_slots - 1);

  for (; words->slots[at].hash != 0; at = (at + 1) & (words->n_slots - 1))
    if (words->slots[at].hash == hash)
      return words->slots[at].index;
  guint index = add_word (words, text, length);
  words->slots[at] = (Slot){ hash, index };
  if (++words->n_used > words->n_slots / 2)
    grow (words);
  return index;
}

guint
words_index (Words *words, const char *text, gsize length)
{
  return look_up (words, text, length, hash_alone (text, length));
}

/* --- words of a text --- */

/* Bytes of the letter that starts there, 0 when the character is none. Those beyond the first
 * 65,536 characters are two to a browser, and nobody searches for them. */
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
    length = classes[(guchar) *at] == LETTER ? 1
             : classes[(guchar) *at] == HIGH ? letter_length (at, end)
                                             : 0;
  return at;
}

/* What the bytes of a window are: a bit for each, that of the first one lowest. */
#define WINDOW 64
typedef struct {
  guint64 letters; /* those of a-z, and all beyond ASCII */
  guint64 digits;
  guint64 unknown; /* of letters: those letter_length() does not know by their first two bytes */
} Window;

/* Of the bytes of a block, `shift` from the start of the window; one more than these is read. */
static inline void
look_at_block (const char *at, guint shift, Window *window)
{
  Block block = block_at (at), next = block_at (at + 1);
  Block letters = block_between (block | 0x20, 'a', 'z') | (Block) (block >= 0x80);
  Block viet = (Block) (block == 0xe1) & block_between (next, 0xb8, 0xbb);
  Block no_letter = (Block) (block == 0xc3) & (Block) ((next | 0x20) == 0xb7); /* “×” and “÷” */
  Block lead = (Block) (block >= 0xc0);
  Block unknown = (lead & ~(block_between (block, 0xc3, 0xc6) | viet)) | no_letter;

  window->letters |= (guint64) block_mask (letters) << shift;
  window->digits |= (guint64) block_mask (block_between (block, '0', '9')) << shift;
  window->unknown |= (guint64) block_mask (unknown) << shift;
}

/* A text ends as if lines without words followed. */
static inline Window
look_at_window (const char *at, const char *end)
{
  char rest[WINDOW + 1];
  Window window = { 0, 0, 0 };

  if (end - at < (gssize) sizeof rest) {
    memset (rest, '\n', sizeof rest);
    memcpy (rest, at, (gsize) (end - at));
    at = rest;
  }
  for (guint shift = 0; shift < WINDOW; shift += (guint) BLOCK_LENGTH)
    look_at_block (at + shift, shift, &window);
  return window;
}

static inline gboolean
is_sentence_end (char c)
{
  return c == '.' || c == '?' || c == '!' || c == ';';
}

/* TRUE when the sign at `at` ends a sentence or block, and not within “8.000” or “gov.vn”. */
static inline gboolean
is_stop (const char *at, const char *end)
{
  return *at == '\n' || (is_sentence_end (*at) && (at + 1 == end || at[1] == ' ' || at[1] == '\n'));
}

/* A text on its way to be words. */
typedef struct {
  Words *words;
  const char *end;
  WordSpot *spots;
  guint n;
  gboolean follows; /* nothing has parted what comes from the word before it */
} Splitting;

/* What stands between two words. */
static inline void
pass_gap (Splitting *splitting, const char *from, const char *to)
{
  if (to - from == 1 && *from == ' ') /* as nearly always */
    return;
  for (; from < to; from++)
    if (is_stop (from, splitting->end))
      splitting->follows = FALSE;
}

static inline void
add_spot (Splitting *splitting, const char *at, gsize length)
{
  if (length > LONGEST)
    return;
  guint64 hash = length <= sizeof (Block) && splitting->end - at >= BLOCK_LENGTH
                   ? hash_block (at, length)
                   : hash_alone (at, length);
  guint index = look_up (splitting->words, at, length, hash);
  splitting->spots[splitting->n++] =
    (WordSpot){ at, index, (guint8) length, (guint8) splitting->follows, 0 };
  splitting->follows = TRUE;
}

/* What starts at `at` and is no word of known letters within its window. Returns what is behind. */
static const char *
add_unknown (Splitting *splitting, const char *at)
{
  const char *stop = word_end (at, splitting->end);

  if (stop == at)
    return at + other_length (at, splitting->end);
  add_spot (splitting, at, (gsize) (stop - at));
  return stop;
}

/* The words that end in the window at `at`; returns where the next one begins. */
static inline const char *
split_window (Splitting *splitting, const char *at, const Window *window)
{
  guint64 left = window->letters | window->digits;
  const char *passed = at;

  while (left) {
    guint start = (guint) __builtin_ctzll (left);
    guint64 run = (window->digits >> start & 1 ? window->digits : window->letters) >> start;
    guint length = ~run ? (guint) __builtin_ctzll (~run) : WINDOW;
    pass_gap (splitting, passed, at + start);
    passed = at + start;
    if (start + length >= WINDOW && start > 0)
      return passed;
    if (length == WINDOW || window->unknown >> start << (WINDOW - length))
      passed = add_unknown (splitting, passed);
    else {
      add_spot (splitting, passed, length);
      passed += length;
    }
    if (passed >= at + WINDOW)
      return passed;
    guint n_passed = (guint) (passed - at);
    left = left >> n_passed << n_passed;
  }
  const char *next = MIN (at + WINDOW, splitting->end);
  pass_gap (splitting, passed, next);
  return next;
}

guint
words_split (Words *words, const char *text, gsize length, WordSpot *spots)
{
  Splitting splitting = { words, text + length, spots, 0, FALSE };

  for (const char *at = text; at < splitting.end;) {
    const Window window = look_at_window (at, splitting.end);
    at = split_window (&splitting, at, &window);
  }
  return splitting.n;
}
