/* SPDX-License-Identifier: MIT */
#include "load/matter_values.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/campaigns.h"
#include "model/fact.h"
#include "model/product.h"

#include <string.h>

/* "bulletin, bản tin, guide, hướng dẫn", but a word that is the same in both languages once. */
static char *
join_distinct (const ValueWord *words, guint n)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_string_append_printf (joined, "%s%s", i ? ", " : "", words[i].english);
    if (strcmp (words[i].english, words[i].vietnamese) != 0)
      g_string_append_printf (joined, ", %s", words[i].vietnamese);
  }
  return g_string_free (joined, FALSE);
}

gboolean
value_word_match (const char *text, const ValueWord *words, guint n, guint64 *value)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (text, words[i].english) == 0 || strcmp (text, words[i].vietnamese) == 0) {
      *value = words[i].value;
      return TRUE;
    }
  return FALSE;
}

gboolean
value_word_read (RecordReader *reader, const YamlNode *node, const ValueWord *words, guint n,
                 guint64 *value)
{
  if (!record_expect_text (reader, node))
    return FALSE;
  if (value_word_match (node->text, words, n, value))
    return TRUE;
  g_autofree const char **candidates = g_new0 (const char *, 2 * n + 1);
  for (guint i = 0; i < n; i++) {
    candidates[2 * i] = words[i].english;
    candidates[2 * i + 1] = words[i].vietnamese;
  }
  const char *nearest = suggest_word (node->text, candidates);
  g_autofree char *all = join_distinct (words, n);
  g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
                                    : g_strdup_printf (_ ("write one of: %s"), all);
  report_error (reader->report, reader->source, node->place, advice, _ ("“%s” is not allowed here"),
                node->text);
  return FALSE;
}

/* Set of words, one or a list */
static void
read_words (RecordReader *reader, const YamlNode *node, const ValueWord *words, guint n_words,
            guint64 *target)
{
  guint n = node->kind == YAML_LIST ? node->n_items : 1;
  guint64 set = 0;

  for (guint i = 0; i < n; i++) {
    guint64 value;
    if (value_word_read (reader, node->kind == YAML_LIST ? node->items[i] : node, words, n_words,
                         &value))
      set |= value;
  }
  record_expect_items (reader, node, n);
  *target = set;
}

/* A word for each that is asked for by one; what is asked for by the same word is made together. */
static GArray *
find_product_words (void)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (ValueWord));

  for (const Product *product = product_next (NULL); product; product = product_next (product)) {
    ValueWord *word = NULL;
    if (product->word.english == NULL)
      continue;
    for (guint i = 0; i < words->len && word == NULL; i++)
      if (strcmp (g_array_index (words, ValueWord, i).english, product->word.english) == 0)
        word = &g_array_index (words, ValueWord, i);
    if (word)
      word->value |= product_bit (product);
    else
      g_array_append_vals (
        words,
        &(ValueWord){ product->word.english, product->word.vietnamese, product_bit (product) }, 1);
  }
  return words;
}

/* The same for all documents, so they are found once. */
static const GArray *
product_words (void)
{
  static GArray *words;
  static gsize is_known;

  if (g_once_init_enter (&is_known)) {
    words = find_product_words ();
    g_once_init_leave (&is_known, TRUE);
  }
  return words;
}

void
read_outputs (RecordReader *reader, const YamlNode *node, gpointer target)
{
  FrontMatter *matter = target;
  const GArray *words = product_words ();

  matter->makes_nothing =
    node->kind == YAML_SCALAR
    && (strcmp (node->text, "none") == 0 || strcmp (node->text, "không") == 0);
  if (!matter->makes_nothing)
    read_words (reader, node, (const ValueWord *) words->data, words->len,
                &matter->document.products);
}

