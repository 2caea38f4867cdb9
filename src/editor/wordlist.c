/* SPDX-License-Identifier: MIT */
#include "editor/wordlist.h"

#include "text/letter.h"

#include <string.h>

/* Why a pair is written for another; said in the comment of confusions.inc. */
typedef enum {
  SEEN,
  SCAN,
  KEY,
  TONES,
  SIBILANT,
  PALATAL,
  VOICED,
  LIQUID,
  FINAL,
  MEANING
} Source_of_slip;

typedef struct {
  const char *written, *meant;
  Source_of_slip source;
} Confusion;

static const Confusion confusions[] = {
#include "editor/confusions.inc"
};

static const char *const compounds[] = {
#include "editor/compounds.inc"
};

static const char syllables[] =
#include "editor/syllables.inc"
  ;

/* Names that belong to somebody, as their owners write them. */
static const char *const brands[] = {
  "VNeID",     "Zalo",     "Facebook", "YouTube", "TikTok", "Viber",
  "Messenger", "Telegram", "Google",   "Android", "Wi-Fi",
};

/* Syllables that stand between any others: a pair with one of them is chance. */
static const char *const particles[] = {
  "có",    "và",   "là",    "các",   "của",  "để",   "đề",    "từ",    "tự",    "cho",   "được",
  "đang",  "đã",   "sẽ",    "với",   "về",   "ở",    "bị",    "do",    "khi",   "này",   "đó",
  "theo",  "tại",  "trong", "ngoài", "trên", "dưới", "không", "một",   "hai",   "ba",    "bốn",
  "năm",   "sáu",  "bảy",   "tám",   "chín", "mười", "mọi",   "mỗi",   "mới",   "mời",   "sau",
  "trước", "đến",  "tới",   "qua",   "cả",   "chỉ",  "mà",    "thì",   "vì",    "nếu",   "nên",
  "rất",   "cần",  "phải",  "đi",    "ra",   "vào",  "lên",   "xuống", "lại",   "như",   "nhưng",
  "cũng",  "đều",  "chưa",  "nói",   "đâu",  "ai",   "gì",    "nào",   "thấy",  "mang",  "làm",
  "đưa",   "lấy",  "ông",   "bà",    "anh",  "chị",  "em",    "con",   "cái",   "chiếc", "cây",
  "số",    "mấy",  "đầu",   "cuối",  "bên",  "giữa", "sang",  "còn",   "hay",   "hoặc",  "bằng",
  "bởi",   "đây",  "kia",   "ấy",    "vẫn",  "luôn", "nữa",   "rồi",   "xong",  "hết",   "thêm",
  "bớt",   "dù",   "tuy",   "quá",   "lắm",  "hơn",  "kém",   "đủ",    "thiếu", "tôi",   "ta",
  "họ",    "mình", "bạn",   "xã",    "ấp",   "tổ",   "đội",   NULL
};
/* “tổ giác”, “đội”: nouns of which the tables know better. */
static const char *const nouns_among_particles[] = { "tổ", "đội", "xã", "ấp", "số", "đầu", NULL };

/* Loans and names of peoples, which no rule of Vietnamese spelling allows. */
static const char *const loans[] = {
  "đắk",     "đăk",     "lắk",       "đắc",     "kông",   "krông",  "búk",    "rơ",
  "êđê",     "bơ",      "ôtô",       "ôxy",     "ôxi",    "ôzôn",   "vắcxin", "virút",
  "axít",    "cácbon",  "prôtêin",   "kilômét", "mêtan",  "càphê",  "ximăng", "bazơ",
  "pêtrô",   "xtiêng",  "brâu",      "mnông",   "mơnông", "hrê",    "cơho",   "giẻ",
  "xơ",      "đăng",    "kbang",     "ayun",    "sêsan",  "pôkô",   "đrăng",  "đrông",
  "ngưk",    "hmông",   "khmêr",     "plôi",    "bôn",    "buôr",   "čư",     "ơi",
  "vâng",    "hử",      "ừm",        "huýt",    "uỳnh",   "roẹt",   "xoẹt",   "oẳn",
  "quẹt",    "quạc",    "khoắng",    "ngoắt",   "rờn",    "thoăn",  "thoắt",  "nguệch",
  "ngoạc",   "đêximét", "xăngtimét", "milimét", "héc",    "tấc",    "kwh",    "đôla",
  "rúp",     "bạt",     "yên",       "euro",    "lôgích", "lôgic",  "êlip",   "ampe",
  "urê",     "vôn",     "oát",       "jun",     "niutơn", "pascal", "hécta",  "têlêvisiôn",
  "karaôkê", "xíchlô",  "buýt",      NULL
};

typedef struct {
  char *first, *second; /* keys */
  const char *text;     /* as it is to be written */
} Pair;

struct Wordlist {
  GHashTable *pairs;     /* “to giac” → GPtrArray of Pair, all owned */
  GHashTable *confused;  /* “tO3 giac2” → what is meant; keys owned */
  GHashTable *particles; /* Set<small word> */
  GHashTable *names;     /* Set<small word>, owned */
  GHashTable *syllables; /* Set<key>, owned */
  GHashTable *lexicon;   /* Set<written>, borrowed from the site */
  GPtrArray *brands;     /* const char *: ours and those of the lexicon */
};

