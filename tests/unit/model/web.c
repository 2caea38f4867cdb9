/* SPDX-License-Identifier: MIT */
#include "model/web.h"

#include "../support.h"

static void
test_scheme (void)
{
  static const struct {
    const char *link, *scheme;
    gboolean safe;
  } rows[] = {
    { "https://a.vn/", "https", TRUE },
    { "HTTP://a.vn/", "http", TRUE },
    { "mailto:a@b.vn", "mailto", TRUE },
    { "tel:+84241234567", "tel", TRUE },
    { "a.html", NULL, FALSE },
    { "a/b:c", NULL, FALSE },
    { "#a:b", NULL, FALSE },
    { "?a:b", NULL, FALSE },
    { "//a.vn/", NULL, FALSE },
    { "", NULL, FALSE },
    { ":a", NULL, FALSE },
    { "javascript:alert(1)", "javascript", FALSE },
    { "JavaScript:alert(1)", "javascript", FALSE },
    { "java\tscript:alert(1)", "javascript", FALSE },
    { "java\nscript:alert(1)", "javascript", FALSE },
    { "java\r\nscript:alert(1)", "javascript", FALSE },
    { " \x01javascript:alert(1)", "javascript", FALSE },
    { "javascript\t:alert(1)", "javascript", FALSE },
    { "vbscript:x", "vbscript", FALSE },
    { "v\tb\tscript:x", "vbscript", FALSE },
    { "data:text/html,<script>", "data", FALSE },
    { "da\nta:text/html,x", "data", FALSE },
    { "file:///etc/passwd", "file", FALSE },
    { "blob:https://a.vn/x", "blob", FALSE },
    { "view-source:https://a.vn", "view-source", FALSE },
    { "h\tttps://a.vn", "https", TRUE }, /* what a browser makes of it is what counts */
    { "1x:y", "1x", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *scheme = web_scheme (rows[i].link);
    g_test_message ("“%s”", rows[i].link);
    g_assert_cmpstr (scheme, ==, rows[i].scheme);
    g_assert_cmpint (web_scheme_is_safe (rows[i].link), ==, rows[i].safe);
  }
}

/* What may stand behind a QR code on a wall. */
static void
test_host (void)
{
  static const char *const patterns[] = { "*.gov.vn", "vneid.example.vn", NULL };
  static const struct {
    const char *url;
    gboolean allowed;
  } rows[] = {
    { "https://vneid.gov.vn/huongdan/HDSN_VNeID.pdf", TRUE },
    { "http://vneid.gov.vn", TRUE },
    { "https://a.b.gov.vn/", TRUE },
    { "HTTPS://VNEID.GOV.VN/", TRUE },
    { "https://vneid.example.vn/?a=b#c", TRUE },
    { "https://VNeID.example.VN/", TRUE },
    { "https://vneid.gov.vn:443/", TRUE },
    { "http://vneid.gov.vn:80/", TRUE },
    { "https://vneid.gov.vn/t%C3%A0i", TRUE },
    { "https://vneid.gov.vn?x@evil.com", TRUE },
    { "https://vneid.gov.vn#@evil.com", TRUE },
    /* Other hosts that look like one of ours. */
    { "https://evil.com/", FALSE },
    { "https://evilgov.vn/", FALSE },
    { "https://gov.vn/", FALSE },
    { "https://.gov.vn/", FALSE },
    { "https://vneid.gov.vn.evil.com/", FALSE },
    { "https://evil.com/.gov.vn", FALSE },
    { "https://evil.com?x.gov.vn", FALSE },
    { "https://evil.com#x.gov.vn", FALSE },
    { "https://x.vneid.example.vn/", FALSE },
    { "https://vneid.gov.vn@evil.com/", FALSE },
    { "https://vneid.gov.vn:x@evil.com/", FALSE },
    { "https://vneid.gov.vn;@evil.com/", FALSE },
    { "https://user@vneid.gov.vn/", FALSE },
    { "https://@vneid.gov.vn/", FALSE },
    { "https://evil.com\\@vneid.gov.vn/", FALSE },
    { "https://evil.com\\.gov.vn/", FALSE },
    { "https:\\\\vneid.gov.vn/", FALSE },
    { "https://evil.com%2f.gov.vn/", FALSE },
    { "https://evil.com%23.gov.vn/", FALSE },
    { "https://evil.com%00.gov.vn/", FALSE },
    { "https://vneid%2egov%2evn/", FALSE },
    { "https://evil.com\t.gov.vn/", FALSE },
    { "https://evil.com\n.gov.vn/", FALSE },
    { "https://evil.com .gov.vn/", FALSE },
    { "https://vneid.gov.vn./", FALSE },
    { "https://evil.com..gov.vn/", FALSE },
    { "https://vneid..gov.vn/", FALSE },
    { "https://vneid.gov.vn:8443/", FALSE },
    { "http://vneid.gov.vn:443/", FALSE },
    { "https://vneid.gov.vn:99999/", FALSE },
    { "https://vneid.gov.vn:443x/", FALSE },
    { "https://[::1]/", FALSE },
    { "https://[::1].gov.vn/", FALSE },
    { "https://[fe80::1%25a.gov.vn]/", FALSE },
    { "https://127.0.0.1/", FALSE },
    { "https://0x7f000001/", FALSE },
    /* Letters of other alphabets, and what they become. */
    { "https://vnеid.gov.vn/", FALSE },  /* a Cyrillic е */
    { "https://ｖneid.gov.vn/", FALSE }, /* a full-width v */
    { "https://vneid。gov。vn/", FALSE },
    { "https://evil.com。gov.vn/", FALSE },
    { "https://xn--vnid-y4d.gov.vn/", FALSE },
    { "https://XN--VNID-Y4D.gov.vn/", FALSE },
    { "https://a.xN--vnid-y4d.gov.vn/", FALSE },
    { "https://vneid.gov.vn\xE2\x80\xAE/", FALSE },
    /* No address of the web, or no whole one. */
    { "vneid.gov.vn", FALSE },
    { "//vneid.gov.vn/", FALSE },
    { "https:vneid.gov.vn", FALSE },
    { "https:/vneid.gov.vn", FALSE },
    { "https:///vneid.gov.vn", FALSE },
    { "https://", FALSE },
    { "", FALSE },
    { "ftp://vneid.gov.vn/", FALSE },
    { "javascript://vneid.gov.vn/%0aalert(1)", FALSE },
    { "javascript:https://vneid.gov.vn/", FALSE },
    { "data:text/html,//vneid.gov.vn/", FALSE },
    { "mailto:a@vneid.gov.vn", FALSE },
    { "https://vneid.gov.vn/\x01", FALSE },
    { "https://vneid.gov.vn/\x7f", FALSE },
    { "https://vneid.gov.vn/\"><script>", FALSE },
    { " https://vneid.gov.vn/", FALSE },
    { "https://vneid.gov.vn/ x", FALSE },
    { "https://vneid.gov.vn/%zz", FALSE },
  };
  const char *const none[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("“%s”", rows[i].url);
    g_assert_cmpint (web_host_is_allowed (rows[i].url, patterns), ==, rows[i].allowed);
    g_assert_false (web_host_is_allowed (rows[i].url, none));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web/scheme", test_scheme);
  g_test_add_func ("/web/host", test_host);
  return g_test_run ();
}
