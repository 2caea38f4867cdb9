/* SPDX-License-Identifier: MIT */
/* Entries are found by the hash their first token already has: nearly every word of a text is
 * looked up, and nearly none is here, so a small filter of bits answers first. */
#include "speech/lexicon.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "speech/tokens.h"

#include <string.h>

/* The one key of the file that is no written form. */
#define CLASSES_KEY "word classes"

struct Lexicon {
  Vocabulary *vocabulary, *topics;
  GHashTable *entries; /* LexiconEntry by itself (written form), owned */
  GHashTable *units;   /* char: small letters, owned → LexiconEntry, or NULL where case decides */
  GStringChunk *strings;
  GPtrArray *arrays; /* memory of choices and lists of words, owned */
  guint n_then;      /* entries that are said shorter the second time */
  guint32 filter[LEXICON_FILTER_BITS / 32];
};

static const struct {
  const char *name;
  BesideKind kind;
} beside_names[] = {
  { "NUMBER", BESIDE_NUMBER },     { "NAME", BESIDE_NAME },   { "CAPITALS", BESIDE_CAPITALS },
  { "COLON", BESIDE_COLON },       { "PHONE", BESIDE_PHONE }, { "DIGITS", BESIDE_DIGITS },
  { "HUNDREDS", BESIDE_HUNDREDS }, { "MONEY", BESIDE_MONEY }, { "AGE", BESIDE_AGE },
  { "SYMBOL", BESIDE_SYMBOL },
};

static guint
entry_hash (gconstpointer entry)
{
  return ((const LexiconEntry *) entry)->hash;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const LexiconEntry *x = a;
  const LexiconEntry *y = b;
  return x->length == y->length && memcmp (x->written, y->written, x->length) == 0;
}

static void
filter_set (Lexicon *lexicon, guint32 hash)
{
  guint bit = hash % LEXICON_FILTER_BITS;
  lexicon->filter[bit / 32] |= 1u << bit % 32;
}

const guint32 *
lexicon_filter (const Lexicon *lexicon)
{
  return lexicon->filter;
}

gboolean
lexicon_may_have (const Lexicon *lexicon, guint32 hash)
{
  return lexicon_filter_has (lexicon->filter, hash);
}

const LexiconEntry *
lexicon_find (const Lexicon *lexicon, const char *written, gsize length, guint32 hash)
{
  const LexiconEntry wanted = { .written = written, .length = length, .hash = hash };
  return g_hash_table_lookup (lexicon->entries, &wanted);
}

/* Longer ones are not written carelessly. */
#define LONGEST_UNIT 8

const LexiconEntry *
lexicon_find_unit (const Lexicon *lexicon, const char *written, gsize length)
{
  char small[LONGEST_UNIT];

  return length < LONGEST_UNIT && vocabulary_lower (written, length, small, sizeof small)
           ? g_hash_table_lookup (lexicon->units, small)
           : NULL;
}

char *
lexicon_others (const Lexicon *lexicon, const char *written, gsize length, const char *said)
{
  const LexiconEntry *entry =
    lexicon_find (lexicon, written, length, tokens_hash (written, length));
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; entry && i < entry->n_choices; i++) {
    const char *say = entry->choices[i].say;
    if (!strstr (list->str, say) && !g_str_has_prefix (said, say))
      g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", say);
  }
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

const Vocabulary *
lexicon_vocabulary (const Lexicon *lexicon)
{
  return lexicon->vocabulary;
}

const Vocabulary *
lexicon_topics (const Lexicon *lexicon)
{
  return lexicon->topics;
}

/* The entry of `written`, made when there is none. */
static LexiconEntry *
entry_get (Lexicon *lexicon, const char *written, gsize length)
{
  guint32 hash = tokens_hash (written, length);
  LexiconEntry *entry = (LexiconEntry *) lexicon_find (lexicon, written, length, hash);

  if (entry == NULL) {
    entry = g_new0 (LexiconEntry, 1);
    entry->written = g_string_chunk_insert_len (lexicon->strings, written, length);
    entry->length = length;
    entry->hash = hash;
    g_hash_table_add (lexicon->entries, entry);
  }
  return entry;
}

/* What one entry of the file is read with. */
typedef struct {
  Lexicon *lexicon;
  const Source *source;
  Report *report;
  const char *written;
} EntryReader;

static void
entry_fault (const EntryReader *reader, const char *what, const char *advice)
{
  report_error (reader->report, reader->source, (Place){ 0, 0 }, advice,
                _ ("entry “%s” of the lexicon: %s"), reader->written, what);
}

static const char *
keep_text (const EntryReader *reader, const Value *value)
{
  if (value == NULL)
    return NULL;
  if (value_kind (value) != VALUE_TEXT) {
    entry_fault (reader, _ ("the words to say must be a text"), NULL);
    return NULL;
  }
  return g_string_chunk_insert (reader->lexicon->strings, value_get_text (value, NULL));
}

