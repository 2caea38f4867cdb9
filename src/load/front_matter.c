/* SPDX-License-Identifier: MIT */
#include "load/front_matter.h"

#include "base/i18n.h"
#include "base/suggest.h"
#include "load/approval.h"
#include "load/facts.h"
#include "load/matter_values.h"
#include "load/official.h"
#include "load/plain_lines.h"
#include "load/record.h"
#include "model/document_facts.h"
#include "model/product.h"
#include "text/fold.h"
#include "text/language.h"

#include <string.h>

static const ValueWord kind_words[] = {
  { "bulletin", "bản tin", KIND_BULLETIN },
  { "guide", "hướng dẫn", KIND_GUIDE },
  { "letter", "công văn", KIND_LETTER },
  { "checklist", "biểu theo dõi", KIND_CHECKLIST },
  { "page", "trang", KIND_PAGE },
  { "programme", "chương trình phát thanh", KIND_PROGRAMME },
  { "question", "hỏi đáp", KIND_QUESTION },
  { "notice", "thông báo", KIND_NOTICE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kind_words) == N_KINDS);

/* “loại: quyết định” is a letter with that name. */
static gboolean
is_type (const YamlNode *node)
{
  return node->kind == YAML_SCALAR && official_kind_find (node->text)->word;
}

/* DocumentKind */
static void
read_kind (RecordReader *reader, const YamlNode *node, gpointer target)
{
  guint64 value;
  gboolean is_word =
    node->kind == YAML_SCALAR
    && value_word_match (node->text, kind_words, G_N_ELEMENTS (kind_words), &value);

  if (!is_word && is_type (node))
    *(DocumentKind *) target = KIND_LETTER;
  else if (value_word_read (reader, node, kind_words, G_N_ELEMENTS (kind_words), &value))
    *(DocumentKind *) target = value;
}

#define BIT(kind) (1u << (kind))
#define LETTER    BIT (KIND_LETTER)
#define CHECKLIST BIT (KIND_CHECKLIST)
#define NOTICE    BIT (KIND_NOTICE)
#define SPOKEN    (BIT (KIND_BULLETIN) | BIT (KIND_GUIDE) | BIT (KIND_PROGRAMME) | NOTICE)
#define UNKNOWN   BIT (N_KINDS) /* of a document whose kind cannot be read */
#define DOC(name) G_STRUCT_OFFSET (FrontMatter, document.name)
#define OUR(name) G_STRUCT_OFFSET (FrontMatter, name)

enum {
  F_KIND,
  F_TYPE,
  F_TITLE,
  F_OFFICE,
  F_DATE,
  F_NUMBER,
  F_SYMBOL,
  F_MANUAL,
  F_TRANSLATION,
  F_REPLACES,
  F_PUBLISH,
  F_EXPIRES,
  F_DISTRIBUTE,
  F_OUTPUTS,
  F_SUBJECT,
  F_PRINT,
  F_CAMPAIGN,
  F_CO_ISSUER,
  F_COVER,
  F_TO,
  F_WIRE_TO,
  F_INVITED,
  F_SIGNER,
  F_COPIES,
  F_JOINT,
  F_COPY_MARK,
  F_EVENT,
  F_ROUNDS,
  F_URGENT,
  F_OLD_ADDRESSES,
};