void
read_print_options (RecordReader *reader, const YamlNode *node, gpointer target)
{
  ValueWord words[N_PRINT_OPTIONS];
  guint64 set;

  for (guint i = 0; i < N_PRINT_OPTIONS; i++) {
    const Spelling *word = print_option_word (i);
    words[i] = (ValueWord){ word->english, word->vietnamese, 1u << i };
  }
  read_words (reader, node, words, N_PRINT_OPTIONS, &set);
  *(guint *) target = set;
  if ((set & 1u << PRINT_GREY) && (set & 1u << PRINT_CMYK))
    report_error (reader->report, reader->source, node->place, _ ("keep one of them"),
                  _ ("a sheet is printed either in grey or in four colours"));
}

void
read_manual (RecordReader *reader, const YamlNode *node, gpointer target)
{
  FrontMatter *matter = target;
  gboolean truth = TRUE;
  gboolean is_bool = yaml_is_bool (node, &truth);

  matter->has_manual = TRUE;
  if ((is_bool && !truth) || (node->kind == YAML_SCALAR && strcmp (node->text, "không") == 0))
    return;
  if (node->kind == YAML_SCALAR
      && (strcmp (node->text, "trang này") == 0 || strcmp (node->text, "this page") == 0
          || g_str_has_prefix (node->text, "q/") || g_str_has_suffix (node->text, ".md")))
    read_text (reader, node, &matter->manual_within);
  else
    read_url (reader, node, &matter->document.manual);
}

void
read_lang (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  gsize first = strspn (node->text, "abcdefghijklmnopqrstuvwxyz");
  const char *rest = node->text + first;
  gboolean is_code =
    (first == 2 || first == 3) && (*rest == '\0' || (*rest == '-' && g_ascii_isalnum (rest[1])));
  for (; is_code && *rest; rest++)
    is_code = g_ascii_isalnum (*rest) || *rest == '-';
  if (is_code)
    read_text (reader, node, target);
  else
    report_error (reader->report, reader->source, node->place, _ ("write vi, en, zh …"),
                  _ ("“%s” is not the code of a language"), node->text);
}

/* guint: minutes, in seconds */
static void
read_minutes (RecordReader *reader, const YamlNode *node, gpointer target)
{
  char *end;

  if (!record_expect_text (reader, node))
    return;
  guint64 minutes = g_ascii_strtoull (node->text, &end, 10);
  if (end == node->text || (*end && strcmp (end, " phút") != 0) || minutes < 1 || minutes > 240)
    report_error (reader->report, reader->source, node->place, _ ("write the number of minutes: 5"),
                  _ ("“%s” is not a length between 1 and 240 minutes"), node->text);
  else
    *(guint *) target = minutes * 60;
}

static const Field broadcast_fields[] = {
  { "times", "giờ", read_clock_times, G_STRUCT_OFFSET (Broadcast, times), 0, 0 },
  { "from", "từ ngày", read_date, G_STRUCT_OFFSET (Broadcast, from), 0, 0 },
  { "until", "đến ngày", read_date, G_STRUCT_OFFSET (Broadcast, until), 0, 0 },
  { "slot", "thời lượng", read_minutes, G_STRUCT_OFFSET (Broadcast, slot_seconds), 0, 0 },
  { "opening", "lời mở đầu", read_text, G_STRUCT_OFFSET (Broadcast, opening), 0, 0 },
  { "closing", "lời kết thúc", read_text, G_STRUCT_OFFSET (Broadcast, closing), 0, 0 },
};

void
read_broadcast (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Broadcast *broadcast = target;

  record_read (reader, broadcast_fields, G_N_ELEMENTS (broadcast_fields), ALWAYS,
               N_ ("a broadcast"), node, target, NULL);
  if (date_is_set (broadcast->from) && date_is_set (broadcast->until)
      && date_compare (broadcast->from, broadcast->until) > 0)
    report_error (reader->report, reader->source, node->place, NULL,
                  _ ("the broadcast ends before it begins"));
}

typedef struct {
  const char *title, *file, *url;
} RawAttachment;

