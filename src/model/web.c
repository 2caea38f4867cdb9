/* SPDX-License-Identifier: MIT */
#include "model/web.h"

#include "base/i18n.h"
#include "text/invisible.h"

#include <string.h>

static gboolean
host_matches (const char *host, const char *pattern)
{
  if (!g_str_has_prefix (pattern, "*."))
    return g_ascii_strcasecmp (host, pattern) == 0;
  gsize length = strlen (host);
  gsize suffix = strlen (pattern + 1);
  return length > suffix && g_ascii_strcasecmp (host + length - suffix, pattern + 1) == 0;
}

static gboolean
is_plain_host (const char *host)
{
  g_autofree char *lower = g_ascii_strdown (host, -1);
  return *lower != '\0' && *lower != '.'
         && lower[strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789-.")] == '\0'
         && strstr (lower, "..") == NULL && strstr (lower, "xn--") == NULL;
}

/* What one reader takes for the host another takes for something else: none of these in an address
 * people scan. */
const char *
web_odd_sign (const char *url)
{
  for (const char *p = url; *p; p++)
    if ((guchar) *p <= ' ' || *p == 0x7f || strchr ("\\<>\"'`{}|^", *p))
      return p;
  return NULL;
}

/* TRUE when host and port are written in plain ASCII: GUri would take letters of other alphabets
 * for those they look like (“ｖneid.gov.vn”). */
static gboolean
is_written_plainly (const char *url)
{
  const char *start = strstr (url, "://");
  if (start == NULL)
    return FALSE;
  start += strlen ("://");
  for (const char *end = start + strcspn (start, "/?#"); start < end; start++)
    if (!g_ascii_isalnum (*start) && strchr ("-.:", *start) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
web_host_is_allowed (const char *url, const char *const *patterns)
{
  if (web_odd_sign (url) || !is_written_plainly (url))
    return FALSE;
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  gboolean is_https = g_strcmp0 (g_uri_get_scheme (uri), "https") == 0;
  int port = g_uri_get_port (uri);
  if (!is_https && g_strcmp0 (g_uri_get_scheme (uri), "http") != 0)
    return FALSE;
  if (port != -1 && port != (is_https ? 443 : 80))
    return FALSE;
  if (!is_plain_host (g_uri_get_host (uri)))
    return FALSE;
  for (; *patterns; patterns++)
    if (host_matches (g_uri_get_host (uri), *patterns))
      return TRUE;
  return FALSE;
}

/* --- links --- */

const char *const web_usual_hosts[] = { "*.gov.vn", "chinhphu.vn", "*.chinhphu.vn", "quochoi.vn",
                                        "*.quochoi.vn",
                                        /* stores of apps */
                                        "play.google.com", "apps.apple.com", "itunes.apple.com",
                                        /* what citizens are written to by */
                                        "zalo.me", "*.zalo.me", "facebook.com", "*.facebook.com",
                                        "fb.com", "m.me", "youtube.com", "*.youtube.com",
                                        "youtu.be", NULL };

/* What stands between “//” and the path, as written; NULL when there is no “//”. Caller frees. */
static char *
authority_of (const char *url)
{
  const char *colon = strchr (url, ':');
  if (colon == NULL || colon[1] != '/' || colon[2] != '/')
    return NULL;
  return g_strndup (colon + 3, strcspn (colon + 3, "/?#\\"));
}

char *
web_host (const char *url)
{
  g_autofree char *authority = authority_of (url);
  if (authority == NULL)
    return NULL;
  const char *at = strrchr (authority, '@');
  g_autofree char *host = g_strdup (at ? at + 1 : authority);
  host[*host == '[' ? strcspn (host, "]") : strcspn (host, ":")] = '\0';
  /* Most hosts are what they look like. */
  if (host[strspn (host, "abcdefghijklmnopqrstuvwxyz0123456789.-")] == '\0'
      && !strstr (host, "xn--"))
    return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
  g_autofree char *unicode = g_hostname_to_unicode (host);
  char *small = g_utf8_strdown (unicode ? unicode : host, -1);
  if (g_str_has_prefix (small, "www."))
    memmove (small, small + 4, strlen (small + 4) + 1);
  return small;
}

/* Latin as it is written in Europe and Vietnam. What looks like it (ı, ɡ, letters for phonetics,
 * the wide ones of East Asia) is no letter of a host here. */
static gboolean
is_usual_latin (gunichar letter)
{
  if (letter < 0x80)
    return g_ascii_isalpha (letter);
  return g_unichar_get_script (letter) == G_UNICODE_SCRIPT_LATIN && letter != 0x131
         && (letter < 0x250 || (letter >= 0x1E00 && letter <= 0x1EFF));
}

/* The end of a host (“.vn”) is Latin, so letters of another alphabet in it are mixed with it. */
static gboolean
is_one_alphabet (const char *host)
{
  for (const char *p = host; *p; p = g_utf8_next_char (p))
    if (strchr ("0123456789-._[]:", *p) == NULL && !is_usual_latin (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Nearly all links there are: “https://”, a host in small letters and nothing that has to be undone
 * before it can be compared. Then `host` is the host, without a NUL behind it. */
static gboolean
is_plain_link (const char *url, const char **host, gsize *length)
{
  const char *start = g_str_has_prefix (url, "https://")  ? url + strlen ("https://")
                      : g_str_has_prefix (url, "http://") ? url + strlen ("http://")
                                                          : NULL;
  if (start == NULL || !g_ascii_isalnum (*start))
    return FALSE;
  const char *end = start;
  while (g_ascii_islower (*end) || g_ascii_isdigit (*end)
         || (strchr (".-", *end) && *end && g_ascii_isalnum (end[1])))
    end++;
  if ((*end != '/' && *end != '\0') || g_strstr_len (start, end - start, "xn--"))
    return FALSE;
  for (const char *p = end; *p; p++)
    if ((guchar) *p <= ' ' || (guchar) *p >= 0x7f || *p == '\\')
      return FALSE;
  *host = start;
  *length = end - start;
  return TRUE;
}

static gboolean
plain_host_matches (const char *host, gsize length, const char *const *patterns)
{
  for (; *patterns; patterns++) {
    const char *suffix = **patterns == '*' ? *patterns + 1 : *patterns;
    gsize n = strlen (suffix);
    gboolean fits = **patterns == '*' ? length > n : length == n;
    if (fits && g_ascii_strncasecmp (host + length - n, suffix, n) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
begins_with (const char *url, const char *scheme)
{
  return g_ascii_strncasecmp (url, scheme, strlen (scheme)) == 0;
}

/* “:8080”, or nothing: what browsers would refuse or read as something else is no address. */
static gboolean
has_good_port (const char *authority)
{
  const char *colon = *authority == '[' ? strstr (authority, "]:") : strchr (authority, ':');
  guint64 port;

  if (colon == NULL)
    return TRUE;
  colon += *colon == ']';
  return g_ascii_string_to_unsigned (colon + 1, 10, 1, 65535, &port, NULL);
}

/* Names between dots neither begin nor end with a hyphen. */
static gboolean
has_good_labels (const char *host)
{
  gsize length = strlen (host);
  return length > 0 && strchr (".-", *host) == NULL && host[length - 1] != '-'
         && !strstr (host, "..") && !strstr (host, ".-") && !strstr (host, "-.");
}

static WebFault
host_fault (const char *url, const char *const *patterns)
{
  g_autofree char *authority =
    begins_with (url, "http://") || begins_with (url, "https://") ? authority_of (url) : NULL;

  if (authority == NULL || *authority == '\0' || strpbrk (authority, "% \t\n"))
    return WEB_NOT_WHOLE;
  if (authority[strcspn (authority, "@")])
    return WEB_USER_NAME;
  if (strchr (url, '\\'))
    return WEB_NOT_WHOLE;
  g_autofree char *host = web_host (url);
  if (host == NULL || !has_good_labels (host) || !has_good_port (authority))
    return WEB_NOT_WHOLE;
  /* As written, too: GLib takes letters of other alphabets for those they look like. */
  if (!is_one_alphabet (authority) || !is_one_alphabet (host) || strstr (host, "xn--"))
    return WEB_OTHER_ALPHABET;
  if (patterns == NULL)
    return WEB_GOOD;
  /* The port and the rest of the address are QR codes' business. */
  authority[*authority == '[' ? strlen (authority) : strcspn (authority, ":")] = '\0';
  g_autofree char *plain = g_strconcat ("https://", authority, NULL);
  return web_host_is_allowed (plain, patterns) ? WEB_GOOD : WEB_UNKNOWN_HOST;
}

/* One number: three to fifteen digits (E.164). */
static gboolean
is_one_number (const char *text)
{
  guint n = 0, n_open = 0;
  const char *p = text + strspn (text, " (");

  for (const char *q = text; q < p; q++)
    n_open += *q == '(';
  p += *p == '+';
  for (; *p; p++) {
    n += g_ascii_isdigit (*p);
    n_open += (*p == '(') - (*p == ')');
    if (n_open > 1 || (!g_ascii_isdigit (*p) && strchr (" .-()", *p) == NULL))
      return FALSE;
  }
  return n >= 3 && n <= 15 && n_open == 0 && p[-1] != '-';
}

WebFault
web_link_fault (const char *url, const char *const *patterns)
{
  const char *host;
  gsize length;

  if (is_plain_link (url, &host, &length))
    return patterns == NULL || plain_host_matches (host, length, patterns) ? WEB_GOOD
                                                                           : WEB_UNKNOWN_HOST;
  if (invisible_find (url))
    return WEB_INVISIBLE;
  if (begins_with (url, "mailto:"))
    return web_is_mail (url + strlen ("mailto:")) ? WEB_GOOD : WEB_BAD_MAIL;
  if (begins_with (url, "tel:")) {
    g_autofree char *number = g_uri_unescape_string (url + strlen ("tel:"), NULL);
    return number && is_one_number (number) ? WEB_GOOD : WEB_BAD_PHONE;
  }
  return host_fault (url, patterns);
}

static const struct {
  const char *message, *advice;
} faults[] = {
  [WEB_GOOD] = { "", "" },
  [WEB_NOT_WHOLE] = { N_ ("“%s” is not a whole address"), N_ ("write https:// and the host") },
  [WEB_USER_NAME] = { N_ ("“%s” shows one host and leads to another"),
                      N_ ("leave out what stands before “@”") },
  [WEB_INVISIBLE] = { N_ ("there are invisible characters in the address “%s”"),
                      N_ ("type it anew; do not paste it") },
  [WEB_OTHER_ALPHABET] = { N_ ("the host of “%s” has letters that only look like Latin ones"),
                           N_ ("type the address anew; if it comes from elsewhere, do not trust "
                               "it") },
  [WEB_BAD_MAIL] = { N_ ("“%s” is not one mail address"),
                     N_ ("write the address alone, like ubnd@xa.tinh.gov.vn") },
  [WEB_BAD_PHONE] = { N_ ("“%s” is not a telephone number"),
                      N_ ("write digits with spaces, like 0251 3822 501") },
  [WEB_UNKNOWN_HOST] = { N_ ("the host of “%s” is not one links of this site usually lead to"),
                         N_ ("check whose it is, then add it to “links: hosts:” (“liên kết: máy "
                             "chủ:”) in content/site.yaml") },
};

const char *
web_fault_message (WebFault fault)
{
  return _ (faults[fault].message);
}

const char *
web_fault_advice (WebFault fault)
{
  return _ (faults[fault].advice);
}

/* --- what a text says, and where it leads --- */

/* The ends of hosts people write without https://. */
static gboolean
is_bare_host (const char *word)
{
  static const char *const ends[] = { "vn",  "com",  "net",    "org",  "gov",  "edu", "info",
                                      "biz", "io",   "me",     "asia", "app",  "dev", "xyz",
                                      "top", "site", "online", "shop", "club", "tv",  "cc",
                                      "co",  "link", "vip",    "icu",  NULL };
  const char *dot = strrchr (word, '.');
  if (dot == NULL || dot == word || strstr (word, "..") || *word == '.')
    return FALSE;
  for (const char *p = word; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && *p != '-' && *p != '.')
      return FALSE;
  return g_strv_contains (ends, dot + 1);
}

/* The host a single word names, or NULL. */
static char *
host_of_word (const char *word)
{
  gboolean has_scheme = g_str_has_prefix (word, "http://") || g_str_has_prefix (word, "https://");
  const char *at = strrchr (word, '@');
  g_autofree char *url =
    has_scheme ? g_strdup (word) : g_strconcat ("https://", at ? at + 1 : word, NULL);
  g_autofree char *host = web_host (url);

  if (host == NULL || *host == '\0')
    return NULL;
  gboolean is_host = has_scheme || g_str_has_prefix (word, "www.") || is_bare_host (host);
  return is_host ? g_steal_pointer (&host) : NULL;
}

/* What may be part of an address; all else stands around it. */
static gboolean
is_of_address (gunichar letter)
{
  return g_unichar_isalnum (letter) || (letter < 0x80 && strchr (".-_@:/%?=&#+~", letter));
}

/* The words of a text in small letters, as a reader takes them: dots of other alphabets are dots,
 * quotation marks, brackets and arrows are none of it. Caller frees. */
static char **
words_of (const char *text)
{
  static const char *const dots[] = { "\u3002", "\uFF0E", "\uFF61", "\u2024" };
  g_autoptr (GString) plain = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    g_string_replace (plain, dots[i], ".", 0);
  g_autofree char *small = g_utf8_strdown (plain->str, plain->len);
  g_string_truncate (plain, 0);
  for (const char *p = small; *p; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    g_string_append_unichar (plain, is_of_address (letter) ? letter : ' ');
  }
  char **words = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; words[i]; i++) {
    gsize length = strlen (words[i]);
    while (length > 0 && strchr (".:?-/", words[i][length - 1]))
      words[i][--length] = '\0';
  }
  return words;
}

/* Most words of links have none of what an address has. */
static gboolean
may_have_host (const char *text)
{
  return strpbrk (text, ".@:") || strstr (text, "\u3002") || strstr (text, "\uFF0E")
         || strstr (text, "\uFF61") || strstr (text, "\u2024");
}

/* What a reader takes `text` for: the first host, or the host of the first mail address, in it.
 * NULL when there is none. Caller frees. */
static char *
host_in_text (const char *text)
{
  if (!may_have_host (text))
    return NULL;
  g_auto (GStrv) words = words_of (text);
  char *host = NULL;

  for (guint i = 0; words[i] && host == NULL; i++)
    host = host_of_word (words[i]);
  return host;
}

/* Digits of a number as it is dialled at home: “+84 251”, “84 251” and “(+84) (0)251” are 0251. */
static void
make_national (GString *digits, gboolean is_international)
{
  if (g_str_has_prefix (digits->str, "84") && (is_international || digits->len >= 11))
    g_string_replace (digits, "84", digits->str[2] == '0' ? "" : "0", 1);
}

/* The digits of what is nothing but a number of three digits or more; NULL for other texts. */
static char *
digits_of (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (strchr ("+-.()", *p) == NULL && !g_unichar_isspace (letter) && letter != 0x2013)
      return NULL;
  }
  if (digits->len < 3)
    return NULL;
  make_national (digits, text[strspn (text, " (")] == '+');
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* Numbers people would dial: long ones, and those everybody knows. A year or a count is none. */
static gboolean
is_dialled (const char *digits)
{
  gsize length = strlen (digits);
  return (length >= 8 && strchr ("01", *digits)) || g_strcmp0 (digits, "1022") == 0
         || (length == 3 && g_str_has_prefix (digits, "11"));
}

/* TRUE when `text` names numbers to dial, and none of them is `digits`. */
static gboolean
names_other_number (const char *text, const char *digits)
{
  static const char *const signs = "0123456789 .-()+";
  gboolean has_other = FALSE;

  for (const char *p = text; *p;) {
    gsize length = strspn (p, signs);
    g_autofree char *piece = g_strndup (p, length);
    g_autofree char *number = digits_of (g_strstrip (piece));
    if (number && strcmp (number, digits) == 0)
      return FALSE;
    has_other |= number && is_dialled (number);
    p += length;
    p += strcspn (p, signs);
  }
  return has_other;
}

/* Who has a host has all below it. */
static gboolean
is_same_or_below (const char *host, const char *said)
{
  gsize length = strlen (host), n = strlen (said);
  return g_str_has_suffix (host, said) && (length == n || host[length - n - 1] == '.');
}

static gboolean
tel_lies (const char *text, const char *url)
{
  g_autofree char *said = host_in_text (text);
  g_autofree char *plain = g_uri_unescape_string (url + strlen ("tel:"), NULL);
  g_autofree char *number = plain ? digits_of (plain) : NULL;
  g_autofree char *whole = digits_of (text);

  if (said || number == NULL)
    return said != NULL;
  return (whole && strcmp (whole, number) != 0) || names_other_number (text, number);
}

/* A word with “@” is a whole mail address, and the letter goes there. */
static gboolean
mail_lies (const char *word, const char *url)
{
  return strchr (word, '@') && g_ascii_strcasecmp (word, url + strlen ("mailto:")) != 0;
}

/* A number that leads to a page: its own, as those of Zalo are. */
static gboolean
number_lies (const char *text, const char *url)
{
  g_autofree char *number = digits_of (text);
  return number && strlen (number) >= 8 && is_dialled (number) && !strstr (url, number + 1);
}

gboolean
web_text_lies (const char *text, const char *url, const char *own_url)
{
  g_autofree char *scheme = web_scheme (url);
  gboolean is_mail = g_strcmp0 (scheme, "mailto") == 0;

  if (g_strcmp0 (scheme, "tel") == 0)
    return tel_lies (text, url);
  if (!may_have_host (text))
    return scheme && !is_mail && number_lies (text, url);
  const char *at = is_mail ? strrchr (url, '@') : NULL;
  g_autofree char *host = at        ? g_ascii_strdown (at + 1, -1)
                          : scheme  ? web_host (url)
                          : own_url ? web_host (own_url)
                                    : NULL;
  g_auto (GStrv) words = words_of (text);
  for (guint i = 0; words[i]; i++) {
    g_autofree char *said = host_of_word (words[i]);
    if (said && (host == NULL || !is_same_or_below (host, said)))
      return TRUE;
    if (said && is_mail && mail_lies (words[i], url))
      return TRUE;
  }
  return scheme && !is_mail && number_lies (text, url);
}

/* --- offices --- */

/* Other ways to write the same signs, and what stands between two numbers. */
static GString *
with_plain_signs (const char *text)
{
  static const char *const signs[][2] = { { "\u00A0", " " }, { "\u2013", "-" }, { "(0)", "" },
                                          { " hoặc ", ";" }, { " và ", ";" },   { "/", ";" },
                                          { ",", ";" } };
  GString *plain = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i][0], signs[i][1], 0);
  return plain;
}

/* Takes out what is said of a number in words: “(Zalo)”, “(giờ hành chính)”. */
static void
drop_notes (GString *plain)
{
  for (gsize i = 0; i < plain->len; i++) {
    const char *note = plain->str + i;
    gsize length = strcspn (note, ")0123456789;");
    if (*note == '(' && note[length] == ')' && length > 1)
      g_string_erase (plain, i, length + 1);
  }
}

/* Cuts “ máy lẻ 12” off. FALSE when there is something else behind the words. */
static gboolean
cut_extension (char *number)
{
  static const char *const words[] = { "máy lẻ", "số lẻ", "nhánh", "ext", NULL };
  char *found = NULL;

  for (guint i = 0; words[i] && found == NULL; i++) {
    found = strstr (number, words[i]);
    if (found) {
      const char *rest = found + strlen (words[i]);
      rest += strspn (rest, " .:");
      if (!g_ascii_isdigit (*rest) || rest[strspn (rest, "0123456789 )")])
        return FALSE;
    }
  }
  if (found == NULL)
    return TRUE;
  while (found > number && strchr (" (-", found[-1]))
    found--;
  *found = '\0';
  return TRUE;
}

static guint
count_digits (const char *text, gsize length)
{
  guint n = 0;
  for (gsize i = 0; i < length; i++)
    n += g_ascii_isdigit (text[i]);
  return n;
}

/* Behind a whole number “ - ” begins the next one; “024 - 3942 2222” is one. */
static void
part_ranges (GString *plain)
{
  gsize from = 0;

  for (char *dash; (dash = strstr (plain->str + from, " - ")) != NULL;
       from = dash - plain->str + 3) {
    gsize start = from;
    for (gsize i = from; plain->str + i < dash; i++)
      start = plain->str[i] == ';' ? i + 1 : start;
    gboolean begins_number = g_ascii_isdigit (dash[3]) || strchr ("+(", dash[3]);
    if (begins_number && count_digits (plain->str + start, dash - plain->str - start) >= 7)
      dash[1] = ';';
  }
}

/* The numbers in the telephone of an office, each as it is written; NULL when something else is
 * there, too. Caller frees. */
static char **
numbers_of (const char *text)
{
  g_autoptr (GString) plain = with_plain_signs (text);

  drop_notes (plain);
  part_ranges (plain);
  g_auto (GStrv) numbers = g_strsplit (plain->str, ";", -1);
  for (guint i = 0; numbers[i]; i++)
    if (!cut_extension (g_strstrip (numbers[i])) || !is_one_number (numbers[i]))
      return NULL;
  return g_steal_pointer (&numbers);
}

gboolean
web_is_phone (const char *text)
{
  g_auto (GStrv) numbers = *text ? numbers_of (text) : NULL;
  return numbers != NULL;
}

char *
web_phone_link (const char *text)
{
  g_auto (GStrv) numbers = numbers_of (text);
  GString *link = g_string_new ("tel:");

  for (const char *p = numbers ? numbers[0] : text; *p; p++)
    if (g_ascii_isdigit (*p) || *p == '+')
      g_string_append_c (link, *p);
  /* “(84-251) 3822501” */
  if (g_str_has_prefix (link->str, "tel:84") && link->len >= strlen ("tel:84251382250"))
    g_string_insert_c (link, strlen ("tel:"), '+');
  return g_string_free (link, FALSE);
}

gboolean
web_is_mail (const char *text)
{
  const char *at = strchr (text, '@');
  const char *host = at ? at + 1 : "";
  const char *dot = strchr (host, '.');

  if (at == NULL || at == text || dot == NULL || dot == host || g_str_has_suffix (host, ".")
      || strstr (text, ".."))
    return FALSE;
  for (const char *p = text; p < at; p++)
    if (!g_ascii_isalnum (*p) && strchr ("._+-", *p) == NULL)
      return FALSE;
  for (const char *p = host; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '.' && *p != '-')
      return FALSE;
  return *text != '.' && has_good_labels (host) && strstr (host, "xn--") == NULL;
}

char *
web_uri (const char *address)
{
  GString *uri = g_string_sized_new (strlen (address));

  for (const char *p = address; *p; p++)
    if ((guchar) *p > ' ' && (guchar) *p < 0x7f && strchr ("\"<>[\\]^`{|}", *p) == NULL)
      g_string_append_c (uri, *p);
    else
      g_string_append_printf (uri, "%%%02X", (guchar) *p);
  return g_string_free (uri, FALSE);
}
