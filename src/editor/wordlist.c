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
} SlipSource;

typedef struct {
  const char *written, *meant;
  SlipSource source;
} Confusion;

/* What a syllable may be written for. */
typedef struct {
  guint n;
  Slip slips[];
} Slips;

static const Confusion confusions[] = {
#include "editor/confusions.inc"
};

/* “an ninh toàn”: the first syllable, and all that follow it. */
static const char *const compounds[] = {
#include "editor/compounds.inc"
};

static const char *const common_words[] = {
#include "text/common_words.inc"
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
  "họ",    "mình", "bạn",   "xã",    "ấp",   "tổ",   "đội",   "xin",   "đừng",
  NULL
};
/* “tổ giác”, “đội”: nouns of which the tables know better. */
static const char *const nouns_among_particles[] = { "tổ", "đội", "xã", "ấp", "số", "đầu", NULL };

static const char words_alone[] =
#include "editor/words_alone.inc"
  ;

/* Loans and calls, which no rule of Vietnamese spelling allows. */
static const char loans[] =
  "bơ ôtô ôxy ôxi ôzôn vắcxin virút axít cácbon prôtêin kilômét mêtan càphê ximăng bazơ pêtrô "
  "ơi vâng hử ừm huýt uỳnh roẹt xoẹt oẳn quẹt quạc khoắng ngoắt rờn thoăn thoắt nguệch ngoạc "
  "đêximét xăngtimét milimét héc tấc kwh đôla rúp bạt yên euro lôgích lôgic êlip ampe urê vôn "
  "oát jun niutơn pascal hécta têlêvisiôn karaôkê xíchlô buýt chat chip top hot set bot pop hit "
  "net bit kit vip mac pet mic cat not that hop tip tit rap lot sec mat ram rom gas gen men bar "
  "phi pac pho ten cap cup pip nu to sit hec app web email mail fax link click like share test "
  "scan clip video file menu spam fan led neon nano team coach gym tennis taxi bus tank spa "
  "stress clo ozone ozon bazo rơmooc moóc sơmi inox gel laser biogas composite robot radar logo "
  "game blog shop ship online offline wifi sim pin container camera laptop internet smartphone "
  "tablet karaoke livestream hotline fanpage inbox admin homestay resort vaccine virus vitamin "
  "protein insulin paracetamol oresol glucose mini kali iốt bazan kiốt điốp cos phum bon plei âl";

/* Parts of names of the peoples of the highlands: “Y Bhăm Niê”, “H’Yar Kbuôr”, “kơ nia”. */
static const char highland_names[] =
  "đắk đăk lắk đắc kông krông búk rơ êđê xtiêng brâu mnông mơnông hrê cơho giẻ xơ đăng kbang "
  "ayun sêsan pôkô đrăng đrông ngưk hmông khmêr plôi bôn buôr čư kơ nia niê êban mlô ayŭn kbuôr "
  "byă hwing hmok ênuôl knul kriêng ktla adrơng yă ksơr ksor siu kpă kpuih hiao alê rcom rmah "
  "rah châm lăn cil kơsă păng bkrông êya ktul bhăm krang ndu ntơr kră jrai bahnar sêđăng kơho "
  "chơro raglai churu rơmăm rơngao gié triêng tơdrá bru vânkiều tàôi cơtu pahy khơmú laha hànhì "
  "lôlô phùlá sila xinhmun lơng";

/* A syllable of the lists. Its number is its place in `Wordlist.syllables`; 0 is none. */
typedef struct {
  const char *key, *plain, *written;
  guint n_partners; /* how many syllables it stands beside */
  gboolean is_word; /* stands alone: “bón”, “cồn” */
  gboolean is_particle;
  gboolean may_be_confused; /* begins a pair that is written for another */
  Slips *slips;             /* what it may be written for; made when first asked for */
} Syllable;

/* Pairs of syllables, as number << 16 | number: it is asked several times for each word of a text.
 */
typedef struct {
  guint32 *slots; /* 0: free */
  guint n_slots;  /* a power of two */
  guint n;
} PairSet;

struct Wordlist {
  GStringChunk *texts;
  GArray *syllables;   /* Syllable */
  guint n_known;       /* those below are of the lists; above, of confusions alone */
  GHashTable *numbers; /* key → number of the syllable */
  GHashTable *alike;   /* plain → GArray of guint: the syllables with these letters, owned */
  PairSet pairs;
  PairSet common;        /* of those on every page */
  GHashTable *confused;  /* number << 16 | number → what is meant */
  GHashTable *particles; /* Set<small word> */
  GHashTable *names;     /* Set<small word>, owned */
  GHashTable *lexicon;   /* Set<written>, borrowed from the site */
  GPtrArray *brands;     /* const char *: ours and those of the lexicon */
};

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

