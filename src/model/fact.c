/* SPDX-License-Identifier: MIT */
#include "model/fact.h"

#include "base/suggest.h"
#include "text/phone.h"

#include <string.h>

#define FIRST_ISOLATE "\u2068"
#define POP_ISOLATE   "\u2069"

/* --- kinds --- */

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text; text++)
    n += g_ascii_isdigit (*text) != 0;
  return n;
}

static gboolean
is_phone (const char *text)
{
  return text_begins_phone (text) && text[strspn (text, "0123456789. -+()")] == '\0'
         && count_digits (text) >= FEWEST_PHONE_DIGITS;
}

/* Digits, perhaps in groups, and the name of our money. */
static gboolean
is_money (const char *text)
{
  gsize n = strspn (text, "0123456789.");
  const char *unit = text + n + strspn (text + n, " ");
  static const char *const units[] = { "đồng", "đ", "VND", "VNĐ", NULL };

  return n > 0 && g_ascii_isdigit (*text) && g_strv_contains (units, unit);
}

static gboolean
is_mail (const char *text)
{
  const char *at = strchr (text, '@');
  return at && at > text && strchr (at, '.') && strpbrk (text, " <>\"") == NULL;
}

FactKind
fact_kind_of (const char *text)
{
  Date date;

  if (date_parse (text, &date) == DATE_GOOD)
    return FACT_DATE;
  if (is_phone (text))
    return FACT_PHONE;
  if (is_money (text))
    return FACT_MONEY;
  if ((g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"))
      && strpbrk (text, " <>\"") == NULL)
    return FACT_URL;
  return is_mail (text) ? FACT_MAIL : FACT_TEXT;
}

/* --- how they are written --- */

static char *
written_date (const char *text)
{
  Date date;
  return date_parse (text, &date) == DATE_GOOD ? date_short (date) : g_strdup (text);
}

/* How the digits of a number fall into groups; a group of 0 ends them. */
static const struct {
  const char *start;
  guint n_digits;
  guint groups[4];
} phones[] = {
  { "1800", 8, { 4, 4 } },     { "1900", 8, { 4, 4 } },    { "1800", 10, { 4, 3, 3 } },
  { "1900", 10, { 4, 3, 3 } }, { "024", 11, { 3, 4, 4 } }, { "028", 11, { 3, 4, 4 } },
  { "02", 11, { 4, 4, 3 } },   { "0", 10, { 4, 3, 3 } },
};

/* As one writes it on paper: in groups, with nothing but spaces between them. What is no plain
 * number stays as it is. */
static char *
written_phone (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (text[strspn (text, "0123456789. -")] != '\0')
    return g_strdup (text);
  for (const char *p = text; *p; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++) {
    if (digits->len != phones[i].n_digits || !g_str_has_prefix (digits->str, phones[i].start))
      continue;
    for (gsize at = 0, j = 0; j < 3 && phones[i].groups[j + 1]; j++) {
      at += phones[i].groups[j] + (j > 0);
      g_string_insert_c (digits, at, ' ');
    }
    return g_strdup (digits->str);
  }
  return g_strdup (text);
}

static char *
written_money (const char *text)
{
  GString *digits = g_string_new (NULL);
  gsize n = strspn (text, "0123456789.");

  if (n == 0)
    return g_string_free (g_string_append (digits, text), FALSE);
  for (gsize i = 0; i < n; i++)
    if (text[i] != '.')
      g_string_append_c (digits, text[i]);
  for (gssize at = (gssize) digits->len - 3; at > 0; at -= 3)
    g_string_insert_c (digits, at, '.');
  g_string_append (digits, " đồng");
  return g_string_free (digits, FALSE);
}

/* Letters that are written from right to left, by their blocks. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC)
         || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

/* Orders to whoever sets the text: they would reach beyond the value. */
static gboolean
is_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F
         || c == 0x61C;
}

