/* SPDX-License-Identifier: MIT */
#include "check/page.h"

#include "../support.h"

#define HEAD  "<!DOCTYPE html>\n<html lang=\"vi\"><head>\n<meta charset=\"utf-8\">"
#define START HEAD "<title>T</title></head><body>\n"
#define END   "</body></html>\n"
#define CODE  "let a = 1 < 2"

typedef struct {
  PageRules rules;
  PageFaults *found;
  PageChecker *checker;
  char *faults;
} Check;

static void
check_init (Check *check)
{
  static const char *const paths[] = { "index.html", "a/b.html", "x.png", "x.css", "x.js", "y.js" };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n = sizeof digest;

  *check = (Check){ .rules = { g_hash_table_new (g_str_hash, g_str_equal),
                               g_hash_table_new (g_str_hash, g_str_equal),
                               g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), "/",
                               FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_hash_table_add (check->rules.paths, (gpointer) paths[i]);
  g_hash_table_add (check->rules.scripts, "x.js");
  g_checksum_update (checksum, (const guchar *) CODE, strlen (CODE));
  g_checksum_get_digest (checksum, digest, &n);
  g_hash_table_add (check->rules.digests, g_base64_encode (digest, n));
  check->found = page_faults_new ();
  check->checker = page_checker_new (&check->rules, check->found);
}

static void
check_clear (Check *check)
{
  page_checker_free (check->checker);
  page_faults_free (check->found);
  g_hash_table_unref (check->rules.paths);
  g_hash_table_unref (check->rules.scripts);
  g_hash_table_unref (check->rules.digests);
  g_free (check->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

/* What other pages have. */
static gboolean
has_name (const char *path, const char *name, G_GNUC_UNUSED gpointer data)
{
  return strcmp (path, "index.html") == 0 && page_has_name ("<i id=\"xa\"></i>", name);
}

/* The page as it would be written; NULL when it is not. Caller frees. */
static char *
look_at (Check *check, const char *path, const char *text, const PageBody *body,
         const char *template)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) page = g_string_new (text);
  const PageMaker maker = { .template = template };
  gboolean is_good = page_check (check->checker, path, page, body, template ? &maker : NULL);

  page_faults_report (check->found, has_name, NULL, report);
  g_free (check->faults);
  check->faults = report_text (report);
  return is_good ? g_string_free (g_steal_pointer (&page), FALSE) : NULL;
}

static char *
look (Check *check, const char *path, const char *text)
{
  return look_at (check, path, text, NULL, "web/page");
}

static void
test_good (void)
{
  static const char *const bodies[] = {
    "<p>Một <b>hai</b><br>ba<wbr></p><!-- <x> -->",
    "<a href=\"../index.html#xa\">a</a><a href=\"../index.html#top\">a</a><a "
    "href=\"../index.html#\">"
    "a</a><a href=\"../index.html#:~:text=a\">a</a><a href=\"../x.png#x\">a</a><a "
    "href=\"../a/b.html?c\">b</a><a href=\"b.html\">c</a>",
    "<a href=\"#x\">a</a><a href=\"/index.html\">a</a><i id=\"x\"></i><a href=\"#top\">b</a>",
    "<a href=\"https://vneid.gov.vn/?a=1&amp;b=2\">a</a><a href=\"tel:113\">b</a>",
    "<img src=\"../x.png\" alt=\"a > b\" srcset=\"../x.png 1x, ../x.png 2x\">",
    "<svg viewBox=\"0 0 1 1\"><title>a<b>c</b></title><path d=\"M0 0\" fill=\"url(#a)\"/><use "
    "href=\"#a\"/><g id=\"a\"/></svg>",
    "<script src=\"../x.js\" defer></script>",
    "<script>" CODE "</script>",
    "<script type=\"application/ld+json\">{\"a\": \"\\u003c\"}</script>",
    "<style>a{color:red}</style>",
    "<form hidden data-a=\"&#120;\"><input name=\"a\" disabled></form>",
    "<p title='a\"b'></p>",
    "<meta http-equiv=\"refresh\" content=\"0; url=../index.html\">",
    "<meta content=\"0; url=b.html#x\" http-equiv=\"refresh\">",
    "<meta name=\"description\" content=\"a &amp; b &nbsp; c\">",
    "<table><caption>a</caption><tr><td><p>a</p></td></tr></table><ul><li><p>a</p></li></ul>",
  };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *text = g_strconcat (START, bodies[i], END, NULL);
    g_autofree char *page = look (&check, "a/c.html", text);
    if (page == NULL)
      g_error ("%s\n%s", bodies[i], check.faults);
    g_assert_nonnull (strstr (page, bodies[i]));
  }
}