static const Field attachment_fields[] = {
  { "title", "tiêu đề", read_text, G_STRUCT_OFFSET (RawAttachment, title), ALWAYS, 0 },
  { "file", "tệp", read_text, G_STRUCT_OFFSET (RawAttachment, file), 0, 0 },
  { "url", "địa chỉ", read_url, G_STRUCT_OFFSET (RawAttachment, url), 0, 0 },
};

void
read_attachments (RecordReader *reader, const YamlNode *node, gpointer target)
{
  FrontMatter *matter = target;
  Document *document = &matter->document;

  if (!record_expect_kind (reader, node, YAML_LIST))
    return;
  Attachment *attachments = arena_alloc (reader->arena, node->n_items * sizeof *attachments);
  matter->attachment_places = arena_alloc (reader->arena, node->n_items * sizeof (Place));
  for (guint i = 0; i < node->n_items; i++) {
    RawAttachment raw = { NULL, NULL, NULL };
    const YamlNode *item = node->items[i];
    if (!record_read (reader, attachment_fields, G_N_ELEMENTS (attachment_fields), ALWAYS,
                      N_ ("an attachment"), item, &raw, NULL))
      continue;
    if ((raw.file == NULL) == (raw.url == NULL))
      report_error (reader->report, reader->source, item->place, NULL,
                    _ ("an attachment needs either “file” (“tệp”) or “url” (“địa chỉ”)"));
    matter->attachment_places[document->n_attachments] = item->place;
    attachments[document->n_attachments++] =
      (Attachment){ raw.title, raw.file ? raw.file : raw.url, raw.url != NULL };
  }
  document->attachments = attachments;
}

void
read_rounds (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Document *document = &((FrontMatter *) target)->document;
  guint n = node->kind == YAML_LIST ? node->n_items : 1;
  Phase *phases = arena_alloc (reader->arena, MAX (n, 1) * sizeof *phases);

  for (guint i = 0; i < n; i++) {
    const YamlNode *item = node->kind == YAML_LIST ? node->items[i] : node;
    if (record_expect_kind (reader, item, YAML_MAP))
      read_phase (reader, item, &phases[document->n_phases++]);
  }
  record_expect_items (reader, node, n);
  document->phases = phases;
}

/* “diễn ra: {ngày: 29/11/2026, giờ: 7 giờ 30}” */
static const Field event_fields[] = {
  { "day", "ngày", read_date, G_STRUCT_OFFSET (Phase, from), 0, 0 },
  { "from", "từ ngày", read_date, G_STRUCT_OFFSET (Phase, from), 0, 0 },
  { "until", "đến ngày", read_date, G_STRUCT_OFFSET (Phase, until), 0, 0 },
  { "hours", "giờ", read_text, G_STRUCT_OFFSET (Phase, hours), 0, 0 },
};

static void
read_occasion (RecordReader *reader, const YamlNode *node, Phase *phase)
{
  if (node->kind != YAML_MAP) {
    read_date (reader, node, &phase->from);
    return;
  }
  guint n_errors = report_n_errors (reader->report);
  record_read (reader, event_fields, G_N_ELEMENTS (event_fields), ALWAYS, N_ ("an event"), node,
               phase, NULL);
  if (report_n_errors (reader->report) > n_errors)
    return;
  if (!date_is_set (phase->from))
    report_error (reader->report, reader->source, node->place, _ ("write “ngày: 29/11/2026”"),
                  _ ("an event needs its day"));
  else if (date_is_set (phase->until) && date_compare (phase->from, phase->until) > 0)
    report_error (reader->report, reader->source, node->place, NULL,
                  _ ("this ends before it begins"));
}

void
read_event (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Document *document = &((FrontMatter *) target)->document;
  guint n = node->kind == YAML_LIST ? node->n_items : 1;
  Phase *phases = arena_alloc (reader->arena, MAX (n, 1) * sizeof *phases);

  record_expect_items (reader, node, n);
  for (guint i = 0; i < n; i++) {
    Phase *phase = &phases[document->n_phases];
    read_occasion (reader, node->kind == YAML_LIST ? node->items[i] : node, phase);
    document->n_phases += date_is_set (phase->from);
  }
  document->phases = phases;
}