static void
pair_free (gpointer data)
{
  Pair *pair = data;
  g_free (pair->first);
  g_free (pair->second);
  g_free (pair);
}

/* Key and plain letters of a syllable, as Word has them. */
static void
spell (const char *text, gsize length, GString *key, GString *plain)
{
  guint tone = TONE_LEVEL;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    Letter letter = letter_of (g_utf8_get_char (p));
    g_string_append_c (key, letter.code ? letter.code : '?');
    g_string_append_c (plain, letter.plain ? letter.plain : '?');
    tone = letter.tone != TONE_LEVEL ? letter.tone : tone;
  }
  g_string_append_c (key, (char) ('0' + tone));
}

static void
split_pair (const char *text, char *keys[2], GString *plain)
{
  const char *space = strchr (text, ' ');
  const char *starts[2] = { text, space + 1 };
  gsize lengths[2] = { (gsize) (space - text), strlen (space + 1) };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GString) key = g_string_new (NULL);
    if (i)
      g_string_append_c (plain, ' ');
    spell (starts[i], lengths[i], key, plain);
    keys[i] = g_strdup (key->str);
  }
}

static void
add_compound (Wordlist *list, const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  Pair *pair = g_new0 (Pair, 1);
  char *keys[2];

  split_pair (text, keys, plain);
  *pair = (Pair){ keys[0], keys[1], text };
  GPtrArray *pairs = g_hash_table_lookup (list->pairs, plain->str);
  if (pairs == NULL) {
    pairs = g_ptr_array_new_with_free_func (pair_free);
    g_hash_table_insert (list->pairs, g_strdup (plain->str), pairs);
  }
  g_ptr_array_add (pairs, pair);
}

static void
add_confusion (Wordlist *list, const Confusion *row)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  char *keys[2];

  split_pair (row->written, keys, plain);
  g_hash_table_insert (list->confused, g_strconcat (keys[0], " ", keys[1], NULL),
                       (gpointer) row->meant);
  g_free (keys[0]);
  g_free (keys[1]);
}

static void
add_syllables (Wordlist *list)
{
  for (const char *p = syllables; *p;) {
    gsize n = strcspn (p, " ");
    g_autoptr (GString) key = g_string_new (NULL);
    g_autoptr (GString) plain = g_string_new (NULL);
    spell (p, n, key, plain);
    g_hash_table_add (list->syllables, g_strdup (key->str));
    p += n + (p[n] == ' ');
  }
}

/* --- names --- */