/* What is on another page is known when all are made: the page is good until then. Tags that were
 * seen before lead there like those that were not, and so do elements. */
static void
test_leads (void)
{
  static const char *const bodies[] = {
    "<a href=\"../index.html#x\">a</a>",
    "<a href=\"/index.html?a#%78\">a</a>",
    "<a href=\"b.html#xa\">a</a>",
  };
  static const char *const faults[] = {
    "there is nothing called “x” on the page “index.html”",
    "there is nothing called “x” on the page “index.html”",
    "there is nothing called “xa” on the page “a/b.html”",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_auto (Check) check = { 0 };
    check_init (&check);
    g_autofree char *text =
      g_strdup_printf (START "<div class=\"%0300d\">%s</div>" END, 0, bodies[i]);
    for (guint j = 0; j < 4; j++) {
      g_autofree char *path = g_strdup_printf ("a/%u.html", j);
      g_autofree char *page = look (&check, path, text);
      g_assert_nonnull (page);
    }
    if (!strstr (check.faults, faults[i]) || !strstr (check.faults, "a/0.html:4:")
        || !strstr (check.faults, "templates/web/page.mustache")
        || !strstr (check.faults, "the same on 4 pages"))
      g_error ("%s\n%s", bodies[i], check.faults);
  }
}