void
read_menu_title (RecordReader *reader, const YamlNode *node, gpointer target)
{
  gboolean truth = FALSE;

  if (yaml_is_bool (node, &truth) || (node->kind == YAML_SCALAR && strcmp (node->text, "có") == 0)
      || (node->kind == YAML_SCALAR && strcmp (node->text, "không") == 0)) {
    if (truth || strcmp (node->text, "có") == 0)
      *(const char **) target = "";
  } else
    read_text (reader, node, target);
}

void
read_fee (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  read_text (reader, node, target);
  const char *text = *(const char **) target;
  if (fact_kind_of (text) != FACT_MONEY && text[strspn (text, "0123456789.")] != '\0')
    return;
  g_autofree char *written = fact_written (FACT_MONEY, text);
  *(const char **) target = arena_copy (reader->arena, written);
}

static const Field series_fields[] = {
  { "name", "tên", read_text, G_STRUCT_OFFSET (Series, name), ALWAYS, 0 },
  { "number", "thứ", read_text, G_STRUCT_OFFSET (Series, number), 0, 0 },
};

void
read_series (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Series *series = target;

  if (node->kind == YAML_MAP)
    record_read (reader, series_fields, G_N_ELEMENTS (series_fields), ALWAYS, N_ ("a series"), node,
                 series, NULL);
  else
    read_text (reader, node, &series->name);
}

static const Field cover_fields[] = {
  { "file", "tệp", read_text, G_STRUCT_OFFSET (Cover, file), ALWAYS, 0 },
  { "description", "mô tả", read_text, G_STRUCT_OFFSET (Cover, description), ALWAYS, 0 },
};

void
read_cover (RecordReader *reader, const YamlNode *node, gpointer target)
{
  record_read (reader, cover_fields, G_N_ELEMENTS (cover_fields), ALWAYS, N_ ("a cover picture"),
               node, target, NULL);
}

void
read_waivers (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Document *document = &((FrontMatter *) target)->document;

  if (!record_expect_kind (reader, node, YAML_MAP))
    return;
  Waiver *waivers = arena_alloc (reader->arena, MAX (node->n_items, 1) * sizeof *waivers);
  for (guint i = 0; i < node->n_items; i++) {
    const YamlNode *item = node->items[i];
    const char *reason = NULL;
    read_text (reader, item, &reason);
    if (reason)
      waivers[document->n_waivers++] =
        (Waiver){ arena_copy (reader->arena, item->key), reason, item->key_place };
  }
  document->waivers = waivers;
}

/* The name of a field in a template: no dot, which would be a way into it. */
static gboolean
is_field_name (const char *key)
{
  return *key && strpbrk (key, ".{}#^/&!><=$") == NULL;
}

void
read_extras (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Document *document = &((FrontMatter *) target)->document;

  if (!record_expect_kind (reader, node, YAML_MAP))
    return;
  Extra *extras = arena_alloc (reader->arena, MAX (node->n_items, 1) * sizeof *extras);
  for (guint i = 0; i < node->n_items; i++) {
    const YamlNode *item = node->items[i];
    g_autofree char *name = g_strdelimit (g_strdup (item->key), " ", '_');
    Extra extra = { g_intern_string (name), NULL, item->kind == YAML_LIST };
    if (!is_field_name (item->key)) {
      report_error (reader->report, reader->source, item->key_place,
                    _ ("write a name of letters, digits and spaces"),
                    _ ("“%s” cannot be the name of a field in a template"), item->key);
      continue;
    }
    read_texts (reader, item, &extra.texts);
    if (extra.texts)
      extras[document->n_extras++] = extra;
  }
  document->extras = extras;
}

gboolean
broadcast_key_is_text (const char *key)
{
  const Field *field = record_field (broadcast_fields, G_N_ELEMENTS (broadcast_fields), key);
  return field && field->read == read_text;
}