/* One word of `after` or `before`: a kind in capitals, or words themselves. */
static void
add_beside (const EntryReader *reader, const Value *item, guint *kinds, GPtrArray *words)
{
  const char *text = keep_text (reader, item);

  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (beside_names); i++)
    if (strcmp (text, beside_names[i].name) == 0) {
      *kinds |= beside_names[i].kind;
      return;
    }
  /* They are compared in small letters. */
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_ptr_array_add (words, g_string_chunk_insert (reader->lexicon->strings, small));
}

static const char *const *
read_beside (const EntryReader *reader, const Value *value, guint *kinds)
{
  GPtrArray *words = g_ptr_array_new ();

  if (value && value_kind (value) == VALUE_LIST)
    for (guint i = 0; i < value_length (value); i++)
      add_beside (reader, value_item (value, i), kinds, words);
  else if (value)
    add_beside (reader, value, kinds, words);
  g_ptr_array_add (words, NULL);
  g_ptr_array_add (reader->lexicon->arrays, words->pdata);
  return (const char *const *) g_ptr_array_free (words, FALSE);
}

static void
read_choices (const EntryReader *reader, const Value *list, LexiconEntry *entry)
{
  GArray *choices = g_array_new (FALSE, TRUE, sizeof (LexiconChoice));

  if (value_kind (list) != VALUE_LIST)
    entry_fault (reader, _ ("“readings” must be a list"), NULL);
  for (guint i = 0; i < value_length (list) && value_kind (list) == VALUE_LIST; i++) {
    const Value *item = value_item (list, i);
    LexiconChoice choice = { .say = keep_text (reader, value_find (item, "say")) };
    choice.after = read_beside (reader, value_find (item, "after"), &choice.after_kinds);
    choice.before = read_beside (reader, value_find (item, "before"), &choice.before_kinds);
    if (choice.say)
      g_array_append_val (choices, choice);
    else
      entry_fault (reader, _ ("a reading needs “say”"), NULL);
  }
  entry->n_choices = choices->len;
  entry->choices = (LexiconChoice *) g_array_free (choices, FALSE);
  g_ptr_array_add (reader->lexicon->arrays, (gpointer) entry->choices);
}

static const char *const entry_keys[] = { "say",    "usual", "unit",     "type",
                                          "issuer", "web",   "readings", "then" };

static void
check_keys (const EntryReader *reader, const Value *map)
{
  for (guint i = 0; i < value_length (map); i++) {
    const char *key = value_key (map, i);
    gboolean is_known = FALSE;
    for (guint k = 0; k < G_N_ELEMENTS (entry_keys); k++)
      is_known = is_known || strcmp (key, entry_keys[k]) == 0;
    if (!is_known)
      entry_fault (reader, _ ("unknown key"),
                   _ ("the keys are say, then, usual, unit, type, issuer, web and readings"));
  }
}

/* "đô la Mỹ" starts with a name of money. */
static gboolean
is_money (const Lexicon *lexicon, const char *unit)
{
  gsize length = 0;

  while (unit && unit[length]) {
    length += strspn (unit + length, " ");
    length += strcspn (unit + length, " ");
    if (vocabulary_find (lexicon->vocabulary, unit, length) & WORD_MONEY)
      return TRUE;
  }
  return FALSE;
}

static void
entry_read (const EntryReader *reader, const Value *value, LexiconEntry *entry)
{
  if (value_kind (value) == VALUE_MAP) {
    check_keys (reader, value);
    entry->say = keep_text (reader, value_find (value, "say"));
    entry->usual = keep_text (reader, value_find (value, "usual"));
    entry->unit = keep_text (reader, value_find (value, "unit"));
    entry->type = keep_text (reader, value_find (value, "type"));
    entry->issuer = keep_text (reader, value_find (value, "issuer"));
    entry->web = keep_text (reader, value_find (value, "web"));
    entry->then = keep_text (reader, value_find (value, "then"));
    if (value_find (value, "readings"))
      read_choices (reader, value_find (value, "readings"), entry);
  } else {
    entry->say = keep_text (reader, value);
    entry->usual = entry->unit = entry->type = entry->issuer = entry->web = entry->then = NULL;
    entry->n_choices = 0;
  }
  if (entry->then && entry->then_bit == 0 && reader->lexicon->n_then < 64)
    entry->then_bit = G_GUINT64_CONSTANT (1) << reader->lexicon->n_then++;
  entry->is_money = is_money (reader->lexicon, entry->unit);
}

/* Notes a unit of one word under its small letters; two that differ in their case alone are none.
 */
static void
unit_index (Lexicon *lexicon, LexiconEntry *entry)
{
  gboolean is_letter = entry->length == 1 && strchr ("VW", entry->written[0]) == NULL;

  if (entry->unit == NULL || is_letter || entry->n_tokens > 1 || entry->length >= LONGEST_UNIT)
    return;
  char *small = g_utf8_strdown (entry->written, entry->length);
  LexiconEntry *other = g_hash_table_lookup (lexicon->units, small);
  gboolean is_other = other && other != entry && strcmp (other->unit, entry->unit) != 0;
  g_hash_table_insert (lexicon->units, small, is_other ? NULL : entry);
}