static void
test_bad (void)
{
  static const struct {
    const char *body, *fault;
  } rows[] = {
    { "<p>a", "<p> is not closed before </body>" },
    { "<p></b></p>", "<p> is not closed before </b>" },
    { "</i>", "<body> is not closed before </i>" },
    { "<p class=a></p>", "not well-formed" },
    { "<p a\"b></p>", "not end" },
    { "1 < 2", "is not an element" },
    { "<iframe src=\"x\"></iframe>", "is not an element" },
    { "<object data=\"x\"></object>", "is not an element" },
    { "<base href=\"https://evil.com/\">", "is not an element" },
    { "<my-thing></my-thing>", "is not an element" },
    { "<?php x ?>", "is not an element" },
    { "<![CDATA[x]]>", "only comments" },
    { "<img src=\"https://evil.com/x.png\">", "asks “https://evil.com/x.png”" },
    { "<img src=\"//evil.com/x.png\">", "asks “//evil.com/x.png”" },
    { "<img src=\"\\\\evil.com/x.png\">", "asks" },
    { "<img src=\"data:image/gif;base64,\">", "asks" },
    { "<IMG SRC=\"https://evil.com/x.png\">", "asks" },
    { "<img srcset=\"../x.png 1x, https://evil.com/y 2x\">", "asks “https://evil.com/y”" },
    { "<video poster=\"https://evil.com/\"></video>", "asks" },
    { "<link rel=\"stylesheet\" href=\"https://evil.com/a.css\">", "asks" },
    { "<link rel=\"dns-prefetch\" href=\"//evil.com\">", "asks" },
    { "<link rel=\"canonical preload\" href=\"//evil.com\">", "asks" },
    { "<link href=\"//evil.com\">", "asks" },
    { "<form action=\"https://evil.com/\"></form>", "asks" },
    { "<a ping=\"https://evil.com/\">a</a>", "“ping” is not known" },
    { "<meta http-equiv=\"refresh\" content=\"0;url=x\">", "“refresh”" },
    { "<meta http-equiv=\"refresh\" content=\"0; url=khong-co.html\">", "“refresh”" },
    { "<meta http-equiv=\"refresh\" content=\"0; url=//evil.com/a/b.html\">", "“refresh”" },
    { "<meta http-equiv=\"refresh\" content=\"0; url=https://evil.com\">", "“refresh”" },
    { "<meta http-equiv=\"refresh\" content=\"5; url=a/b.html\">", "“refresh”" },
    { "<meta http-equiv=\"Refresh\" content=\"0;url=x\">", "“refresh”" },
    { "<script src=\"https://evil.com/a.js\"></script>", "asks" },
    { "<script src=\"../y.js\"></script>", "is not a script of this site" },
    { "<svg><script href=\"../y.js\"/></svg>", "is not a script of this site" },
    { "<script>alert(1)</script>", "not one of the files" },
    { "<script type=\"application/ld+json\"><!--</script>", "“<”" },
    { "<svg><script>" CODE "</script></svg>", "has other elements in it" },
    { "<style>a{background:url(https://evil.com/)}</style>", "url(https://evil.com/)" },
    { "<style>@import 'x.css'</style>", "@import" },
    { "<style></STYLE><script>alert(1)</script></style>", "<style> is not closed" },
    { "<title><!-- </title><script>alert(1)</script> --></title>", "<title> is not closed" },
    { "<noscript><!-- </noscript><script>alert(1)</script> --></noscript>", "only comments" },
    { "<p onclick=\"x()\"></p>", "“onclick”" },
    { "<p ONCLICK=\"x()\"></p>", "“onclick”" },
    { "<p style=\"color:red\"></p>", "styles do not stand" },
    { "<a href=\"javascript:x()\">a</a>", "cannot lead to" },
    { "<a href=\"java&#115;cript:x()\">a</a>", "a reference in “href”" },
    { "<a href=\"javascript&colon;x()\">a</a>", "a reference in “href”" },
    { "<a href=\"javascript:x()\" href=\"#a\">a</a>", "says the same in two ways" },
    { "<svg><a xlink:href=\"javascript:x()\"><path/></a></svg>", "cannot lead to" },
    { "<svg><use href=\"https://evil.com/a.svg#b\"/></svg>", "cannot lead to" },
    { "<svg><path fill=\"url(https://evil.com/)\"/></svg>", "asks" },
    { "<svg><animate attributeName=\"href\"/></svg>", "is not an element" },
    { "<a href=\"https:evil.com\">a</a>", "not a whole address" },
    { "<a href=\"https://u@evil.com\">a</a>", "shows one host" },
    { "<a href=\"none.html\">a</a>", "there is nothing at “none.html”" },
    { "<a href=\"../../index.html\">a</a>", "there is nothing at" },
    { "<a href=\"../\">a</a>", "there is nothing at" },
    { "<img src=\"../y.png\">", "there is nothing at" },
    { "<a href=\"#y\">a</a>", "nothing called “y” on this page" },
    { "<a href=\"#X\">a</a><i id=\"x\"></i>", "nothing called “X” on this page" },
    { "<svg><use href=\"#a\"/></svg>", "nothing called “a” on this page" },
    { "<p>a<div>b</div></p>", "<div> cannot stand in a <p>" },
    { "<p>a<b><ul><li>b</li></ul></b></p>", "<ul> cannot stand in a <p>" },
    { "<p><hr></p>", "<hr> cannot stand in a <p>" },
    { "<p><p>a</p></p>", "<p> cannot stand in a <p>" },
    { "<table><p>a</p></table>", "<p> cannot stand in <table>" },
    { "<table><tr><b>a</b></tr></table>", "<b> cannot stand in <tr>" },
    { "<div><td>a</td></div>", "<td> cannot stand in <div>" },
    { "<svg><p>a</p></svg>", "<p> cannot stand in <svg>" },
    { "<svg><g><img src=\"../x.png\"></g></svg>", "<img> cannot stand in <g>" },
    { "<script type=\"application/ld+json\">{\"a\": }</script>", "not well-formed JSON" },
    { "<script type=\"application/json\">{a: 1}</script>", "not well-formed JSON" },
  };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (START, rows[i].body, END, NULL);
    g_autofree char *page = look (&check, "a/c.html", text);
    if (page || !strstr (check.faults, rows[i].fault) || !strstr (check.faults, "a/c.html:")
        || !strstr (check.faults, "templates/web/page.mustache"))
      g_error ("%s\n%s", rows[i].body, check.faults);
  }
}

/* Each element within a paragraph, and within a box: browsers close a paragraph where a box begins,
 * and what is closed by nothing they read otherwise. */