/* One line, which disturbs nothing beside it: what is read from right to left is set apart. */
static char *
written_text (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean is_turned = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean is_gap = c == ' ' || c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029;
    if (is_direction (c) || (g_unichar_iscntrl (c) && !is_gap))
      continue;
    if (is_gap && (line->len == 0 || line->str[line->len - 1] == ' '))
      continue;
    g_string_append_unichar (line, is_gap ? ' ' : c);
    is_turned = is_turned || is_right_to_left (c);
  }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  if (is_turned) {
    g_string_prepend (line, FIRST_ISOLATE);
    g_string_append (line, POP_ISOLATE);
  }
  return g_string_free (line, FALSE);
}

char *
fact_written (FactKind kind, const char *text)
{
  static char *(*const writers[]) (const char *text) = {
    [FACT_TEXT] = written_text,   [FACT_PHONE] = written_phone, [FACT_DATE] = written_date,
    [FACT_MONEY] = written_money, [FACT_URL] = written_text,    [FACT_MAIL] = written_text,
  };
  return writers[kind](text);
}

char *
fact_href (const Fact *fact)
{
  if (fact->kind == FACT_MAIL)
    return g_strconcat ("mailto:", fact->text, NULL);
  if (fact->kind != FACT_PHONE)
    return g_strdup (fact->text);
  GString *href = g_string_new ("tel:");
  for (const char *p = fact->text; *p; p++)
    if (g_ascii_isdigit (*p) || *p == '+')
      g_string_append_c (href, *p);
  return g_string_free (href, FALSE);
}

void
fact_clear (Fact *fact)
{
  g_clear_pointer (&fact->text, g_free);
}

/* --- where they stand --- */

static char *
office_locality (const Office *office)
{
  return locality_full_name (office->locality);
}

static char *
office_slots (const Office *office)
{
  return *office->station.slots ? g_strjoinv (", ", (char **) office->station.slots) : NULL;
}

#define OFFICE(member) G_STRUCT_OFFSET (Office, member)

/* What may be asked of who speaks: a field, or a function that makes a new text or NULL. */
static const struct {
  const char *english, *vietnamese;
  FactKind kind;
  gsize offset;
  char *(*make) (const Office *office);
} office_facts[] = {
  { "name", "tên gọi", FACT_TEXT, OFFICE (name), NULL },
  { "locality", "địa phương", FACT_TEXT, 0, office_locality },
  { "place", "địa danh", FACT_TEXT, OFFICE (place), NULL },
  { "address", "địa chỉ", FACT_TEXT, OFFICE (address), NULL },
  { "phone", "điện thoại", FACT_PHONE, OFFICE (phone), NULL },
  { "email", "thư điện tử", FACT_MAIL, OFFICE (email), NULL },
  { "web", "trang web", FACT_URL, OFFICE (web), NULL },
  { "hours", "giờ làm việc", FACT_TEXT, OFFICE (hours), NULL },
  { "station", "đài", FACT_TEXT, OFFICE (station.name), NULL },
  { "slots", "giờ phát", FACT_TEXT, 0, office_slots },
};

typedef enum { ROOT_CAMPAIGN, ROOT_OFFICE, ROOT_DATA, ROOT_BRACES, N_ROOTS } Root;

