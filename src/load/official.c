/* SPDX-License-Identifier: MIT */
#include "load/official.h"

#include "base/i18n.h"
#include "model/product.h"
#include "model/symbol.h"

#include <string.h>

/* --- readers --- */

void
read_size (RecordReader *reader, const YamlNode *node, gpointer target)
{
  if (!record_expect_text (reader, node))
    return;
  if (strcmp (node->text, "13") == 0 || strcmp (node->text, "14") == 0)
    *(guint *) target = node->text[1] - '0' + 10;
  else
    report_error (reader->report, reader->source, node->place, _ ("write 13 or 14"),
                  _ ("“%s” is not a size the text of a letter may have"), node->text);
}

/* Behind “chờ” (“pending”) at the start of `text`, or NULL. */
static const char *
behind_pending (const char *text)
{
  static const char *const words[] = { "chờ", "pending" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  return NULL;
}

void
read_number (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Document *document = target;
  g_autofree char *number = NULL;
  g_autofree char *symbol = NULL;

  if (!record_expect_text (reader, node))
    return;
  const char *rest = behind_pending (node->text);
  if (rest && (*rest == '\0' || ((*rest == '/' || *rest == '-') && symbol_is_symbol (rest + 1)))) {
    document->number_waits = TRUE;
    if (*rest)
      document->symbol = arena_copy (reader->arena, rest + 1);
  } else if (symbol_is_number (node->text) || symbol_split (node->text, &number, &symbol))
    read_text (reader, node, &document->number);
  else
    report_error (reader->report, reader->source, node->place,
                  _ ("write 4907, or 4907/UBND-NC; “chờ” while it has none"),
                  _ ("“%s” cannot be the number of a document"), node->text);
}

void
read_symbol (RecordReader *reader, const YamlNode *node, gpointer target)
{
  g_autofree char *number = NULL;
  g_autofree char *symbol = NULL;

  if (!record_expect_text (reader, node))
    return;
  if (symbol_split (node->text, &number, &symbol) || symbol_is_symbol (node->text))
    read_text (reader, node, target);
  else
    report_error (reader->report, reader->source, node->place,
                  _ ("write capitals with “-” or “/” between, without spaces: UBND-NC"),
                  _ ("“%s” cannot be the symbol of a document"), node->text);
}

void
read_letter_date (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Document *document = target;
  const char *rest = node->kind == YAML_SCALAR ? behind_pending (node->text) : NULL;

  document->date_waits = rest && *rest == '\0';
  if (!document->date_waits)
    read_date (reader, node, &document->date);
}

/* What stands behind the comma in the name of a body: “Sở Văn hóa, Thể thao và Du lịch”, “Phòng
 * Kinh tế, Hạ tầng và Đô thị”. */
static gboolean
is_second_part (const char *name)
{
  static const char *const parts[] = { "Thể thao ", "Thương binh ", "Hạ tầng " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (name, parts[i]))
      return TRUE;
  return FALSE;
}

/* TRUE when the item is rather the end of the one before it, a comma in a list on one line being
 * what parts the items: “các xã, phường”, “Sở Văn hóa, Thể thao và Du lịch”. */
static gboolean
is_rest_of (const YamlNode *item, const YamlNode *before)
{
  if (item->kind != YAML_SCALAR || before->kind != YAML_SCALAR || item->is_quoted
      || before->is_quoted || item->place.line != before->place.line)
    return FALSE;
  return g_unichar_islower (g_utf8_get_char (item->text)) || is_second_part (item->text);
}

void
read_addressees (RecordReader *reader, const YamlNode *node, gpointer target)
{
  read_texts (reader, node, target);
  for (guint i = 1; node->kind == YAML_LIST && i < node->n_items; i++) {
    const YamlNode *item = node->items[i], *before = node->items[i - 1];
    if (!is_rest_of (item, before))
      continue;
    g_autofree char *advice = g_strdup_printf (
      _ ("if they are one, write it in quotation marks: \"%s, %s\""), before->text, item->text);
    report_warning (reader->report, reader->source, item->place, advice,
                    _ ("“%s” stands in a line of its own"), item->text);
  }
}

static const Field signer_fields[] = {
  { "authority", "quyền hạn", read_texts, G_STRUCT_OFFSET (Signer, authority), 0, 0 },
  { "title", "chức vụ", read_text, G_STRUCT_OFFSET (Signer, title), ALWAYS, 0 },
  { "name", "họ tên", read_text, G_STRUCT_OFFSET (Signer, name), 0, 0 },
};

static const char *const none[] = { NULL };

static void
read_signer (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Signer *signer = target;

  record_read (reader, signer_fields, G_N_ELEMENTS (signer_fields), ALWAYS, N_ ("a signer"), node,
               target, NULL);
  if (signer->authority == NULL)
    signer->authority = none;
}

void
read_signers (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Document *document = target;
  guint n = node->kind == YAML_LIST ? node->n_items : 1;

  record_expect_items (reader, node, n);
  if (n == 0)
    return;
  Signer *signers = arena_alloc (reader->arena, n * sizeof *signers);
  for (guint i = 0; i < n; i++)
    read_signer (reader, node->kind == YAML_LIST ? node->items[i] : node, &signers[i]);
  document->signers = signers;
  document->n_signers = n;
  document->signer = signers[n - 1];
}

typedef struct {
  const char *english, *vietnamese, *printed;
} Mark;

/* What stands in capitals on paper; other words are reported with those that may stand. */
static void
read_mark (RecordReader *reader, const YamlNode *node, const Mark *marks, guint n,
           const char **target)
{
  g_autoptr (GString) all = g_string_new (NULL);

  if (!record_expect_text (reader, node))
    return;
  g_autofree char *small = g_utf8_strdown (node->text, -1);
  for (guint i = 0; i < n; i++) {
    if (strcmp (small, marks[i].english) == 0 || strcmp (small, marks[i].vietnamese) == 0) {
      *target = marks[i].printed;
      return;
    }
    g_string_append_printf (all, "%s%s, %s", i ? ", " : "", marks[i].english, marks[i].vietnamese);
  }
  g_autofree char *advice = g_strdup_printf (_ ("write one of: %s"), all->str);
  report_error (reader->report, reader->source, node->place, advice, _ ("“%s” is not allowed here"),
                node->text);
}

void
read_urgency (RecordReader *reader, const YamlNode *node, gpointer target)
{
  static const Mark marks[] = {
    { "urgent", "khẩn", "KHẨN" },
    { "very urgent", "thượng khẩn", "THƯỢNG KHẨN" },
    { "express", "hỏa tốc", "HỎA TỐC" },
  };
  read_mark (reader, node, marks, G_N_ELEMENTS (marks), target);
}

void
refuse_mark (RecordReader *reader, const YamlNode *node, G_GNUC_UNUSED gpointer target)
{
  report_error (reader->report, reader->source, node->key_place,
                _ ("take the file out of this folder; it belongs on the system for such documents"),
                _ ("a document that is not for everybody must not be held here"));
}

typedef struct {
  CopyMark mark;
  const char *office_id;
} RawCopyMark;

static void
read_form (RecordReader *reader, const YamlNode *node, gpointer target)
{
  static const Mark marks[] = {
    { "true copy", "sao y", "SAO Y" },
    { "copy of a copy", "sao lục", "SAO LỤC" },
    { "extract", "trích sao", "TRÍCH SAO" },
  };
  read_mark (reader, node, marks, G_N_ELEMENTS (marks), target);
}

/* The annexes have it in two ways: who writes as ISO 8601 does gets it so. */
static void
read_signing_time (RecordReader *reader, const YamlNode *node, gpointer target)
{
  Moment moment = MOMENT_NONE;

  read_moment (reader, node, &moment);
  if (moment == MOMENT_NONE)
    return;
  g_autofree char *time = strchr (node->text, 'T') ? moment_iso (moment) : moment_official (moment);
  *(const char **) target = arena_copy (reader->arena, time);
}

static const Field copy_fields[] = {
  { "form", "hình thức", read_form, G_STRUCT_OFFSET (RawCopyMark, mark.form), ALWAYS, 0 },
  { "office", "cơ quan", read_text, G_STRUCT_OFFSET (RawCopyMark, office_id), 0, 0 },
  { "number", "số", read_text, G_STRUCT_OFFSET (RawCopyMark, mark.number), 0, 0 },
  { "date", "ngày", read_date, G_STRUCT_OFFSET (RawCopyMark, mark.date), 0, 0 },
  { "time", "thời gian ký", read_signing_time, G_STRUCT_OFFSET (RawCopyMark, mark.signed_at), 0,
    0 },
  { "copies", "nơi nhận", read_texts, G_STRUCT_OFFSET (RawCopyMark, mark.copies), 0, 0 },
  { "signer", "người ký", read_signer, G_STRUCT_OFFSET (RawCopyMark, mark.signer), 0, 0 },
};

/* A copy on paper has a number, a date and a signature below; an electronic one the time it was
 * signed, above. */
static void
check_copy_mark (RecordReader *reader, const YamlNode *node, const CopyMark *mark)
{
  gboolean is_whole = mark->number && date_is_set (mark->date) && mark->signer.title;

  if (!is_whole && mark->signed_at == NULL)
    report_error (
      reader->report, reader->source, node->place,
      _ ("write “số”, “ngày” and “người ký” of a copy on paper, or “thời gian ký” of an "
         "electronic one"),
      _ ("this copy does not say who attests it, and when"));
}

void
read_copy_mark (RecordReader *reader, const YamlNode *node, gpointer target)
{
  FrontMatter *matter = target;
  RawCopyMark raw = { .mark = { .copies = none } };

  raw.mark.signer.authority = none;
  if (!record_read (reader, copy_fields, G_N_ELEMENTS (copy_fields), ALWAYS, N_ ("a copy"), node,
                    &raw, NULL))
    return;
  check_copy_mark (reader, node, &raw.mark);
  matter->document.copy_mark = raw.mark;
  matter->copy_office_id = raw.office_id;
}

/* --- number and symbol --- */

/* Number and symbol may have been written as one. */
static void
resolve_symbol (RecordReader *reader, Document *document, const OfficialPlaces *places)
{
  g_autofree char *number = NULL;
  g_autofree char *symbol = NULL;
  g_autofree char *number_2 = NULL;
  g_autofree char *symbol_2 = NULL;

  if (document->number && symbol_split (document->number, &number, &symbol))
    document->number = arena_copy (reader->arena, number);
  if (document->symbol && symbol_split (document->symbol, &number_2, &symbol_2))
    document->symbol = arena_copy (reader->arena, symbol_2);
  if (symbol && document->symbol && strcmp (symbol, document->symbol) != 0)
    report_error (reader->report, reader->source, places->symbol, _ ("keep one of them"),
                  _ ("the number ends in “%s”, the symbol is “%s”"), symbol, document->symbol);
  if (number_2 && document->number && strcmp (number_2, document->number) != 0)
    report_error (reader->report, reader->source, places->symbol, _ ("keep one of them"),
                  _ ("the symbol starts with “%s”, the number is “%s”"), number_2,
                  document->number);
  if (symbol && document->symbol == NULL)
    document->symbol = arena_copy (reader->arena, symbol);
  if (number_2 && document->number == NULL && !document->number_waits)
    document->number = arena_copy (reader->arena, number_2);
}

static void
check_symbol (RecordReader *reader, const Document *document, const OfficialPlaces *places)
{
  const OfficialKind *kind = document->official;

  if (kind->is_unnumbered || document->attached_to)
    return;
  if (document->number == NULL && !document->is_draft && !document->number_waits
      && places->number.line == 0)
    report_error (reader->report, reader->source, places->matter->place,
                  _ ("write “số: 4907/UBND-NC”, or “số: chờ” while it has none"),
                  _ ("a letter needs the key “number” (“số”)"));
  if (document->symbol == NULL && places->symbol.line == 0
      && (document->number || document->number_waits))
    report_error (reader->report, reader->source, places->number,
                  _ ("write “số: 4907/UBND-NC”, or add “ký hiệu: UBND-NC”"),
                  _ ("a letter needs the key “symbol” (“ký hiệu”)"));
}

/* 05-NQ/ĐU: a document of the Party, or one of some joint offices. */
static gboolean
is_of_party (const Document *document)
{
  const char *symbol = document->symbol ? document->symbol : "";
  return symbol[strcspn (symbol, "-/")] == '/';
}

/* The first group of a symbol says what the document is: QĐ-UBND. A công văn has none; joint ones
 * may put more behind it (QCPH). */
static void
check_abbreviation (RecordReader *reader, const Document *document, const OfficialPlaces *places)
{
  const char *wanted = document->official->abbreviation;
  Place place = places->symbol.line ? places->symbol : places->number;

  if (document->symbol == NULL || document->official->word == NULL)
    return;
  gsize length = strcspn (document->symbol, "-/");
  if (is_of_party (document))
    return;
  g_autofree char *group = g_strndup (document->symbol, length);
  const OfficialKind *named = official_kind_of_symbol (group, length);
  if (wanted ? g_str_has_prefix (group, wanted) : named == NULL && strcmp (group, "CV") != 0)
    return;
  g_autofree char *advice =
    wanted
      ? g_strdup_printf (_ ("the symbol of this kind begins with “%s-”"), wanted)
      : g_strdup (_ ("the symbol of a công văn is that of the office and of the unit: UBND-VX"));
  if (named)
    report_warning (reader->report, reader->source, place, advice,
                    _ ("“%s” stands for “%s”, but this is “%s”"), group, named->word,
                    document->official->word);
  else
    report_warning (reader->report, reader->source, place, advice,
                    _ ("“%s” does not stand for “%s”"), group, document->official->word);
}

/* --- what the kind asks for --- */

/* What a kind needs, by its key; one without a value is told at the key. */
typedef struct {
  const char *english, *vietnamese;
} Key;

static void
require (RecordReader *reader, const OfficialPlaces *places, gboolean is_there, const Key *key)
{
  if (!is_there)
    record_report_missing (reader, N_ ("a letter"), places->matter, key->english, key->vietnamese);
}

static void
check_required (RecordReader *reader, const Document *document, const OfficialPlaces *places)
{
  static const Key addressees[] = { [ADDRESS_REQUIRED] = { "to", "kính gửi" },
                                    [ADDRESS_WIRE] = { "wire_to", "điện" },
                                    [ADDRESS_INVITES] = { "invited", "kính mời" } };
  static const Key date = { "date", "ngày" }, subject = { "subject", "trích yếu" },
                   signer = { "signer", "người ký" };
  const OfficialKind *kind = document->official;
  gboolean is_attached = document->attached_to != NULL;

  if (addressees[kind->address].english)
    require (reader, places, places->to.line > 0, &addressees[kind->address]);
  require (reader, places,
           places->date.line > 0 || document->date_waits || kind->is_undated || is_attached, &date);
  require (reader, places, places->subject.line > 0 || kind->heading == HEADING_NAME, &subject);
  require (reader, places, places->signer.line > 0 || is_attached, &signer);
}

static void
check_addressees (RecordReader *reader, const Document *document, const OfficialPlaces *places)
{
  if (places->to.line > 0 && document->official->address == ADDRESS_NONE)
    report_warning (reader->report, reader->source, places->to, _ ("write them among “nơi nhận”"),
                    _ ("only công văn, tờ trình and báo cáo to a superior have addressees"));
}

static void
check_signers (RecordReader *reader, const Document *document, const OfficialPlaces *places)
{
  if (document->official->signers == SIGNERS_TWO && document->n_signers == 1)
    report_warning (reader->report, reader->source, places->signer,
                    _ ("write them as a list, from left to right"),
                    _ ("a document of this kind is signed by two or more"));
}

static void
check_recipients (RecordReader *reader, const Document *document, const OfficialPlaces *places)
{
  const char *first = document->official->first_recipient;

  /* Those of the Party have no articles. */
  if (document->official->ordering == NULL || document->attached_to || is_of_party (document)
      || (document->copies && g_str_has_prefix (document->copies[0], first)))
    return;
  report_warning (reader->report, reader->source,
                  places->copies.line ? places->copies : places->matter->place,
                  _ ("write “- Như Điều 3” first: the article on who carries it out"),
                  _ ("the recipients of this kind begin with “Như Điều …”"));
}

/* “V/v” is written before the subject of a letter, which is no sentence (Decree 30/2020, annex I).
 */
static void
check_subject (RecordReader *reader, const Document *document, const OfficialPlaces *places)
{
  if (document->subject == NULL)
    return;
  g_autofree char *small = g_utf8_strdown (document->subject, -1);
  if (document->official->heading == HEADING_ABOUT
      && (g_str_has_prefix (small, "về việc ") || g_str_has_prefix (small, "v/v ")))
    report_warning (reader->report, reader->source, places->subject, _ ("leave these words out"),
                    _ ("“V/v” stands before the subject by itself"));
  if (g_str_has_suffix (small, "."))
    report_warning (reader->report, reader->source, places->subject, _ ("leave the stop out"),
                    _ ("the subject of a document does not end in a full stop"));
}

/* A letter that waits for its number is for the one who signs it. */
static void
check_waiting (RecordReader *reader, Document *document, const OfficialPlaces *places)
{
  if (!document->number_waits && !document->date_waits)
    return;
  gboolean is_asked = document->products != 0;
  if (!is_asked)
    document->products =
      products_usual (document->kind, FALSE, document->lang ? document->lang : "vi");
  if (is_asked && document_has_page (document))
    report_error (reader->report, reader->source, places->outputs, _ ("leave “web” out"),
                  _ ("a letter that waits for its number or date cannot be on the web"));
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->form == PRODUCT_PAGE)
      document->products &= ~product_bit (product);
}

void
official_resolve (RecordReader *reader, FrontMatter *matter, const OfficialPlaces *places)
{
  Document *document = &matter->document;

  resolve_symbol (reader, document, places);
  if (document->kind != KIND_LETTER)
    return;
  document->official = official_kind_find (document->type);
  check_symbol (reader, document, places);
  check_abbreviation (reader, document, places);
  check_required (reader, document, places);
  check_addressees (reader, document, places);
  check_signers (reader, document, places);
  check_recipients (reader, document, places);
  check_subject (reader, document, places);
  check_waiting (reader, document, places);
}