static void
test_elements (void)
{
  static const char *const of_text[] = { "em",   "strong", "small", "s",    "cite", "q",    "dfn",
                                         "abbr", "data",   "time",  "code", "var",  "samp", "kbd",
                                         "sub",  "sup",    "i",     "b",    "u",    "mark", "bdi",
                                         "bdo",  "span",   "ins",   "del",  "label" };
  static const char *const boxes[] = { "header",     "footer",  "main",    "nav",        "aside",
                                       "section",    "article", "search",  "address",    "hgroup",
                                       "h1",         "h2",      "h3",      "h4",         "h5",
                                       "h6",         "p",       "pre",     "blockquote", "figure",
                                       "figcaption", "details", "summary", "dialog" };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < G_N_ELEMENTS (of_text) + G_N_ELEMENTS (boxes); i++) {
    gboolean is_box = i >= G_N_ELEMENTS (of_text);
    const char *name = is_box ? boxes[i - G_N_ELEMENTS (of_text)] : of_text[i];
    const char *const forms[] = { "<div><%s>a</%s></div>", "<p><%s>a</%s></p>",
                                  "<div><%s>a</div></%s>" };
    for (guint form = 0; form < G_N_ELEMENTS (forms); form++) {
      g_auto (GStrv) parts = g_strsplit (forms[form], "%s", -1);
      g_autofree char *body = g_strjoinv (name, parts);
      g_autofree char *text = g_strconcat (START, body, END, NULL);
      g_autofree char *page = look (&check, "a/c.html", text);
      if ((page != NULL) != (form == 0 || (form == 1 && !is_box)))
        g_error ("%s\n%s", body, check.faults);
    }
  }
}