static const Field fields[] = {
  [F_KIND] = { "kind", "loại", read_kind, DOC (kind), ALWAYS, 0 },
  [F_TYPE] = { "type", "tên loại", read_text, DOC (type), 0, LETTER | UNKNOWN },
  [F_TITLE] = { "title", "tiêu đề", read_text, DOC (title), ALWAYS & ~(LETTER | UNKNOWN), 0 },
  [F_OFFICE] = { "office", "cơ quan", read_text, OUR (office_id), 0, 0 },
  [F_DATE] = { "date", "ngày", read_letter_date, 0, BIT (KIND_BULLETIN) | BIT (KIND_PROGRAMME), 0 },
  [F_NUMBER] = { "number", "số", read_number, 0, 0, LETTER | UNKNOWN },
  [F_SYMBOL] = { "symbol", "ký hiệu", read_symbol, DOC (symbol), 0, LETTER | UNKNOWN },
  [F_MANUAL] = { "manual", "tài liệu", read_manual, 0, 0, 0 },
  [F_TRANSLATION] = { "translation_of", "bản dịch của", read_text, OUR (translation_of), 0, 0 },
  [F_REPLACES] = { "replaces", "thay thế", read_text, OUR (replaces), 0, 0 },
  [F_PUBLISH] = { "publish", "đăng từ", read_moment, DOC (publish), 0, 0 },
  [F_EXPIRES] = { "expires", "hết hạn", read_end, DOC (expires), 0, 0 },
  [F_DISTRIBUTE] = { "distribute", "phát hành đến", read_texts, DOC (distribute), 0, 0 },
  [F_OUTPUTS] = { "outputs", "đầu ra", read_outputs, 0, 0, 0 },
  [F_SUBJECT] = { "subject", "trích yếu", read_text, DOC (subject), 0, LETTER | UNKNOWN },
  [F_PRINT] = { "print", "in ấn", read_print_options, DOC (print_options), 0, 0 },
  [F_CAMPAIGN] = { "campaign", "chiến dịch", read_text, OUR (campaign_id), 0, 0 },
  [F_CO_ISSUER] = { "co_issuer", "cùng phát hành", read_text, OUR (co_issuer_id), 0, 0 },
  [F_COVER] = { "cover", "ảnh bìa", read_cover, DOC (cover), 0, 0 },
  [F_TO] = { "to", "kính gửi", read_addressees, DOC (to), 0, LETTER | UNKNOWN },
  [F_WIRE_TO] = { "wire_to", "điện", read_addressees, DOC (to), 0, LETTER | UNKNOWN },
  [F_INVITED] = { "invited", "kính mời", read_addressees, DOC (to), 0, LETTER | UNKNOWN },
  [F_SIGNER] = { "signer", "người ký", read_signers, 0, 0, LETTER | UNKNOWN },
  [F_COPIES] = { "copies", "nơi nhận", read_addressees, DOC (copies), 0, LETTER | UNKNOWN },
  [F_JOINT] = { "jointly_with", "cùng ban hành", read_texts, OUR (joint_ids), 0, LETTER | UNKNOWN },
  [F_COPY_MARK] = { "copy_mark", "bản sao", read_copy_mark, 0, 0, LETTER | UNKNOWN },
  [F_EVENT] = { "event", "diễn ra", read_event, 0, 0, NOTICE | UNKNOWN },
  [F_ROUNDS] = { "rounds", "đợt", read_rounds, 0, 0, ~NOTICE },
  [F_URGENT] = { "urgent", "khẩn", read_bool, DOC (is_urgent), 0, 0 },
  [F_OLD_ADDRESSES] = { "old_addresses", "đường dẫn cũ", read_texts, DOC (old_addresses), 0, 0 },
  { "menu", "thực đơn", read_menu_title, DOC (menu), 0, 0 },
  { "areas", "khu vực", read_texts, DOC (details.areas), 0, 0 },
  { "summary", "tóm tắt", read_text, DOC (summary), 0, 0 },
  { "slogan", "khẩu hiệu", read_text, DOC (slogan), 0, 0 },
  { "poster_title", "tiêu đề áp phích", read_text, DOC (poster_title), 0, 0 },
  { "needs", "bạn cần có", read_texts, DOC (details.needs), 0, 0 },
  { "duration", "mất bao lâu", read_text, DOC (details.duration), 0, 0 },
  { "fee", "lệ phí", read_fee, DOC (details.fee), 0, 0 },
  { "where", "ở đâu", read_text, DOC (details.where), 0, 0 },
  { "who", "ai làm được", read_text, DOC (details.who), 0, 0 },
  { "hours", "giờ làm việc", read_text, DOC (details.hours), 0, 0 },
  { "help_points", "điểm hỗ trợ", read_texts, DOC (details.help_points), 0, 0 },
  { "contacts", "liên hệ", read_texts, DOC (details.contacts), 0, 0 },
  { "series", "loạt bài", read_series, DOC (series), 0, 0 },
  { "keywords", "từ khóa", read_texts, DOC (keywords), 0, 0 },
  { "issuer", "người ban hành", read_text, DOC (issuer), 0, LETTER | UNKNOWN },
  { "attached_to", "kèm theo", read_text, DOC (attached_to), 0, LETTER | UNKNOWN },
  { "urgency", "độ khẩn", read_urgency, DOC (urgency), 0, LETTER | UNKNOWN },
  { "secrecy", "độ mật", refuse_mark, 0, 0, 0 },
  { "circulation", "phạm vi lưu hành", refuse_mark, 0, 0, 0 },
  { "digital_signature", "chữ ký số", read_bool, DOC (is_signed_digitally), 0, LETTER | UNKNOWN },
  { "contents", "mục lục", read_bool, DOC (has_contents), 0, LETTER | UNKNOWN },
  { "size", "cỡ chữ", read_size, DOC (size), 0, LETTER | UNKNOWN },
  { "deadline", "hạn", read_date, DOC (deadline), 0, CHECKLIST | UNKNOWN },
  { "attachments", "đính kèm", read_attachments, 0, 0, 0 },
  { "broadcast", "phát thanh", read_broadcast, DOC (broadcast), 0, SPOKEN | UNKNOWN },
  { "lang", "ngôn ngữ", read_lang, DOC (lang), 0, 0 },
  { "review_by", "rà soát", read_date, DOC (review_by), 0, 0 },
  { "draft", "nháp", read_bool, DOC (is_draft), 0, 0 },
  { "sample", "mẫu", read_bool, DOC (is_sample), 0, 0 },
  { "waive", "bỏ qua", read_waivers, 0, 0, 0 },
  { "extra", "thêm", read_extras, 0, 0, 0 },
  { "approved", "duyệt", read_approval, DOC (approval), 0, 0 },
};

