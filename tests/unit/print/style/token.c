/* SPDX-License-Identifier: MIT */
#include "print/style/token.h"

#include "print/read/name.h"

#include "../../support.h"

/* All tokens of a text, each between brackets. Caller frees. */
static char *
show (const char *text, gboolean *is_broken)
{
  static const char *const names[] = {
    [TOKEN_END] = "end",           [TOKEN_SPACE] = "_",         [TOKEN_WORD] = "word",
    [TOKEN_FUNCTION] = "function", [TOKEN_AT] = "at",           [TOKEN_HASH] = "hash",
    [TOKEN_STRING] = "string",     [TOKEN_URL] = "url",         [TOKEN_BAD] = "bad",
    [TOKEN_NUMBER] = "number",     [TOKEN_PERCENT] = "percent", [TOKEN_DIMENSION] = "dimension",
    [TOKEN_SIGN] = "sign"
  };
  g_autoptr (Arena) arena = arena_new ();
  TokenReader scanner = { .text = text, .length = strlen (text), .arena = arena };
  GString *out = g_string_new (NULL);
  gsize position = 0;

  for (Token token = token_next (&scanner); token.kind != TOKEN_END;
       token = token_next (&scanner)) {
    g_assert_cmpuint (token.start, >=, position);
    g_assert_cmpuint (token.end, >, token.start);
    position = token.end;
    g_string_append (out, names[token.kind]);
    if (token.kind == TOKEN_SIGN)
      g_string_append_c (out, token.sign);
    if (token.kind >= TOKEN_NUMBER && token.kind <= TOKEN_DIMENSION)
      g_string_append_printf (out, "[%g%s]", token.number, token.is_integer ? "" : "~");
    if (token.text)
      g_string_append_printf (out, "(%.*s)", (int) token.length, token.text);
    g_string_append_c (out, ' ');
  }
  if (is_broken)
    *is_broken = scanner.is_broken;
  return g_string_free (out, FALSE);
}

static void
test_tokens (void)
{
  static const struct {
    const char *text, *tokens;
  } rows[] = {
    { "", "" },
    { "a b", "word(a) _ word(b) " },
    { "a/* b */c", "word(a) word(c) " },
    { "a /* b */ c", "word(a) _ word(c) " },
    { "/**//* x */a", "word(a) " },
    { "-a --b -1 - -", "word(-a) _ word(--b) _ number[-1] _ sign- _ sign- " },
    { "tiếng_Việt", "word(tiếng_Việt) " },
    { "f(x) url(a.png) url( 'b' )",
      "function(f) word(x) sign) _ url(a.png) _ function(url) _ string(b) _ sign) " },
    { "URL( a.png )", "url(a.png) " },
    { "@page @ @-x", "at(page) _ sign@ _ at(-x) " },
    { "#a #1 # #-", "hash(a) _ hash(1) _ sign# _ hash(-) " },
    { "'a' \"b\" 'it\\'s'", "string(a) _ string(b) _ string(it's) " },
    { "'a\\\nb'", "string(ab) " },
    { "'a\nb", "bad(a) _ word(b) " },
    { "1 1.5 +2 -.5 1e3", "number[1] _ number[1.5~] _ number[2] _ number[-0.5~] _ number[1000~] " },
    { "1px 1.5em 2e 50% 1e3px", "dimension[1](px) _ dimension[1.5~](em) _ dimension[2](e) _ "
                                "percent[50] _ dimension[1000~](px) " },
    { "2n+1 -n+3 n-1", "dimension[2](n) number[1] _ word(-n) number[3] _ word(n-1) " },
    { "1.a", "number[1] sign. word(a) " },
    { "\\61 b \\000061c \\a", "word(ab) _ word(ac) _ word(\n) " },
    { "a\\:b .\\31 x", "word(a:b) _ sign. word(1x) " },
    { "\\0 \\d800 \\110000", "word(\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD) " },
    { "a\\ế", "word(aế) " },
    { "a\\\nb", "word(a) sign\\ _ word(b) " },
    { "{}[]();:,.>+~*",
      "sign{ sign} sign[ sign] sign( sign) sign; sign: sign, sign. sign> sign+ sign~ sign* " },
    { "url(a b)c", "bad(a) word(c) " },
    { "url(a\"b)c", "bad(a) word(c) " },
    { "url(a\\)b)", "url(a)b) " },
    { "<!-- -->", "sign< sign! word(--) _ word(--) sign> " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_broken;
    g_autofree char *shown = show (rows[i].text, &is_broken);
    g_assert_cmpstr (shown, ==, rows[i].tokens);
    g_assert_false (is_broken);
  }
}

static void
test_broken (void)
{
  static const struct {
    const char *text, *tokens;
  } rows[] = {
    { "a /* b", "word(a) _ " },  { "/*", "" },
    { "a /*/ b", "word(a) _ " }, { "'a b", "string(a b) " },
    { "'a\\", "string(a) " },    { "url(a", "url(a) " },
    { "url( ", "url() " },       { "\"", "string() " },
    { "'\\\n", "string() " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_broken;
    g_autofree char *shown = show (rows[i].text, &is_broken);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (shown, ==, rows[i].tokens);
    g_assert_true (is_broken);
  }
}

static void
test_names (void)
{
  Token token = { .kind = TOKEN_WORD, .text = "MarginX", .length = 6 };

  g_assert_true (token_is (&token, TOKEN_WORD, "margin"));
  g_assert_false (token_is (&token, TOKEN_WORD, "marginx"));
  g_assert_false (token_is (&token, TOKEN_AT, "margin"));
  g_assert_true (token_name (&token) == name_intern ("Margin", 6));
}

/* Every text is a row of tokens, and long ones are read in time. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "/*", "'",  "url(", "\\", "a",        "@",    "#",   "{",
                                        "(",  "\n", "-",    "1e", "\xC3\xA9", "\"\\", "<!--" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pieces); j++) {
      GString *text = g_string_new (NULL);
      for (guint n = 0; n < 20000; n++) {
        g_string_append (text, pieces[i]);
        g_string_append (text, pieces[j]);
      }
      g_autofree char *whole = g_string_free (text, FALSE);
      g_autofree char *shown = show (whole, NULL);
      g_assert_nonnull (shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token/tokens", test_tokens);
  g_test_add_func ("/token/broken", test_broken);
  g_test_add_func ("/token/names", test_names);
  g_test_add_func ("/token/hostile", test_hostile);
  return g_test_run ();
}