/* What was tried to have browsers read something else than we do, or ask somebody. */
static void
test_hostile (void)
{
  static const char *const bodies[] = {
    "<!--><script>x()</script>-->",
    "<!---><script>x()</script>-->",
    "<!-- --!><script>x()</script>-->",
    "<!-- a --!><img src=\"https://evil.com\">-->",
    "<!-- <!-- --><script>x()</script>",
    "<!DOCTYPE html><script>x()</script>",
    "<!doctype html SYSTEM \"x\">",
    "<!x>",
    "</ p>",
    "<p/><script>x()</script>",
    "<br></br>",
    "<a href=\"jav\tascript:x()\">a</a>",
    "<a href=\"java\nscript:x()\">a</a>",
    "<a href=\" javascript:x()\">a</a>",
    "<a href=\"\x01javascript:x()\">a</a>",
    "<a href=\"JAVASCRIPT:x()\">a</a>",
    "<a href=\"vbscript:x()\">a</a>",
    "<a href=\"data:text/html,x\">a</a>",
    "<a href=\"blob:x\">a</a>",
    "<a href=\"file:///etc/passwd\">a</a>",
    "<a href=\"/\\evil.com\">a</a>",
    "<a href=\"\\\\evil.com\">a</a>",
    "<a href=\"/%5Cevil.com\">a</a>",
    "<a href=\"//evil.com\">a</a>",
    "<a href=\"///evil.com\">a</a>",
    "<a href=\"\t//evil.com\">a</a>",
    "<a href=\"/\t/evil.com\">a</a>",
    "<img src=\"/\n/evil.com/../x.png\">",
    "<img src=\"\n//evil.com/../x.png\">",
    "<img src=x>",
    "<img src='../x.png' onerror='x()'>",
    "<img src=\"../x.png\"onerror=\"x()\">",
    "<img/src=\"../x.png\">",
    "<img src=\"../x.png\" src=\"https://evil.com\">",
    "<img srcset=\"../x.png,https://evil.com/y\">",
    "<img srcset=\"../x.png 1x,\nhttps://evil.com/y 2x\">",
    "<img srcset=\",https://evil.com/y\">",
    "<img srcset=\"https://evil.com/a,b\">",
    "<source srcset=\"https://evil.com/y\">",
    "<video src=\"https://evil.com/y\"></video>",
    "<audio><source src=\"https://evil.com/y\"></audio>",
    "<track src=\"https://evil.com/y\">",
    "<input type=\"image\" src=\"https://evil.com/y\">",
    "<button formaction=\"https://evil.com/y\">a</button>",
    "<button formaction=\"javascript:x()\">a</button>",
    "<form action=\"//evil.com\"></form>",
    "<form><input name=\"x\" formaction=\"https://evil.com\"></form>",
    "<link rel=\"preconnect\" href=\"https://evil.com\">",
    "<link rel=\"icon\" href=\"https://evil.com\">",
    "<link rel=\"stylesheet\" href=\"data:text/css,x\">",
    "<link rel=\"alternate stylesheet\" href=\"https://evil.com\">",
    "<link rel=\"manifest\" href=\"https://evil.com\">",
    "<link rel=\"next prefetch\" href=\"https://evil.com\">",
    "<link rel=\"canonical\nprefetch\" href=\"https://evil.com\">",
    "<link rel=\"canonical\tstylesheet\" href=\"https://evil.com\">",
    "<link rel=\"CANONICAL stylesheet\" href=\"https://evil.com\">",
    "<link itemprop=\"x\" imagesrcset=\"https://evil.com 1x\">",
    "<meta http-equiv=\"set-cookie\" content=\"a\">",
    "<meta http-equiv=\"refresh\" content=\"0\">",
    "<meta http-equiv=\" refresh\" content=\"0\">",
    "<style>a{background:image-set(\"https://evil.com\" 1x)}</style>",
    "<style>@import/**/\"https://evil.com\";</style>",
    "<style>a{b:url(data:x)}</style>",
    "<style><!-- </style><script>x()</script> --></style>",
    "<svg><style>a{b:url(//evil.com)}</style></svg>",
    "<svg><image href=\"https://evil.com\"/></svg>",
    "<svg><use xlink:href=\"data:x\"/></svg>",
    "<svg><a href=\"javascript:x()\"><text>a</text></a></svg>",
    "<svg><set attributeName=\"href\"/></svg>",
    "<svg><foreignObject></foreignObject></svg>",
    "<math><mi xlink:href=\"javascript:x()\">a</mi></math>",
    "<template shadowrootmode=\"open\"><script>x()</script></template>",
    "<xmp><script>x()</script></xmp>",
    "<plaintext>",
    "<noembed></noembed>",
    "<frameset></frameset>",
    "<isindex>",
    "<marquee onstart=\"x()\">a</marquee>",
    "<bgsound src=\"x\">",
    "<layer></layer>",
    "<body background=\"https://evil.com\"></body>",
    "<table background=\"https://evil.com\"></table>",
    "<td background=\"x\"></td>",
    "<embed src=\"x\">",
    "<applet></applet>",
    "<portal src=\"x\"></portal>",
    "<fencedframe></fencedframe>",
    "<textarea><img src=\"x\"></textarea>",
    "<textarea></textarea onclick=\"x()\">",
    "<title></title><script>x()</script>",
    "<select><option><script>x()</script></option></select>",
    "<a href=\"#a\" ping=\"https://evil.com\">a</a>",
    "<a href=\"../x.png\" attributionsrc=\"https://evil.com\">a</a>",
    "<img src=\"../x.png\" lowsrc=\"https://evil.com\">",
    "<img src=\"../x.png\" longdesc=\"https://evil.com\">",
    "<q cite=\"https://evil.com\">a</q><script>y</script>",
    "<p onclick>a</p>",
    "<p OnClick=\"x\">a</p>",
    "<p \non=\"x\" onclick=\"x\">a</p>",
    "<p style>a</p>",
    "<p data-x=\"a\" style='x'>a</p>",
    "<script src=\"../x.js\">x()</script>",
    "<script src=\"../x.js\" src=\"https://evil.com\"></script>",
    "<script type=\"module\">import 'https://evil.com'</script>",
    "<script type=\"importmap\">{}</script>",
    "<script type=\"speculationrules\">{}</script>",
    "<script type=\"application/ld+json\" type=\"text/javascript\">{}</script>",
    ("<script type=\"text/javascript\" data-type=\"x\" "
     "title='type=\"application/ld+json\"'>[1]</script>"),
    "<script\x0bsrc=\"../x.js\"></script>",
    "<script src=\"../x.js\x0c\"></script>",
    "<a href=\"../x.png\"\x0conclick=\"x()\">a</a>",
    "<p title=\"a>b\" onclick=\"x()\">a</p>",
    "<a href=\"https://evil.com%00@vneid.gov.vn\">a</a>",
    "<a href=\"tel:*21*1#\">a</a>",
    "<a href=\"mailto:a@b.vn?bcc=c@d.vn\">a</a>",
    "<a href=\"sms:113\">a</a>",
    "<a href=\"intent://x\">a</a>",
    "<a href=\"zalo://x\">a</a>",
    "<a href=\"..%2f..%2f../x.png\">a</a>",
    "<a href=\"a/../../index.html\">a</a>",
    "<a href=\"https://vneid.gov.vn\xE2\x80\xAE\">a</a>",
  };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *text = g_strconcat (START, bodies[i], END, NULL);
    g_autofree char *page = look (&check, "a/c.html", text);
    if (page)
      g_error ("%s", bodies[i]);
  }
}