/* What happens is one thing in a notice, and may be several elsewhere. */
static const char *
other_way (const char *key)
{
  static const guint pairs[][2] = { { F_EVENT, F_ROUNDS }, { F_ROUNDS, F_EVENT } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    const Field *field = &fields[pairs[i][0]], *other = &fields[pairs[i][1]];
    if (strcmp (key, field->english) == 0)
      return other->english;
    if (strcmp (key, field->vietnamese) == 0)
      return other->vietnamese;
  }
  return NULL;
}

/* Texts that are said; the rest of a document is the same for all. */
static gboolean
may_name_office (const char *within, const char *key)
{
  const Field *outer = record_field (fields, G_N_ELEMENTS (fields), within ? within : key);

  if (outer == NULL)
    return FALSE;
  if (within)
    return outer->read == read_broadcast && broadcast_key_is_text (key);
  gsize details = DOC (details);
  return (outer->offset >= details && outer->offset < details + sizeof (Details))
         || (outer->offset >= DOC (title) && document_is_voiced (outer->offset - DOC (arena)));
}

/* Keys of lines of running text, in which “:” and “#” are what they are in any sentence. */
static const char *const text_keys[] = {
  "title",    "tiêu đề",        "summary",     "tóm tắt",  "subject", "trích yếu",  "issuer",
  "kèm theo", "người ban hành", "to",          "kính gửi", "copies",  "nơi nhận",   "attached_to",
  "wire_to",  "điện",           "invited",     "kính mời", "needs",   "bạn cần có", "help_points",
  "contacts", "liên hệ",        "điểm hỗ trợ", NULL,
};

static const char *const kind_names[] = {
  [KIND_BULLETIN] = N_ ("a bulletin"), [KIND_GUIDE] = N_ ("a guide"),
  [KIND_LETTER] = N_ ("a letter"),     [KIND_CHECKLIST] = N_ ("a checklist"),
  [KIND_PAGE] = N_ ("a page"),         [KIND_PROGRAMME] = N_ ("a programme"),
  [KIND_QUESTION] = N_ ("a question"), [KIND_NOTICE] = N_ ("a notice"),
};