/* The entry is looked for when its first token is met, so that token must know how long it may be.
 */
static void
entry_index (Lexicon *lexicon, LexiconEntry *entry, GArray *tokens)
{
  tokens_cut (tokens, entry->written, entry->length);
  const SpeechToken *first = &g_array_index (tokens, SpeechToken, 0);
  LexiconEntry *head = entry;

  entry->n_tokens = tokens->len;
  if (tokens->len > 1)
    head = entry_get (lexicon, entry->written, first->end);
  head->n_tokens = MAX (head->n_tokens, 1);
  head->longest = MAX (head->longest, tokens->len);
  filter_set (lexicon, head->hash);
}

/* --- word classes --- */

static void
add_word (const EntryReader *reader, Vocabulary *vocabulary, const Value *word, WordClasses class)
{
  if (value_kind (word) != VALUE_TEXT)
    entry_fault (reader, _ ("the words of a class must be texts"), NULL);
  else if (!vocabulary_add (vocabulary, value_get_text (word, NULL), class))
    entry_fault (reader, _ ("a word of a class is too long"), NULL);
}

/* The words of one class; those of the program stay. */
static void
add_class (const EntryReader *reader, const Value *words)
{
  gboolean is_topic;
  WordClasses class = vocabulary_class (reader->written, &is_topic);
  Vocabulary *vocabulary = is_topic ? reader->lexicon->topics : reader->lexicon->vocabulary;

  if (class == 0) {
    const char *nearest = suggest_word (reader->written, vocabulary_class_names ());
    g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest) : NULL;
    entry_fault (reader, _ ("no class of words has this name"), advice);
  } else if (value_kind (words) != VALUE_LIST) {
    entry_fault (reader, _ ("the words of a class must be a list"), NULL);
  } else {
    for (guint i = 0; i < value_length (words); i++)
      add_word (reader, vocabulary, value_item (words, i), class);
  }
}

static void
add_classes (Lexicon *lexicon, const Value *map, const Source *source, Report *report)
{
  EntryReader reader = { lexicon, source, report, CLASSES_KEY };

  if (value_kind (map) != VALUE_MAP) {
    entry_fault (&reader, _ ("this must be a map of lists of words"), NULL);
    return;
  }
  for (guint i = 0; i < value_length (map); i++) {
    reader.written = value_key (map, i);
    add_class (&reader, value_find (map, reader.written));
  }
}

/* --- all --- */

static void
add_entries (Lexicon *lexicon, const Value *map, const Source *source, Report *report)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (SpeechToken));
  const Value *classes = value_find (map, CLASSES_KEY);

  /* First, because a unit asks whether it is one of money. */
  if (classes)
    add_classes (lexicon, classes, source, report);
  for (guint i = 0; i < value_length (map); i++) {
    EntryReader reader = { lexicon, source, report, value_key (map, i) };
    if (strcmp (reader.written, CLASSES_KEY) == 0)
      continue;
    if (reader.written[0] == '\0') {
      entry_fault (&reader, _ ("the written form is empty"), NULL);
      continue;
    }
    LexiconEntry *entry = entry_get (lexicon, reader.written, strlen (reader.written));
    entry_read (&reader, value_find (map, reader.written), entry);
    entry_index (lexicon, entry, tokens);
    unit_index (lexicon, entry);
  }
}

Lexicon *
lexicon_new (const Value *built_in, const Value *extra, const Source *source, Report *report)
{
  Lexicon *lexicon = g_new0 (Lexicon, 1);

  lexicon->vocabulary = vocabulary_new ();
  lexicon->topics = vocabulary_new ();
  lexicon->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->entries = g_hash_table_new_full (entry_hash, entry_equal, g_free, NULL);
  lexicon->strings = g_string_chunk_new (4096);
  lexicon->arrays = g_ptr_array_new_with_free_func (g_free);
  if (built_in && value_kind (built_in) == VALUE_MAP)
    add_entries (lexicon, built_in, NULL, report);
  if (extra && value_kind (extra) == VALUE_MAP)
    add_entries (lexicon, extra, source, report);
  else if (extra && value_kind (extra) != VALUE_NULL)
    report_error (report, source, (Place){ 0, 0 }, NULL,
                  _ ("the lexicon is made of lines “written form: spoken words”"));
  return lexicon;
}

void
lexicon_free (Lexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  vocabulary_free (lexicon->vocabulary);
  vocabulary_free (lexicon->topics);
  g_hash_table_unref (lexicon->units);
  g_hash_table_unref (lexicon->entries);
  g_ptr_array_unref (lexicon->arrays);
  g_string_chunk_free (lexicon->strings);
  g_free (lexicon);
}