static const struct {
  const char *english, *vietnamese;
} roots[] = {
  [ROOT_CAMPAIGN] = { "campaign", "chiến dịch" },
  [ROOT_OFFICE] = { "office", "cơ quan" },
  [ROOT_DATA] = { "data", "dữ liệu" },
  [ROOT_BRACES] = { "braces", "ngoặc" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (roots) == N_ROOTS);

static gboolean
is_word (const char *text, const char *english, const char *vietnamese)
{
  return strcmp (text, english) == 0 || strcmp (text, vietnamese) == 0;
}

/* The parts of a name, without the space around them. */
static GStrv
split_name (const char *name, gsize length)
{
  g_autofree char *copy = g_strndup (name, length);
  GStrv parts = g_strsplit (copy, ".", -1);

  for (char **part = parts; *part; part++)
    g_strstrip (*part);
  return parts;
}

static Root
root_of (const char *part)
{
  for (guint i = 0; i < N_ROOTS; i++)
    if (part && is_word (part, roots[i].english, roots[i].vietnamese))
      return i;
  return N_ROOTS;
}

gboolean
fact_is_of_office (const char *name, gsize length)
{
  g_auto (GStrv) parts = split_name (name, length);
  return root_of (parts[0]) == ROOT_OFFICE;
}

static FactStatus
make_fact (FactKind kind, const char *text, Fact *fact)
{
  if (text == NULL || *text == '\0')
    return FACT_ABSENT;
  if (fact)
    *fact = (Fact){ kind, fact_written (kind, text) };
  return FACT_FOUND;
}

static FactStatus
find_of_office (const Office *office, char *const *parts, Fact *fact)
{
  if (parts[0] == NULL)
    return FACT_SEVERAL;
  for (guint i = 0; i < G_N_ELEMENTS (office_facts) && parts[1] == NULL; i++) {
    if (!is_word (parts[0], office_facts[i].english, office_facts[i].vietnamese))
      continue;
    if (office == NULL)
      return FACT_ABSENT;
    g_autofree char *made = office_facts[i].make ? office_facts[i].make (office) : NULL;
    const char *text =
      office_facts[i].make ? made : G_STRUCT_MEMBER (const char *, office, office_facts[i].offset);
    return make_fact (office_facts[i].kind, text, fact);
  }
  return FACT_UNKNOWN;
}

/* Numbers of hotlines may be short, and fees plain: there the name says what they are. */
static FactKind
kind_below (char *const *parts, const char *text)
{
  FactKind kind = fact_kind_of (text);

  if (root_of (parts[0]) != ROOT_CAMPAIGN || kind != FACT_TEXT)
    return kind;
  if (is_word (parts[1], "hotlines", "đường dây nóng"))
    return FACT_PHONE;
  return is_word (parts[1], "fees", "lệ phí") && text[strspn (text, "0123456789.")] == '\0'
           ? FACT_MONEY
           : kind;
}

static FactStatus
find_value (const Value *value, char *const *parts, Fact *fact)
{
  for (guint i = 1; parts[i]; i++) {
    value = value ? value_find (value, parts[i]) : NULL;
    if (value == NULL)
      return FACT_UNKNOWN;
  }
  switch (value ? value_kind (value) : VALUE_NULL) {
  case VALUE_TEXT: {
    const char *text = value_get_text (value, NULL);
    return make_fact (kind_below (parts, text), text, fact);
  }
  case VALUE_LIST:
  case VALUE_MAP:
    return value_length (value) > 0 ? FACT_SEVERAL : FACT_ABSENT;
  case VALUE_BOOL:
    return value_is_truthy (value) ? FACT_SEVERAL : FACT_ABSENT;
  default:
    return FACT_ABSENT;
  }
}

FactStatus
fact_find (const FactScope *scope, const char *name, gsize length, Fact *fact)
{
  g_auto (GStrv) parts = split_name (name, length);

  switch (root_of (parts[0])) {
  case ROOT_CAMPAIGN:
    return scope->campaign ? find_value (scope->campaign->values, parts, fact) : FACT_NO_CAMPAIGN;
  case ROOT_OFFICE:
    return find_of_office (scope->office, parts + 1, fact);
  case ROOT_DATA:
    return scope->site ? find_value (scope->site->data, parts, fact) : FACT_UNKNOWN;
  case ROOT_BRACES:
    return parts[1] ? FACT_UNKNOWN : make_fact (FACT_TEXT, "{{", fact);
  default:
    return FACT_UNKNOWN;
  }
}

/* --- advice --- */

static void
add_word (GPtrArray *words, const char *before, const char *word)
{
  g_ptr_array_add (words, *before ? g_strconcat (before, ".", word, NULL) : g_strdup (word));
}

/* The words that may stand where the name goes wrong, each with what stands before it. */
static GPtrArray *
words_after (const FactScope *scope, char *const *parts)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) before = g_string_new (parts[0]);
  Root root = root_of (parts[0]);
  const Value *value = root == ROOT_CAMPAIGN && scope->campaign ? scope->campaign->values
                       : root == ROOT_DATA                      ? scope->site->data
                                                                : NULL;

  for (guint i = 0; root == N_ROOTS && i < N_ROOTS; i++) {
    add_word (words, "", roots[i].english);
    add_word (words, "", roots[i].vietnamese);
  }
  for (guint i = 0; root == ROOT_OFFICE && i < G_N_ELEMENTS (office_facts); i++) {
    add_word (words, parts[0], office_facts[i].english);
    add_word (words, parts[0], office_facts[i].vietnamese);
  }
  for (guint i = 1; value && parts[i] && value_find (value, parts[i]); i++) {
    value = value_find (value, parts[i]);
    g_string_append_printf (before, ".%s", parts[i]);
  }
  for (guint i = 0; value && value_kind (value) == VALUE_MAP && i < value_length (value); i++)
    add_word (words, before->str, value_key (value, i));
  g_ptr_array_add (words, NULL);
  return words;
}