/* The end of the line at `text` if it is a fence: ---, and perhaps spaces; else NULL. */
static const char *
fence_end (const char *text)
{
  if (!g_str_has_prefix (text, "---"))
    return NULL;
  const char *end = text + 3 + strspn (text + 3, " \t");
  return *end == '\n' || *end == '\0' ? end : NULL;
}

/* Where the front matter starts and ends, and the body after it; FALSE after reporting. */
static gboolean
find_fences (const Source *source, gsize *start, gsize *length, gsize *body, Report *report)
{
  const char *text = source->text;

  if (source->length == 0) {
    report_error (report, source, (Place){ 0, 0 },
                  _ ("start with --- on a line, then “loại: bản tin” and “tiêu đề: …”, then ---"),
                  _ ("the file is empty"));
    return FALSE;
  }
  const char *first = fence_end (text);
  if (first == NULL) {
    report_error (report, source, (Place){ 1, 1 },
                  _ ("start with --- on a line, then “loại: bản tin” and “tiêu đề: …”, then ---"),
                  _ ("the document does not start with its front matter"));
    return FALSE;
  }
  const char *last = strstr (first, "\n---");
  while (last && fence_end (last + 1) == NULL)
    last = strstr (last + 1, "\n---");
  if (last == NULL) {
    report_error (report, source, (Place){ 1, 1 },
                  _ ("write --- on a line of its own before the text"),
                  _ ("the front matter that starts here does not end"));
    return FALSE;
  }
  *start = first + 1 - text;
  *length = last - first;
  *body = MIN ((gsize) (fence_end (last + 1) + 1 - text), source->length);
  return TRUE;
}

/* What happens on a day is over after it. */
static void
resolve_event (Document *document)
{
  Date last = { 0, 0, 0 };

  for (guint i = 0; i < document->n_phases; i++)
    if (date_compare (phase_last_day (&document->phases[i]), last) > 0)
      last = phase_last_day (&document->phases[i]);
  if (document->kind != KIND_NOTICE || document->expires != MOMENT_NONE || !date_is_set (last))
    return;
  document->expires = moment_after_date (last);
  document->expires_after_event = TRUE;
}

static void
check_times (RecordReader *reader, const Document *document, const Place *places)
{
  if (document->publish != MOMENT_NONE && document->expires != MOMENT_NONE
      && document->expires <= document->publish)
    report_error (reader->report, reader->source, places[F_EXPIRES], NULL,
                  _ ("this document expires before it is published"));
  if (document->is_urgent && document->expires == MOMENT_NONE)
    report_error (reader->report, reader->source, places[F_URGENT],
                  _ ("write until when, with an hour or without: “hết hạn: 28/11/2026 18:00”"),
                  _ ("what is urgent is so until “expires” (“hết hạn”), or it would stand on every "
                     "page for ever"));
  if (document->expires == MOMENT_NONE)
    return;
  Date last = date_of_moment (document->expires - 1);
  if (date_is_set (document->date) && date_compare (last, document->date) < 0)
    report_warning (reader->report, reader->source, places[F_EXPIRES], _ ("correct one of them"),
                    _ ("this document expires before the day it is dated"));
  if (date_compare (last, broadcast_last_day (&document->broadcast)) < 0)
    report_warning (reader->report, reader->source, places[F_EXPIRES], _ ("correct one of them"),
                    _ ("this document expires while it is still broadcast"));
  for (guint i = 0; document->kind == KIND_NOTICE && i < document->n_phases; i++)
    if (date_compare (last, phase_last_day (&document->phases[i])) < 0) {
      report_warning (reader->report, reader->source, places[F_EXPIRES],
                      _ ("leave “expires” (“hết hạn”) out: it ends with the event"),
                      _ ("this document expires before what it tells of is over"));
      break;
    }
}

static void
check_products (RecordReader *reader, const Document *document, const Place *places)
{
  for (const Product *product = document_next_product (document, NULL); product;
       product = document_next_product (document, product))
    if (product->only_for && !(product->only_for & BIT (document->kind)))
      report_error (reader->report, reader->source, places[F_OUTPUTS], NULL, "%s",
                    _ (product->only_fault));
}

static const char *const no_texts[] = { NULL };