static void
add_names (Wordlist *list, const char *text)
{
  for (const char *p = text ? text : ""; *p;) {
    const char *start = p;
    while (*p && g_unichar_isalpha (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    if (p > start)
      g_hash_table_add (list->names, g_utf8_strdown (start, p - start));
    if (*p)
      p = g_utf8_next_char (p);
  }
}

static void
add_value_names (Wordlist *list, const Value *value)
{
  if (value_kind (value) == VALUE_TEXT)
    add_names (list, value_get_text (value, NULL));
  for (guint i = 0; (value_kind (value) == VALUE_LIST || value_kind (value) == VALUE_MAP)
                    && i < value_length (value);
       i++)
    add_value_names (list, value_kind (value) == VALUE_LIST
                             ? value_item (value, i)
                             : value_find (value, value_key (value, i)));
}

static void
add_site_names (Wordlist *list, const Site *site)
{
  for (guint i = 0; i < locality_table_size (site->localities); i++)
    add_names (list, locality_table_row (site->localities, i)->name);
  for (guint i = 0; i < site->office_list->len; i++) {
    const Office *office = site->office_list->pdata[i];
    add_names (list, office->name);
    add_names (list, office->place);
    add_names (list, office->address);
  }
  for (guint i = 0; i < site->campaigns->len; i++)
    add_value_names (list, ((const Campaign *) site->campaigns->pdata[i])->values);
  if (site->data)
    add_value_names (list, site->data);
}

/* An entry with capitals inside is a name somebody chose: “VNeID”. */
static gboolean
is_brand (const char *written)
{
  gboolean has_small = FALSE, has_inner_capital = FALSE;

  for (const char *p = written; *p; p++) {
    if (!g_ascii_isalpha (*p))
      return FALSE;
    has_small |= g_ascii_islower (*p);
    has_inner_capital |= p > written && g_ascii_isupper (*p);
  }
  return has_small && has_inner_capital && strlen (written) >= 4;
}

static void
add_lexicon (Wordlist *list, const Site *site)
{
  for (guint i = 0;
       site->lexicon && value_kind (site->lexicon) == VALUE_MAP && i < value_length (site->lexicon);
       i++) {
    const char *written = value_key (site->lexicon, i);
    g_hash_table_add (list->lexicon, (gpointer) written);
    add_names (list, written);
    if (is_brand (written))
      g_ptr_array_add (list->brands, (gpointer) written);
  }
}

Wordlist *
wordlist_new (const Site *site)
{
  Wordlist *list = g_new0 (Wordlist, 1);

  list->pairs =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  list->confused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->particles = g_hash_table_new (g_str_hash, g_str_equal);
  list->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->lexicon = g_hash_table_new (g_str_hash, g_str_equal);
  list->syllables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->brands = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    add_compound (list, compounds[i]);
  for (guint i = 0; i < G_N_ELEMENTS (confusions); i++)
    add_confusion (list, &confusions[i]);
  for (guint i = 0; particles[i]; i++)
    if (!g_strv_contains (nouns_among_particles, particles[i]))
      g_hash_table_add (list->particles, (gpointer) particles[i]);
  add_syllables (list);
  for (guint i = 0; loans[i]; i++)
    g_hash_table_add (list->names, g_strdup (loans[i]));
  for (guint i = 0; i < G_N_ELEMENTS (brands); i++)
    g_ptr_array_add (list->brands, (gpointer) brands[i]);
  if (site) {
    add_site_names (list, site);
    add_lexicon (list, site);
  }
  return list;
}

void
wordlist_free (Wordlist *list)
{
  if (list == NULL)
    return;
  g_hash_table_unref (list->pairs);
  g_hash_table_unref (list->confused);
  g_hash_table_unref (list->particles);
  g_hash_table_unref (list->names);
  g_hash_table_unref (list->lexicon);
  g_hash_table_unref (list->syllables);
  g_ptr_array_unref (list->brands);
  g_free (list);
}

/* --- asking --- */

#define LONGEST_PAIR 24

static const GPtrArray *
pairs_like (const Wordlist *list, const Word *first, const Word *second)
{
  char plain[LONGEST_PAIR];

  if (strlen (first->plain) + strlen (second->plain) + 2 > sizeof plain)
    return NULL;
  g_snprintf (plain, sizeof plain, "%s %s", first->plain, second->plain);
  return g_hash_table_lookup (list->pairs, plain);
}

gboolean
wordlist_has_pair (const Wordlist *list, const Word *first, const Word *second)
{
  const GPtrArray *pairs = pairs_like (list, first, second);

  for (guint i = 0; pairs && i < pairs->len; i++) {
    const Pair *pair = pairs->pdata[i];
    if (strcmp (pair->first, first->key) == 0 && strcmp (pair->second, second->key) == 0)
      return TRUE;
  }
  return FALSE;
}

const char *
wordlist_near_pair (const Wordlist *list, const Word *first, const Word *second)
{
  const GPtrArray *pairs = pairs_like (list, first, second);

  for (guint i = 0; pairs && i < pairs->len; i++) {
    const Pair *pair = pairs->pdata[i];
    gboolean first_is_same = strcmp (pair->first, first->key) == 0;
    gboolean second_is_same = strcmp (pair->second, second->key) == 0;
    const Word *other = first_is_same ? second : first;
    if (!first->has_marks && !second->has_marks && !(first_is_same && second_is_same)
        && !g_hash_table_contains (list->particles, first->small)
        && !g_hash_table_contains (list->particles, second->small))
      return pair->text;
    if (first_is_same != second_is_same && !g_hash_table_contains (list->particles, other->small))
      return pair->text;
  }
  return NULL;
}

const char *
wordlist_confused (const Wordlist *list, const Word *first, const Word *second)
{
  char keys[2 * LONGEST_PAIR];

  g_snprintf (keys, sizeof keys, "%s %s", first->key, second->key);
  return g_hash_table_lookup (list->confused, keys);
}

gboolean
wordlist_knows (const Wordlist *list, const char *small)
{
  return g_hash_table_contains (list->names, small);
}

gboolean
wordlist_has_syllable (const Wordlist *list, const char *key)
{
  return g_hash_table_contains (list->syllables, key);
}

gboolean
wordlist_is_particle (const Wordlist *list, const char *small)
{
  return g_hash_table_contains (list->particles, small);
}

gboolean
wordlist_in_lexicon (const Wordlist *list, const char *written)
{
  return g_hash_table_contains (list->lexicon, written);
}

/* Letters that scanners take for one another are one, and so are doubled ones. */
static void
shape_of (const char *text, gsize length, GString *shape)
{
  char last = 0;

  for (gsize i = 0; i < length; i++) {
    char c = g_ascii_tolower (text[i]);
    c = strchr ("l1|", c) ? 'i' : c == '0' ? 'o' : c;
    if (c != last)
      g_string_append_c (shape, c);
    last = c;
  }
}

const char *
wordlist_brand (const Wordlist *list, const char *text, gsize length)
{
  g_autoptr (GString) shape = g_string_new (NULL);

  shape_of (text, length, shape);
  for (guint i = 0; i < list->brands->len; i++) {
    const char *brand = list->brands->pdata[i];
    g_autoptr (GString) wanted = g_string_new (NULL);
    gsize n = strlen (brand);
    if (n + 2 < length || length + 2 < n)
      continue;
    shape_of (brand, n, wanted);
    if (strcmp (shape->str, wanted->str) == 0)
      return n == length && strncmp (text, brand, n) == 0 ? NULL : brand;
  }
  return NULL;
}