char *
fact_advice (const FactScope *scope, const char *name, gsize length)
{
  g_auto (GStrv) parts = split_name (name, length);
  g_autofree char *written = g_strjoinv (".", parts);
  g_autoptr (GPtrArray) words = words_after (scope, parts);

  return g_strdup (suggest_word (written, (const char *const *) words->pdata));
}

char *
fact_names_below (const FactScope *scope, const char *name, gsize length)
{
  g_auto (GStrv) parts = split_name (name, length);
  g_autoptr (GPtrArray) words = words_after (scope, parts);

  return g_strjoinv ("”, “", (char **) words->pdata);
}

/* --- tags --- */

static const char kinds_by_mark[] = {
  [TAG_SECTION] = '#', [TAG_INVERSE] = '^', [TAG_END] = '/', [TAG_PART] = '>'
};

gboolean
tag_find (const char *text, Tag *tag)
{
  const char *start = tag_start (text);
  const char *end = start ? strstr (start, "}}") : NULL;
  const char *line_end = start ? strchr (start, '\n') : NULL;

  if (start == NULL)
    return FALSE;
  if (end == NULL || (line_end && line_end < end)) {
    *tag = (Tag){ TAG_UNCLOSED, start, start + 2, start + 2, 0 };
    return TRUE;
  }
  *tag = (Tag){ TAG_VALUE, start, end + 2, start + 2, 0 };
  for (TagKind kind = 0; kind < G_N_ELEMENTS (kinds_by_mark); kind++)
    if (*tag->name == kinds_by_mark[kind]) {
      tag->kind = kind;
      tag->name++;
      break;
    }
  while (tag->name < end && *tag->name == ' ')
    tag->name++;
  while (end > tag->name && end[-1] == ' ')
    end--;
  tag->length = end - tag->name;
  return TRUE;
}

/* --- texts --- */

gboolean
fact_names_office (const char *text)
{
  Tag tag;

  for (; tag_find (text, &tag); text = tag.end)
    if (tag.kind != TAG_UNCLOSED && fact_is_of_office (tag.name, tag.length))
      return TRUE;
  return FALSE;
}

void
fact_write (const FactScope *scope, const char *text, FactWrite write, gpointer data)
{
  gboolean is_shown = TRUE;
  Tag tag;

  if (!fact_is_marked (text)) {
    write (data, text, strlen (text), NULL);
    return;
  }
  text += strlen (FACT_MARK);
  while (tag_find (text, &tag)) {
    if (is_shown && tag.start > text)
      write (data, text, tag.start - text, NULL);
    g_auto (Fact) fact = { FACT_TEXT, NULL };
    FactStatus status = fact_find (scope, tag.name, tag.length, &fact);
    if (tag.kind == TAG_SECTION || tag.kind == TAG_INVERSE)
      is_shown = (status == FACT_FOUND || status == FACT_SEVERAL) == (tag.kind == TAG_SECTION);
    else if (tag.kind == TAG_END)
      is_shown = TRUE;
    else if (is_shown && fact.text)
      write (data, fact.text, strlen (fact.text), &fact);
    text = tag.end;
  }
  if (is_shown && *text)
    write (data, text, strlen (text), NULL);
}

static void
append_piece (gpointer data, const char *text, gsize length, G_GNUC_UNUSED const Fact *fact)
{
  g_string_append_len (data, text, length);
}

char *
fact_fill (const FactScope *scope, const char *text)
{
  GString *filled = text ? g_string_new (NULL) : NULL;

  if (text == NULL)
    return NULL;
  fact_write (scope, text, append_piece, filled);
  return g_string_free (filled, FALSE);
}