/* “Quyết định về việc …”: within a line a subject does not begin with a capital that only its own
 * line gave it. */
static const char *
title_of (Arena *arena, const Document *document)
{
  static const char *const openings[] = { "Về việc ", "Ban hành ", "Phê duyệt " };
  const char *subject = document->subject;

  if (document->official == NULL || document->official->heading == HEADING_SUBJECT)
    return subject;
  g_autofree char *word = text_capitalise (document->type ? document->type : "về việc");
  gboolean is_marked = fact_is_marked (subject);
  subject += is_marked;
  char *title = arena_printf (arena, "%s%s %s", is_marked ? FACT_MARK : "", word, subject);
  char *first = title + strlen (title) - strlen (subject);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (subject, openings[i]))
      *first = g_ascii_tolower (*first);
  return title;
}

/* A subject on a line of its own begins with a capital, wherever it is shown; behind “V/v” it does
 * not. */
static void
resolve_subject (Arena *arena, Document *document)
{
  if (document->official == NULL || document->official->heading == HEADING_ABOUT
      || document->subject == NULL)
    return;
  gboolean is_marked = fact_is_marked (document->subject);
  const char *written = document->subject + is_marked;
  g_autofree char *subject = text_capitalise (written);
  document->subject_begins_small = strcmp (subject, written) != 0;
  document->subject = arena_printf (arena, "%s%s", is_marked ? FACT_MARK : "", subject);
}

/* An option that no sheet of the document takes does nothing. */
static void
check_print_options (RecordReader *reader, const Document *document, const Place *places)
{
  guint taken = 0;

  for (const Product *product = document_next_product (document, NULL); product;
       product = document_next_product (document, product))
    taken |= product->print_options;
  for (guint i = 0; i < N_PRINT_OPTIONS; i++) {
    if (!(document->print_options & ~taken & 1u << i))
      continue;
    const Spelling *word = print_option_word (i);
    report_warning (reader->report, reader->source, places[F_PRINT],
                    _ ("leave it out, or add a sheet that takes it to “outputs” (“đầu ra”)"),
                    _ ("no sheet of this document takes “%s” (“%s”)"), word->english,
                    word->vietnamese);
  }
}

static void
resolve_defaults (RecordReader *reader, FrontMatter *matter)
{
  Document *document = &matter->document;

  if (document->lang == NULL)
    document->lang = "vi";
  document->chooses_products = document->products != 0;
  if (document->products == 0 && !matter->makes_nothing)
    document->products =
      products_usual (document->kind, document->distribute != NULL, document->lang);
  if (document->menu && *document->menu == '\0')
    document->menu = document->title;
  if (document->title == NULL && document->subject) {
    document->title = title_of (reader->arena, document);
  } else if (document->title == NULL && document->type) {
    g_autofree char *word = text_capitalise (document->type);
    document->title = arena_copy (reader->arena, word);
  }
  g_autofree char *slug = document->title ? text_slug (document->title) : NULL;
  document->title_slug = arena_copy (reader->arena, slug);
  resolve_subject (reader->arena, document);
  const char *const **lists[] = { &document->to,
                                  &document->copies,
                                  &document->distribute,
                                  &document->signer.authority,
                                  &document->copy_mark.copies,
                                  &document->copy_mark.signer.authority,
                                  &document->broadcast.times,
                                  &document->details.needs,
                                  &document->details.help_points,
                                  &document->details.contacts,
                                  &document->details.areas,
                                  &document->old_addresses,
                                  &document->keywords };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (*lists[i] == NULL)
      *lists[i] = no_texts;
}

/* “loại: quyết định” says both what it is and its name. */
static void
resolve_type (RecordReader *reader, const YamlNode *kind, FrontMatter *matter, const Place *places)
{
  guint64 value;
  Document *document = &matter->document;

  if (value_word_match (kind->text, kind_words, G_N_ELEMENTS (kind_words), &value)
      && value == document->kind)
    return;
  g_autofree char *type = g_utf8_strdown (kind->text, -1);
  if (document->type && strcmp (document->type, type) != 0)
    report_error (reader->report, reader->source, places[F_TYPE], _ ("keep one of them"),
                  _ ("this is “%s” by its kind, and “%s” by its type"), kind->text, document->type);
  document->type = arena_copy (reader->arena, type);
}