static Syllable *
syllable_at (const Wordlist *list, guint number)
{
  return &g_array_index (list->syllables, Syllable, number);
}

static guint32
pair_of (guint first, guint second)
{
  return first << 16 | second;
}

static guint32 *
pair_slot (const PairSet *set, guint32 pair)
{
  guint mask = set->n_slots - 1;
  guint at = (pair * 0x9E3779B1u >> 8) & mask;

  while (set->slots[at] != 0 && set->slots[at] != pair)
    at = (at + 1) & mask;
  return &set->slots[at];
}

static gboolean
pair_set_has (const PairSet *set, guint32 pair)
{
  return *pair_slot (set, pair) == pair;
}

static void
pair_set_grow (PairSet *set)
{
  PairSet larger = { NULL, MAX (1u << 10, set->n_slots * 2), set->n };

  larger.slots = g_new0 (guint32, larger.n_slots);
  for (guint i = 0; i < set->n_slots; i++)
    if (set->slots[i] != 0)
      *pair_slot (&larger, set->slots[i]) = set->slots[i];
  g_free (set->slots);
  *set = larger;
}

/* TRUE when it is new. */
static gboolean
pair_set_add (PairSet *set, guint32 pair)
{
  if (set->n * 2 >= set->n_slots)
    pair_set_grow (set);
  guint32 *slot = pair_slot (set, pair);
  if (*slot == pair)
    return FALSE;
  *slot = pair;
  set->n++;
  return TRUE;
}

guint
wordlist_number (const Wordlist *list, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (list->numbers, key));
}

static guint
add_syllable (Wordlist *list, const char *text, gsize length)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);

  spell (text, length, key, plain);
  guint number = wordlist_number (list, key->str);
  if (number)
    return number;
  const Syllable made = { g_string_chunk_insert (list->texts, key->str),
                          g_string_chunk_insert_const (list->texts, plain->str),
                          g_string_chunk_insert_len (list->texts, text, (gssize) length),
                          .is_particle = FALSE };
  number = list->syllables->len;
  g_array_append_val (list->syllables, made);
  g_hash_table_insert (list->numbers, (gpointer) made.key, GUINT_TO_POINTER (number));
  GArray *alike = g_hash_table_lookup (list->alike, made.plain);
  if (alike == NULL) {
    alike = g_array_new (FALSE, FALSE, sizeof number);
    g_hash_table_insert (list->alike, (gpointer) made.plain, alike);
  }
  g_array_append_val (alike, number);
  return number;
}

/* All syllables of a text with spaces between them; what stands behind the first follows it. */
static void
add_syllables (Wordlist *list, const char *text, PairSet *pairs)
{
  guint first = 0;

  for (const char *p = text; *p;) {
    gsize n = strcspn (p, " ");
    guint number = add_syllable (list, p, n);
    if (first == 0)
      first = number;
    else if (pairs) {
      gboolean is_new = pair_set_add (pairs, pair_of (first, number));
      if (pairs != &list->pairs)
        is_new = pair_set_add (&list->pairs, pair_of (first, number));
      if (is_new) {
        syllable_at (list, first)->n_partners++;
        syllable_at (list, number)->n_partners++;
      }
    }
    p += n + (p[n] == ' ');
  }
}

static void
add_words_alone (Wordlist *list)
{
  g_auto (GStrv) words = g_strsplit (words_alone, " ", -1);

  for (guint i = 0; words[i]; i++) {
    guint number = add_syllable (list, words[i], strlen (words[i]));
    syllable_at (list, number)->is_word = TRUE;
  }
}

static void
add_confusion (Wordlist *list, const Confusion *row)
{
  const char *space = strchr (row->written, ' ');
  guint first = add_syllable (list, row->written, (gsize) (space - row->written));
  guint second = add_syllable (list, space + 1, strlen (space + 1));

  g_hash_table_insert (list->confused, GUINT_TO_POINTER (pair_of (first, second)),
                       (gpointer) row->meant);
  syllable_at (list, first)->may_be_confused = TRUE;
}