/* What web developers write. */
static void
test_usual (void)
{
  static const char *const bodies[] = {
    "<!-- a --><!-- <b> - -- c -->",
    "<p>a &lt; b &amp; c &quot;</p>",
    "<a href=\"https://a.vn/?a=1&amp;b=2\" rel=\"noopener nofollow\" target=\"_blank\">a</a>",
    "<a href=\"tel:+842513822501\">a</a>",
    "<a href=\"mailto:a@b.vn\">a</a>",
    "<a href=\"\">a</a>",
    "<a href=\"?x=1\">a</a>",
    "<a href=\"../index.html?x#y\">a</a>",
    "<img src=\"../x.png\" srcset=\"../x.png 1x, ../x.png 2x\" sizes=\"(min-width: 1px) 1px\" "
    "loading=\"lazy\" decoding=\"async\" width=\"1\" height=\"1\" alt=\"\">",
    "<picture><source srcset=\"../x.png\" type=\"image/webp\"><img src=\"../x.png\" "
    "alt=\"\"></picture>",
    "<video controls poster=\"../x.png\"><source src=\"../x.png\"></video>",
    "<form action=\"../index.html\" method=\"get\"><label>a <input name=\"q\" type=\"search\" "
    "required></label><button>b</button></form>",
    "<details open><summary>a</summary><p>b</p></details>",
    "<dl><dt>a</dt><dd>b</dd></dl>",
    "<table><colgroup><col span=\"2\"></colgroup><thead><tr><th "
    "scope=\"col\">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    "<table><caption>a</caption><tbody><tr><td><table><tr><td>a</td></tr></table></td></tr></"
    "tbody></table>",
    "<svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><defs><linearGradient id=\"g\"><stop "
    "offset=\"0\" stop-color=\"red\"/></linearGradient></defs><path fill=\"url(#g)\" d=\"M0 "
    "0\"/></svg>",
    "<a href=\"../index.html\"><svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg></a>",
    "<div itemscope itemtype=\"https://schema.org/GovernmentService\"><span "
    "itemprop=\"name\">a</span></div>",
    "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"}</script>",
    "<noscript><p>a</p></noscript>",
    "<time datetime=\"2026-01-01\">a</time><wbr><br><hr>",
    "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>",
    "<button type=\"button\" aria-pressed=\"false\" popovertarget=\"m\">a</button><div id=\"m\" "
    "popover>b</div>",
    "<p>a<a id=\"t\"></a></p><a href=\"#t\">b</a>",
    "<ruby>a<rt>b</rt></ruby>",
    "<dialog id=\"d\"><p>a</p></dialog>",
    "<select name=\"a\"><optgroup label=\"x\"><option value=\"1\" "
    "selected>a</option></optgroup></select>",
    "<textarea name=\"a\" rows=\"3\"></textarea>",
    "<p lang=\"en\" dir=\"ltr\" translate=\"no\">a</p>",
    "<blockquote cite=\"https://a.vn\"><p>a</p></blockquote>",
    "<a href=\"../x.png\" download=\"a.png\">a</a>",
    "<p>a\n<br />\nb</p>",
    "<meter value=\"1\" max=\"2\">a</meter><progress></progress>",
  };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *text = g_strconcat (START, bodies[i], END, NULL);
    g_autofree char *page = look (&check, "a/c.html", text);
    if (page == NULL)
      g_error ("%s\n%s", bodies[i], check.faults);
  }
}