static void
resolve_official (RecordReader *reader, FrontMatter *matter, const Place *places,
                  const YamlNode *map)
{
  static const guint addressees[] = { F_TO, F_WIRE_TO, F_INVITED };
  const Place *to = &places[F_TO];

  for (guint i = 0; i < G_N_ELEMENTS (addressees); i++)
    if (places[addressees[i]].line > 0)
      to = &places[addressees[i]];
  OfficialPlaces official = { .matter = map,
                              .number = places[F_NUMBER],
                              .symbol = places[F_SYMBOL],
                              .date = places[F_DATE],
                              .subject = places[F_SUBJECT],
                              .to = *to,
                              .signer = places[F_SIGNER],
                              .copies = places[F_COPIES],
                              .outputs = places[F_OUTPUTS] };
  official_resolve (reader, matter, &official);
}

/* Where what is looked at later stands. */
static void
note_places (FrontMatter *matter, const Place *places)
{
  matter->office_place = places[F_OFFICE];
  matter->joint_place = places[F_JOINT];
  matter->copy_place = places[F_COPY_MARK];
  matter->distribute_place = places[F_DISTRIBUTE];
  matter->date_place = places[F_DATE];
  matter->manual_place = places[F_MANUAL];
  matter->translation_place = places[F_TRANSLATION];
  matter->replaces_place = places[F_REPLACES];
  matter->old_addresses_place = places[F_OLD_ADDRESSES];
}

/* TRUE when a key stands in `map` that only letters have. */
static gboolean
has_key_of_letter (const YamlNode *map)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].allowed == (LETTER | UNKNOWN) && record_find (map, &fields[i]))
      return TRUE;
  return FALSE;
}

/* The kind `map` names, or N_KINDS. “Thông báo” is also a name of letters: a paper with a number
 * and a signature is one, what the neighbourhood is told is not. */
static DocumentKind
kind_of (const YamlNode *map)
{
  const YamlNode *node = record_find (map, &fields[F_KIND]);
  guint64 value;

  if (node == NULL || node->kind != YAML_SCALAR)
    return N_KINDS;
  if (value_word_match (node->text, kind_words, G_N_ELEMENTS (kind_words), &value)
      && !(value == KIND_NOTICE && is_type (node) && has_key_of_letter (map)))
    return value;
  return is_type (node) ? KIND_LETTER : N_KINDS;
}