static void
add_particles (Wordlist *list)
{
  for (guint i = 0; particles[i]; i++)
    if (!g_strv_contains (nouns_among_particles, particles[i]))
      g_hash_table_add (list->particles, (gpointer) particles[i]);
  for (guint i = 1; i < list->syllables->len; i++)
    syllable_at (list, i)->is_particle =
      g_hash_table_contains (list->particles, syllable_at (list, i)->written);
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

  list->texts = g_string_chunk_new (1 << 16);
  list->syllables = g_array_sized_new (FALSE, TRUE, sizeof (Syllable), 1 << 13);
  list->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  list->alike =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  list->confused = g_hash_table_new (NULL, NULL);
  list->particles = g_hash_table_new (g_str_hash, g_str_equal);
  list->lexicon = g_hash_table_new (g_str_hash, g_str_equal);
  list->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->brands = g_ptr_array_new ();
  g_array_set_size (list->syllables, 1);
  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    add_syllables (list, compounds[i], &list->pairs);
  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    add_syllables (list, common_words[i], &list->common);
  add_syllables (list, syllables, NULL);
  add_words_alone (list);
  list->n_known = list->syllables->len;
  for (guint i = 0; i < G_N_ELEMENTS (confusions); i++)
    add_confusion (list, &confusions[i]);
  add_particles (list);
  add_names (list, loans);
  add_names (list, highland_names);
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
  for (guint i = 0; i < list->syllables->len; i++)
    g_free (syllable_at (list, i)->slips);
  g_array_unref (list->syllables);
  g_string_chunk_free (list->texts);
  g_hash_table_unref (list->numbers);
  g_hash_table_unref (list->alike);
  g_free (list->pairs.slots);
  g_free (list->common.slots);
  g_hash_table_unref (list->confused);
  g_hash_table_unref (list->particles);
  g_hash_table_unref (list->names);
  g_hash_table_unref (list->lexicon);
  g_ptr_array_unref (list->brands);
  g_free (list);
}

/* --- what a syllable may be written for --- */

#define LONGEST_KEY 12

typedef struct {
  const Wordlist *list;
  guint number;  /* whose slips they are */
  GArray *found; /* Slip */
} Search;

static void
add_slip (const Search *search, guint number, SlipKind kind)
{
  const Slip slip = { (guint16) number, kind };

  if (number == 0 || number == search->number || number >= search->list->n_known)
    return;
  g_array_append_val (search->found, slip);
}

static void
try_key (const Search *search, const char *key, SlipKind kind)
{
  add_slip (search, wordlist_number (search->list, key), kind);
}

/* Sounds that are one in some part of the country. */
static const struct {
  const char *onset;
  const char *others[4];
} onsets[] = {
  { "s", { "x" } },       { "x", { "s" } },       { "ch", { "tr" } },     { "tr", { "ch" } },
  { "d", { "gi", "r" } }, { "gi", { "d", "r" } }, { "r", { "d", "gi" } }, { "l", { "n" } },
  { "n", { "l" } },       { "v", { "d", "gi" } }, { "D", { "d" } },
}, finals[] = {
  { "n", { "ng", "nh" } }, { "ng", { "n" } }, { "nh", { "n", "ng" } },
  { "c", { "t" } },        { "t", { "c" } },  { "i", { "y" } },
  { "y", { "i" } },        { "ch", { "t" } },
};

static gboolean
is_vowel_code (char c)
{
  return c && strchr ("aABeEioOPuUy", c) != NULL;
}

static void
try_sounds (const Search *search, const char *key)
{
  gsize length = strlen (key);
  char other[2 * LONGEST_KEY];

  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++) {
    gsize n = strlen (onsets[i].onset);
    if (strncmp (key, onsets[i].onset, n) != 0 || !is_vowel_code (key[n]))
      continue;
    for (guint j = 0; onsets[i].others[j]; j++) {
      g_snprintf (other, sizeof other, "%s%s", onsets[i].others[j], key + n);
      try_key (search, other, SLIP_SOUND);
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (finals); i++) {
    gsize n = strlen (finals[i].onset);
    if (length < n + 2 || strncmp (key + length - 1 - n, finals[i].onset, n) != 0
        || !is_vowel_code (key[length - 2 - n]))
      continue;
    for (guint j = 0; finals[i].others[j]; j++) {
      g_snprintf (other, sizeof other, "%.*s%s%c", (int) (length - 1 - n), key, finals[i].others[j],
                  key[length - 1]);
      try_key (search, other, SLIP_SOUND);
    }
  }
}

/* Two letters that changed places, one too few, one too many. */
static void
try_letters (const Search *search, const char *key)
{
  static const char codes[] = "abcdDeEghiklmnoOPpqrstuUvxyAB";
  gsize length = strlen (key);
  char other[2 * LONGEST_KEY];

  for (gsize i = 0; i + 2 < length; i++) {
    g_strlcpy (other, key, sizeof other);
    other[i] = key[i + 1];
    other[i + 1] = key[i];
    try_key (search, other, SLIP_LETTER);
  }
  for (gsize i = 0; i + 1 < length && length > 3; i++) {
    g_snprintf (other, sizeof other, "%.*s%s", (int) i, key, key + i + 1);
    try_key (search, other, SLIP_LETTER);
  }
  for (gsize i = 0; i + 1 <= length; i++)
    for (const char *c = codes; *c; c++) {
      g_snprintf (other, sizeof other, "%.*s%c%s", (int) i, key, *c, key + i);
      try_key (search, other, SLIP_LETTER);
    }
}