/* The body is passed over where it stands as it was written, and nowhere else. */
static void
test_body (void)
{
  static const struct {
    const char *page, *body;
    gboolean is_good;
  } rows[] = {
    { START "<div><p>a</i></p></div>" END, "<p>a</i></p>", TRUE },
    { START "<div><p>a</i></p></div>" END, "<p>a</b></p>", FALSE },
    { START "<div><p>a</i></p></div>" END, NULL, FALSE },
    { START "<p>a</i></p><p>a</i></p>" END, "<p>a</i></p>", FALSE },
    { START "<p><p>a</p></p>" END, "<p>a</p>", FALSE },
    { START "<table><p>a</p></table>" END, "<p>a</p>", FALSE },
    { START "<h2 id=\"a\">a</h2><a href=\"#a\">b</a>" END, "<h2 id=\"a\">a</h2>", TRUE },
    { START "<p>a</p>", "<p>a</p></body></html>", FALSE },
  };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const PageBody body = { rows[i].body, rows[i].body ? strlen (rows[i].body) : 0, TRUE };
    g_autofree char *page = look_at (&check, "c.html", rows[i].page, &body, "web/page");
    if ((page != NULL) != rows[i].is_good)
      g_error ("%s\n%s", rows[i].page, check.faults);
    g_assert_cmpint (page && rows[i].is_good, ==, page && strstr (page, "img-src 'self'") != NULL);
  }
}

/* A file of static/ is its author's, and there is no template to blame. */
static void
test_file (void)
{
  g_auto (Check) check = { 0 };

  check_init (&check);
  g_assert_null (look_at (&check, "c.html", START "<p>" END, NULL, NULL));
  g_assert_nonnull (strstr (check.faults, "static/c.html:"));
  g_assert_null (strstr (check.faults, "templates/"));
}

/* An element is good as a whole only where it would be, and what it uses goes into the policy. */
static void
test_whole (void)
{
#define FILL                                                                                                                          \
  "<p>Một đoạn dài hơn hai trăm byte, để cả phần tử được nhớ: kích hoạt tài khoản định danh điện " \
  "tử, "                                                                                                                            \
  "phản ánh kiến nghị về an ninh, trật tự, phòng cháy, chữa cháy tại khu dân cư.</p>"
#define WHOLE "<div>" FILL "<img src=\"../x.png\" alt=\"\"></div>"
  static const struct {
    const char *body;
    gboolean is_good, has_pictures;
  } rows[] = {
    { WHOLE, TRUE, TRUE },
    { "<section>" WHOLE "</section>", TRUE, TRUE },
    { "<p>a</p>", TRUE, FALSE },
    { "<p>" WHOLE "</p>", FALSE, FALSE },
    { "<svg>" WHOLE "</svg>", FALSE, FALSE },
    { "<table>" WHOLE "</table>", FALSE, FALSE },
    { "<div>" FILL "<img src=\"../y.png\" alt=\"\"></div>", FALSE, FALSE },
    { "<div>" FILL "</i></div>", FALSE, FALSE },
    { "<div>" FILL "<a href=\"#x\">a</a></div><i id=\"x\"></i>", TRUE, FALSE },
    { "<div>" FILL "<a href=\"#x\">a</a></div>", FALSE, FALSE },
    { "<div>" FILL "<!-- a --></div>", TRUE, FALSE },
    { "<noscript><div>" FILL "<!-- a --></div></noscript>", FALSE, FALSE },
    { "<div>" FILL "<script>" CODE "</script></div>", TRUE, FALSE },
    { WHOLE, TRUE, TRUE },
  };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
      g_autofree char *text = g_strconcat (START, rows[i].body, END, NULL);
      g_autofree char *page = look (&check, "a/c.html", text);
      gboolean has_code = strstr (rows[i].body, CODE) != NULL;
      if ((page != NULL) != rows[i].is_good)
        g_error ("round %u: %s\n%s", round, rows[i].body, check.faults);
      g_assert_cmpint (page && strstr (page, "img-src"), ==, rows[i].has_pictures);
      g_assert_cmpint (page && strstr (page, "script-src"), ==, has_code);
    }
  g_autofree char *elsewhere = g_strconcat (START, WHOLE, END, NULL);
  g_assert_null (look (&check, "c.html", elsewhere));
}