/* The campaign the document belongs to, or NULL. */
static const Campaign *
find_campaign (const Site *site, RecordReader *reader, const YamlNode *map)
{
  const YamlNode *node = record_find (map, &fields[F_CAMPAIGN]);
  const char *id = node && node->kind == YAML_SCALAR ? node->text : NULL;
  const Campaign *campaign = site_campaign (site, id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (campaign || id == NULL)
    return campaign;
  for (guint i = 0; i < site->campaigns->len; i++)
    g_ptr_array_add (ids, (char *) ((const Campaign *) site->campaigns->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  const char *nearest = suggest_word (id, (const char *const *) ids->pdata);
  g_autofree char *advice = nearest ? g_strdup_printf (_ ("did you mean “%s”?"), nearest)
                                    : g_strdup_printf (_ ("write content/chien-dich/%s.yaml"), id);
  report_error (reader->report, reader->source, node->place, advice,
                _ ("there is no campaign “%s”"), id);
  return NULL;
}

/* The values that documents share take their places before anything is read. */
static void
fill_values (const Site *site, RecordReader *reader, YamlNode *map, Document *document)
{
  if (site == NULL)
    return;
  document->campaign = find_campaign (site, reader, map);
  const FactScope scope = { site, document->campaign, NULL };
  facts_fill_matter (map, reader->source, &scope, may_name_office, reader->report);
}

/* Nothing says in which language it is: then it is Vietnamese, and among what is. */
static void
check_language (const Source *source, gsize body, Report *report)
{
  const char *text = source->text + body;
  gsize blank = strspn (text, " \n");

  if (text_is_foreign (text, source->length - body))
    report_warning (report, source, source_place (source, body + blank),
                    _ ("write “ngôn ngữ: en” above it, or the code of what it is in"),
                    _ ("this text is in another language, and stands among the Vietnamese ones"));
}

FrontMatter *
front_matter_read (const Site *site, const Source *source, Report *report)
{
  g_autoptr (Arena) arena = arena_new ();
  FrontMatter *matter = arena_alloc (arena, sizeof *matter);
  Document *document = &matter->document;
  RecordReader reader = { source, arena, report, other_way };
  Place places[G_N_ELEMENTS (fields)] = { { 0, 0 } };
  gsize start, length, body;

  if (!find_fences (source, &start, &length, &body, report))
    return NULL;
  g_autoptr (GString) typed = plain_lines_quote (source->text + start, length, text_keys);
  g_autoptr (YamlNode) map = yaml_parse_text (source, typed->str, typed->len, 2, report);
  if (map == NULL || !record_expect_kind (&reader, map, YAML_MAP))
    return NULL;

  fill_values (site, &reader, map, document);
  /* The kind decides which keys may stand beside it. */
  const YamlNode *kind = record_find (map, &fields[F_KIND]);
  DocumentKind settled = document->kind = kind_of (map);
  gboolean is_known = document->kind != N_KINDS;
  document->publish = document->expires = MOMENT_NONE;
  record_read (&reader, fields, G_N_ELEMENTS (fields), BIT (document->kind),
               is_known ? kind_names[document->kind] : N_ ("a document"), map, matter, places);
  if (!is_known)
    return NULL;
  document->kind = settled;
  resolve_event (document);
  resolve_type (&reader, kind, matter, places);
  resolve_official (&reader, matter, places, map);
  check_times (&reader, document, places);
  check_products (&reader, document, places);
  gboolean is_language_known = document->lang != NULL;
  resolve_defaults (&reader, matter);
  check_print_options (&reader, document, places);
  note_places (matter, places);
  matter->cover_place = places[F_COVER];
  matter->co_issuer_place = places[F_CO_ISSUER];
  approval_check (&document->approval, source, report);
  if (!is_language_known)
    check_language (source, body, report);
  document->digest = digest_of (source->text, source->length);
  document->matter_digest = digest_of (source->text, body);
  document->body_offset = body;
  document->length = source->length;
  document->body_line = source_place (source, body).line;
  document->arena = g_steal_pointer (&arena);
  return matter;
}

/* --- for those who write documents --- */

/* Of the same letters when marks, capitals and what stands between words are not looked at. */
static gboolean
is_spelt (const char *slug, const char *word)
{
  g_autofree char *known = text_slug (word);
  return strcmp (slug, known) == 0;
}

gboolean
front_matter_kind (const char *word, FrontMatterKind *kind)
{
  g_autofree char *slug = text_slug (word);

  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++) {
    kind->kind = kind_words[i].value;
    kind->is_english = is_spelt (slug, kind_words[i].english);
    kind->word = kind->is_english ? kind_words[i].english : kind_words[i].vietnamese;
    if (is_spelt (slug, kind->word))
      return TRUE;
  }
  for (const OfficialKind *official = official_kind_next (NULL); official;
       official = official_kind_next (official))
    if (is_spelt (slug, official->word)) {
      *kind = (FrontMatterKind){ KIND_LETTER, official->word, FALSE };
      return TRUE;
    }
  return FALSE;
}

const char *
front_matter_kind_word (DocumentKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (kind_words[i].value == kind)
      return kind_words[i].vietnamese;
  g_assert_not_reached ();
}

gboolean
front_matter_key (DocumentKind kind, guint index, FrontMatterKey *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const Field *field = &fields[i];
    gboolean is_allowed = field->allowed == 0 || (field->allowed & BIT (kind));
    if (!is_allowed || field->read == refuse_mark || index-- > 0)
      continue;
    *key = (FrontMatterKey){ field->english, field->vietnamese };
    return TRUE;
  }
  return FALSE;
}