static Slips *
find_slips (const Wordlist *list, guint number)
{
  const Syllable *syllable = syllable_at (list, number);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Slip));
  const Search search = { list, number, found };
  const GArray *alike = g_hash_table_lookup (list->alike, syllable->plain);

  for (guint i = 0; alike && i < alike->len; i++)
    add_slip (&search, g_array_index (alike, guint, i), SLIP_MARKS);
  if (strlen (syllable->key) < LONGEST_KEY) {
    try_sounds (&search, syllable->key);
    try_letters (&search, syllable->key);
  }
  gsize size = found->len * sizeof (Slip);
  Slips *slips = g_malloc (sizeof *slips + size);
  slips->n = found->len;
  if (size > 0)
    memcpy (slips->slips, found->data, size);
  return slips;
}

/* Two threads may make them at once; one of them keeps its own. */
const Slip *
wordlist_slips (const Wordlist *list, guint number, guint *n)
{
  *n = 0;
  if (number == 0)
    return NULL;
  Slips **place = &syllable_at (list, number)->slips;
  Slips *slips = g_atomic_pointer_get (place);
  if (slips == NULL) {
    slips = find_slips (list, number);
    if (!g_atomic_pointer_compare_and_exchange (place, NULL, slips)) {
      g_free (slips);
      slips = g_atomic_pointer_get (place);
    }
  }
  *n = slips->n;
  return slips->slips;
}

/* --- asking --- */

gboolean
wordlist_has_pair (const Wordlist *list, guint first, guint second)
{
  return first && second && pair_set_has (&list->pairs, pair_of (first, second));
}

gboolean
wordlist_has_common (const Wordlist *list, guint first, guint second)
{
  return first && second && pair_set_has (&list->common, pair_of (first, second));
}

guint
wordlist_n_partners (const Wordlist *list, guint number)
{
  return number ? syllable_at (list, number)->n_partners : 0;
}

gboolean
wordlist_stands_alone (const Wordlist *list, guint number)
{
  return number && syllable_at (list, number)->is_word;
}

const char *
wordlist_written (const Wordlist *list, guint number)
{
  return syllable_at (list, number)->written;
}

gboolean
wordlist_without_marks (const Wordlist *list, guint first, guint second, guint meant[2])
{
  const GArray *firsts, *seconds;

  if (first == 0 || second == 0)
    return FALSE;
  firsts = g_hash_table_lookup (list->alike, syllable_at (list, first)->plain);
  seconds = g_hash_table_lookup (list->alike, syllable_at (list, second)->plain);
  for (guint i = 0; firsts && i < firsts->len; i++)
    for (guint j = 0; seconds && j < seconds->len; j++) {
      meant[0] = g_array_index (firsts, guint, i);
      meant[1] = g_array_index (seconds, guint, j);
      if (wordlist_has_pair (list, meant[0], meant[1]))
        return TRUE;
    }
  return FALSE;
}

guint
wordlist_misspelt (const Wordlist *list, const char *key)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Slip));
  const Search search = { list, 0, found };
  guint best = 0;

  if (strlen (key) >= LONGEST_KEY)
    return 0;
  try_letters (&search, key);
  for (guint i = 0; i < found->len; i++) {
    guint number = g_array_index (found, Slip, i).number;
    if (wordlist_n_partners (list, number) > wordlist_n_partners (list, best))
      best = number;
  }
  return best;
}

const char *
wordlist_confused (const Wordlist *list, guint first, guint second)
{
  return first && second && syllable_at (list, first)->may_be_confused
           ? g_hash_table_lookup (list->confused, GUINT_TO_POINTER (pair_of (first, second)))
           : NULL;
}

gboolean
wordlist_knows (const Wordlist *list, const char *small)
{
  return g_hash_table_contains (list->names, small);
}

gboolean
wordlist_has_syllable (const Wordlist *list, const char *key)
{
  guint number = wordlist_number (list, key);
  return number && number < list->n_known;
}

gboolean
wordlist_is_particle (const Wordlist *list, const char *small)
{
  return g_hash_table_contains (list->particles, small);
}

gboolean
wordlist_is_particle_at (const Wordlist *list, guint number)
{
  return syllable_at (list, number)->is_particle;
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