/* What was good at one place is not remembered for another. */
static void
test_memory (void)
{
  static const char *const texts[] = { START "<a href=\"b.html\">a</a>" END,
                                       START "<a href=\"index.html\">a</a>" END };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *there = look (&check, "a/c.html", texts[0]);
    g_autofree char *elsewhere = look (&check, "c/c.html", texts[0]);
    g_autofree char *top = look (&check, "c.html", texts[1]);
    g_autofree char *below = look (&check, "a/c.html", texts[1]);
    g_assert_nonnull (there);
    g_assert_null (elsewhere);
    g_assert_nonnull (top);
    g_assert_null (below);
  }
}

/* A policy allows what the page uses, and nothing else. */
static void
test_policy (void)
{
#define NOTHING "default-src 'none'; base-uri 'none'; form-action 'none'"
  static const struct {
    const char *text, *policy;
  } rows[] = {
    { START END, NOTHING },
    { START "<header></header><footer></footer><main></main><nav></nav><aside></aside><section></"
            "section><article></article><search></search><address></address><hgroup></"
            "hgroup><div></div><blockquote></blockquote><details></details><dialog></dialog>" END,
      NOTHING },
    { START "<h1>A</h1><h2>A</h2><h3>A</h3><h4>A</h4><h5>A</h5><h6>A</h6><hr><pre></pre>" END,
      NOTHING },
    { START "<ol><li></li></ol><ul><li></li></ul><menu></menu><dl><dt></dt><dd></dd></"
            "dl><figure><figcaption></figcaption></figure>" END,
      NOTHING },
    { START "<table><caption></caption><colgroup><col></colgroup><thead><tr><th></th></tr></"
            "thead><tbody><tr><td></td></tr></tbody><tfoot></tfoot></table>" END,
      NOTHING },
    { START
      "<p><em></em><strong></strong><small></small><s></s><cite></cite><q></q><dfn></dfn><abbr></"
      "abbr><data></data><time></time><code></code><var></var><samp></samp></p>" END,
      NOTHING },
    { START
      "<p><kbd></kbd><sub></sub><sup></sup><i></i><b></b><u></u><mark></mark><bdi></bdi><bdo></"
      "bdo><span></span><ins></ins><del></del><br><wbr><ruby><rt></rt><rp></rp></ruby></p>" END,
      NOTHING },
    { START "<label></label><input><button></button><select><option></option></select><textarea></"
            "textarea><output></output><progress></progress><meter></meter><fieldset><legend></"
            "legend></fieldset>" END,
      NOTHING },
    { START
      "<svg><g/><defs/><symbol/><desc/><path/><rect/><circle/><ellipse/><line/><polyline/><polygon/"
      "><text/><lineargradient/><radialgradient/><clippath/><mask/><pattern/><marker/></svg>" END,
      NOTHING },
    { START "<img src=\"x.png\"><form action=\"index.html\"></form>" END,
      "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'self'" },
    { HEAD "<title>T</title><link rel=\"stylesheet\" href=\"x.css\"></head><body><script "
           "src=\"x.js\"></script>" END,
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri "
      "'none'; form-action "
      "'none'" },
    { START "<style>a{}</style>" END, "default-src 'none'; style-src 'self' "
                                      "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; "
                                      "base-uri 'none'; form-action 'none'" },
  };
  g_auto (Check) check = { 0 };

  check_init (&check);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *page = look (&check, "c.html", rows[i].text);
    g_autofree char *head =
      g_strconcat (HEAD "\n<meta http-equiv=\"Content-Security-Policy\" content=\"", rows[i].policy,
                   "\">", NULL);
    g_assert_nonnull (page);
    if (!g_str_has_prefix (page, head))
      g_error ("%s", page);
  }
  g_assert_null (look (&check, "c.html", "<p></p>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/good", test_good);
  g_test_add_func ("/page/bad", test_bad);
  g_test_add_func ("/page/elements", test_elements);
  g_test_add_func ("/page/leads", test_leads);
  g_test_add_func ("/page/hostile", test_hostile);
  g_test_add_func ("/page/usual", test_usual);
  g_test_add_func ("/page/body", test_body);
  g_test_add_func ("/page/whole", test_whole);
  g_test_add_func ("/page/file", test_file);
  g_test_add_func ("/page/memory", test_memory);
  g_test_add_func ("/page/policy", test_policy);
  return g_test_run ();
}
