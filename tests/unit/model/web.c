/* SPDX-License-Identifier: MIT */
#include "model/web.h"

#include "../support.h"

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

/* What links may lead to. */
static void
test_links (void)
{
  const char *const *hosts = web_usual_hosts;
  static const struct {
    const char *url;
    WebFault fault;
  } rows[] = {
    { "https://vneid.gov.vn/a?b#c", WEB_GOOD },
    { "https://vneid.gov.vn:8443/it's (1)|{x}", WEB_GOOD },
    { "HTTP://A.gov.vn", WEB_GOOD },
    { "https://vneid.gov.vn.example.com/", WEB_UNKNOWN_HOST },
    { "https://tiếngviệt.vn/", WEB_UNKNOWN_HOST },
    { "https://münchen.de/", WEB_UNKNOWN_HOST },
    { "https://xn--mnchen-3ya.de/", WEB_UNKNOWN_HOST },
    { "https://[::1]/", WEB_UNKNOWN_HOST },
    { "https:vneid.gov.vn", WEB_NOT_WHOLE },
    { "https:/vneid.gov.vn", WEB_NOT_WHOLE },
    { "https://", WEB_NOT_WHOLE },
    { "https:///a", WEB_NOT_WHOLE },
    { "https:\\\\vneid.gov.vn", WEB_NOT_WHOLE },
    { "https://vneid.gov.vn\\@evil.com/", WEB_NOT_WHOLE },
    { "https://evil.com%2f.gov.vn/", WEB_NOT_WHOLE },
    { "ht\ttps://vneid.gov.vn", WEB_NOT_WHOLE },
    { "https://u:p@vneid.gov.vn/", WEB_USER_NAME },
    { "https://vneid.gov.vn@evil.com/", WEB_USER_NAME },
    { "https://vneid.gov.vn/@a", WEB_GOOD },
    { "https://vn\xD0\xB5id.gov.vn/", WEB_OTHER_ALPHABET },     /* Cyrillic е */
    { "https://xn--vnid-u4d.gov.vn/", WEB_OTHER_ALPHABET },     /* the same */
    { "https://\xEF\xBD\x96neid.gov.vn/", WEB_OTHER_ALPHABET }, /* a wide v */
    { "https://vne\xC4\xB1"
      "d.gov.vn/",
      WEB_OTHER_ALPHABET },                                           /* no dot */
    { "https://vneid.gov.vn\xE2\x81\x84x.com/", WEB_OTHER_ALPHABET }, /* a slash that is none */
    { "https://vn\xE2\x80\x8B"
      "eid.gov.vn/",
      WEB_INVISIBLE },
    { "https://vneid.gov.vn/\xE2\x80\xAE"
      "fdp.exe",
      WEB_INVISIBLE },
    { "mailto:a.b@xa.gov.vn", WEB_GOOD },
    { "mailto:a@b.vn?bcc=c@d.vn", WEB_BAD_MAIL },
    { "mailto:a@b.vn,c@d.vn", WEB_BAD_MAIL },
    { "tel:+842513822501", WEB_GOOD },
    { "tel:113", WEB_GOOD },
    { "tel:*21*0900000000#", WEB_BAD_PHONE },
    { "tel:0900;ext=x", WEB_BAD_PHONE },
    /* What was tried, and what offices write. */
    { "https://vneid-gov.vn/", WEB_UNKNOWN_HOST },
    { "https://vneid.gov.vn:8080@evil.com", WEB_USER_NAME },
    { "https://vneid.gov.vn%2eevil.com/", WEB_NOT_WHOLE },
    { "https://vneid.gov.vn%00.evil.com", WEB_NOT_WHOLE },
    { "https://vneid．gov.vn/", WEB_OTHER_ALPHABET },
    { "https://vnеid.gov.vn", WEB_OTHER_ALPHABET },
    { "https://xn--vnid-63d.gov.vn/", WEB_OTHER_ALPHABET },
    { "https://vneıd.gov.vn", WEB_OTHER_ALPHABET },
    { "https://vneid.gοv.vn", WEB_OTHER_ALPHABET },
    { "https:/evil.com", WEB_NOT_WHOLE },
    { "https:///evil.com", WEB_NOT_WHOLE },
    { "https://\tevil.com", WEB_NOT_WHOLE },
    { "https://vneid.gov.vn\\@evil.com", WEB_NOT_WHOLE },
    { "https://vneid.gov.vn;evil.com", WEB_OTHER_ALPHABET },
    { "https://vneid.gov.vn,evil.com/", WEB_OTHER_ALPHABET },
    { "https://2130706433/", WEB_UNKNOWN_HOST },
    { "https://127.1/", WEB_UNKNOWN_HOST },
    { "https://192.168.1.1/", WEB_UNKNOWN_HOST },
    { "https://[::ffff:1.2.3.4]/", WEB_UNKNOWN_HOST },
    { "http://localhost/", WEB_UNKNOWN_HOST },
    { "https://.gov.vn", WEB_NOT_WHOLE },
    { "https://a..gov.vn", WEB_NOT_WHOLE },
    { "https://-a.gov.vn/", WEB_NOT_WHOLE },
    { "https://vneid.gov.vn:0/", WEB_NOT_WHOLE },
    { "https://vneid.gov.vn:80a/", WEB_NOT_WHOLE },
    { "https://VNEID.GOV.VN/", WEB_GOOD },
    { "HTTPS://vneid.gov.vn", WEB_GOOD },
    { "hTTps://evil.com", WEB_UNKNOWN_HOST },
    { "https://vneid.gov.vn?@evil.com", WEB_GOOD },
    { "https://vneid.gov.vn#@evil.com/", WEB_GOOD },
    { "https://évil.gov.vn", WEB_UNKNOWN_HOST },
    { "https://xn--80ak6aa92e.com/", WEB_OTHER_ALPHABET },
    { "https://vneid.gov.vn/\u202e", WEB_INVISIBLE },
    { "https://vneid.gov.vn/\u200b", WEB_INVISIBLE },
    { "https://vneid\u00ad.gov.vn", WEB_INVISIBLE },
    { "https://a_b.gov.vn/", WEB_UNKNOWN_HOST },
    { "https://gov.vn.", WEB_UNKNOWN_HOST },
    { "https://ⓥneid.gov.vn", WEB_OTHER_ALPHABET },
    { "https://vneid.gov.vn\u2044evil.com/", WEB_OTHER_ALPHABET },
    { "https://vneid.gov.vn\u2215x.evil.com/", WEB_OTHER_ALPHABET },
    { "https://vneid.gov.vn\u3002evil.com", WEB_OTHER_ALPHABET },
    { "mailto:a@b.vn,c@evil.com", WEB_BAD_MAIL },
    { "mailto:a@b.vn?subject=x", WEB_BAD_MAIL },
    { "mailto:a@b.vn%3Fbcc=x@e.com", WEB_BAD_MAIL },
    { "mailto:", WEB_BAD_MAIL },
    { "mailto:a@b", WEB_BAD_MAIL },
    { "mailto:<a@b.vn>", WEB_BAD_MAIL },
    { "mailto:a@@b.vn", WEB_BAD_MAIL },
    { "mailto:a@vnеid.gov.vn", WEB_BAD_MAIL },
    { "mailto:a%0d%0aBcc:x@b.vn", WEB_BAD_MAIL },
    { "mailto:a b@c.vn", WEB_BAD_MAIL },
    { "mailto:a@-b.vn", WEB_BAD_MAIL },
    { "mailto:.a@b.vn", WEB_BAD_MAIL },
    { "mailto:a@b..vn", WEB_BAD_MAIL },
    { "tel:", WEB_BAD_PHONE },
    { "tel:113;phone-context=evil.com", WEB_BAD_PHONE },
    { "tel:%2A21%2A0900000000%23", WEB_BAD_PHONE },
    { "tel:12", WEB_BAD_PHONE },
    { "tel:0900000000,,1", WEB_BAD_PHONE },
    { "tel:+", WEB_BAD_PHONE },
    { "tel:++84900", WEB_BAD_PHONE },
    { "tel:abc", WEB_BAD_PHONE },
    { "tel:1234567890123456", WEB_BAD_PHONE },
    { "tel:09٠٠", WEB_BAD_PHONE },
    { "tel:113?x", WEB_BAD_PHONE },
    { "tel:113\u200b", WEB_INVISIBLE },
    { "tel://113", WEB_BAD_PHONE },
    { "tel:(113", WEB_BAD_PHONE },
    { "tel:1-1-3-", WEB_BAD_PHONE },
    { "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html", WEB_GOOD },
    { "https://www.chinhphu.vn/", WEB_GOOD },
    { "http://phutho.gov.vn/", WEB_GOOD },
    { "https://zalo.me/0900000000", WEB_GOOD },
    { "https://oa.zalo.me/1", WEB_GOOD },
    { "https://m.facebook.com/x", WEB_GOOD },
    { "https://www.facebook.com/CAX?fbclid=1", WEB_GOOD },
    { "https://youtu.be/abc", WEB_GOOD },
    { "https://www.youtube.com/watch?v=a&t=1s", WEB_GOOD },
    { "https://play.google.com/store/apps/details?id=com.vnid", WEB_GOOD },
    { "https://apps.apple.com/vn/app/vneid/id1582750372", WEB_GOOD },
    { "https://thuvienphapluat.vn/van-ban/a.aspx", WEB_UNKNOWN_HOST },
    { "https://vanban.chinhphu.vn/?pageid=27160&docid=1", WEB_GOOD },
    { "https://vi.wikipedia.org/wiki/Hà_Nội", WEB_UNKNOWN_HOST },
    { "https://xa.tinh.gov.vn/tin/Thông-báo", WEB_GOOD },
    { "https://dongnai.gov.vn:443/", WEB_GOOD },
    { "http://dongnai.gov.vn:8080/x", WEB_GOOD },
    { "https://a.gov.vn/x%20y", WEB_GOOD },
    { "https://a.gov.vn/~u/(x)", WEB_GOOD },
    { "https://a.gov.vn/x?u=https://b.vn/@c", WEB_GOOD },
    { "https://thôngtin.vn/", WEB_UNKNOWN_HOST },
    { "https://xn--thngtin-9wa.vn/", WEB_UNKNOWN_HOST },
    { "mailto:ubnd.xa@tinh.gov.vn", WEB_GOOD },
    { "mailto:UBND-Xa_1@tinh.gov.vn", WEB_GOOD },
    { "mailto:a+b@c.com.vn", WEB_GOOD },
    { "mailto:so.khcn@dongnai.gov.vn", WEB_GOOD },
    { "tel:19008888", WEB_GOOD },
    { "tel:0251-3822-501", WEB_GOOD },
    { "tel:0251.3822.501", WEB_GOOD },
    { "tel:+84-251-3822-501", WEB_GOOD },
    { "tel:(0251)3822501", WEB_GOOD },
    { "tel:1800 1234", WEB_GOOD },
    { "tel:(+84)251 3822 501", WEB_GOOD },
    { "tel:0251%203822%20501", WEB_GOOD },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (web_link_fault (rows[i].url, hosts) != rows[i].fault)
      g_error ("“%s”: %d", rows[i].url, web_link_fault (rows[i].url, hosts));
  g_assert_cmpint (web_link_fault ("https://evil.com/", NULL), ==, WEB_GOOD);
}

static void
test_texts (void)
{
  static const struct {
    const char *text, *url;
    gboolean lies;
  } rows[] = {
    { "Mở VNeID", "https://vneid.gov.vn/", FALSE },
    { "https://vneid.gov.vn", "https://vneid.gov.vn/", FALSE },
    { "www.vneid.gov.vn/huong-dan", "https://vneid.gov.vn/", FALSE },
    { "zalo.me", "https://oa.zalo.me/x", FALSE },
    { "HDSN_VNeID.pdf", "https://vneid.gov.vn/HDSN_VNeID.pdf", FALSE },
    { "UBND TP.HCM", "https://hochiminhcity.gov.vn/", FALSE },
    { "bản đồ, hình ảnh, v.v.", "https://a.gov.vn/", FALSE },
    { "ubnd@xa.gov.vn", "mailto:ubnd@xa.gov.vn", FALSE },
    { "0251 3822 501", "tel:02513822501", FALSE },
    { "(+84) 251.382.2501", "tel:02513822501", FALSE },
    { "Gọi 113", "tel:113", FALSE },
    { "vneid.gov.vn", "a.html", FALSE }, /* the site itself */
    { "https://vneid.gov.vn", "https://vneid.gov.vn.example.com/x", TRUE },
    { "vneid.gov.vn", "https://evil.com/", TRUE },
    { "Trang (vneid.gov.vn).", "https://evil.com/", TRUE },
    { "VNEID.GOV.VN", "https://evil.com/", TRUE },
    { "vneid.gov.vn", "https://vn\xD0\xB5id.gov.vn", TRUE },
    { "evil.com", "a.html", TRUE },
    { "ubnd@xa.gov.vn", "mailto:a@evil.com", TRUE },
    { "113", "tel:19001234", TRUE },
    { "vneid.gov.vn", "tel:113", TRUE },
    { "vneid.gov.vn", "https://evil.com/", TRUE },
    { "VNeID.gov.vn", "https://evil.com", TRUE },
    { "https://vneid.gov.vn", "https://vneid.gov.vn.evil.com", TRUE },
    { "vneid.gov.vn/", "https://evil.com", TRUE },
    { "Cổng dichvucong.gov.vn của Chính phủ", "https://evil.com", TRUE },
    { "vneid。gov。vn", "https://evil.com", TRUE },
    { "vneid․gov․vn", "https://evil.com", TRUE },
    { "113", "tel:19001234", TRUE },
    { "0251 3822 501", "tel:02513822502", TRUE },
    { "gọi 113", "tel:19001234", TRUE },
    { "Gọi 0251 3822 501 ngay", "tel:0900000000", TRUE },
    { "a@b.gov.vn", "mailto:a@c.com", TRUE },
    { "a@b.gov.vn", "mailto:c@b.gov.vn", TRUE },
    { "vneid.gov.vn", "mailto:a@evil.com", TRUE },
    { "vneid.gov.vn", "tel:113", TRUE },
    { "0251 3822 501", "https://evil.com", TRUE },
    { "vneid.gov.vn", "https://zalo.me/1", TRUE },
    { "www.vneid.gov.vn", "https://evil.com", TRUE },
    { "vneid.gov.vn:443", "https://evil.com", TRUE },
    { "dịchvụcông.vn", "https://evil.com", TRUE },
    { "(vneid.gov.vn)", "https://evil.com", TRUE },
    { "vneid.gov.vn,evil.com", "https://evil.com", TRUE },
    { "evil.com → vneid.gov.vn", "https://evil.com", TRUE },
    { "vneid.GOV.VN…", "https://evil.com", TRUE },
    { "“vneid.gov.vn”", "https://evil.com", TRUE },
    { "Cổng Dịch vụ công", "https://dichvucong.gov.vn", FALSE },
    { "dichvucong.gov.vn", "https://dichvucong.gov.vn/x", FALSE },
    { "https://www.vneid.gov.vn", "https://vneid.gov.vn", FALSE },
    { "vneid.gov.vn", "https://www.vneid.gov.vn/a", FALSE },
    { "Nghị định 30/2020/NĐ-CP", "https://vanban.chinhphu.vn/?x", FALSE },
    { "mẫu-01.docx", "mau.docx", FALSE },
    { "Mẫu 01.doc", "mau.doc", FALSE },
    { "0251.3822.501", "tel:02513822501", FALSE },
    { "(+84) 251 3822 501", "tel:02513822501", FALSE },
    { "0251 3822 501 (máy lẻ 2)", "tel:02513822501", FALSE },
    { "1900 8888", "tel:19008888", FALSE },
    { "a@b.gov.vn", "mailto:a@b.gov.vn", FALSE },
    { "A@B.gov.vn", "mailto:a@b.gov.vn", FALSE },
    { "xem tại đây", "https://x.gov.vn", FALSE },
    { "TP.HCM", "https://hochiminhcity.gov.vn", FALSE },
    { "Q.1", "https://a.gov.vn", FALSE },
    { "v.v.", "https://a.gov.vn", FALSE },
    { "ver 2.0", "https://a.gov.vn", FALSE },
    { "www.dongnai.gov.vn", "http://dongnai.gov.vn", FALSE },
    { "Th.S Nguyễn Văn A", "https://a.gov.vn", FALSE },
    { "Zalo: 0900 000 000", "https://zalo.me/0900000000", FALSE },
    { "https://zalo.me/0900000000", "https://zalo.me/0900000000", FALSE },
    { "Node.js", "https://nodejs.org", FALSE },
    { "VNeID.vn", "https://vneid.vn", FALSE },
    { "Facebook.com/CAX", "https://www.facebook.com/CAX", FALSE },
    { "024.3.942.2222", "tel:02439422222", FALSE },
    { "024-39422222", "tel:+842439422222", FALSE },
    { "84 24 3942 2222", "tel:02439422222", FALSE },
    { "Năm 2026 có 112345 hộ, gọi 1022", "tel:1022", FALSE },
    { "Đường dây nóng 24/7 của 112 xã", "tel:0900000000", TRUE },
    { "Đường dây nóng 24/7 năm 2026", "tel:0900000000", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (web_text_lies (rows[i].text, rows[i].url, "https://vneid.gov.vn/") != rows[i].lies)
      g_error ("“%s” %s", rows[i].text, rows[i].url);
}

static void
test_contacts (void)
{
  static const char *const phones[] = { "113",
                                        "0251 3822 501",
                                        "(0251) 3.822.501",
                                        "+84 251-3822-501",
                                        "1900 1234",
                                        "0251 3822 501 / 0251 3822 502",
                                        "0251 3822 501 máy lẻ 12",
                                        ("0270\xC2\xA0"
                                         "3800 100"),
                                        "0251.3822.501",
                                        "0251-3822-501",
                                        "(0251) 3822501",
                                        "02513822501",
                                        "+84 251 3822 501",
                                        "+84.251.3822.501",
                                        "(+84) 251 3822 501",
                                        "(84-251) 3822501",
                                        "84.251.3822501",
                                        "0251 3822 501 - 0251 3822 502",
                                        "0251 3822 501; 0251 3822 502",
                                        "0251 3822 501, 3822 502",
                                        "0251 3822 501 / 3822 502",
                                        "0251 3822 501/502",
                                        "1900 8888",
                                        "18001234",
                                        "1900.1234 nhánh 2",
                                        "024 3942 2222 (máy lẻ 123)",
                                        "024 3942 2222 máy lẻ: 123",
                                        "024 3942 2222 ext 12",
                                        "024.3942.2222 - ext: 12",
                                        "0900 000 000 (Zalo)",
                                        "0251 3822 501 hoặc 0900 000 000",
                                        "0251 3822 501 và 113",
                                        "0900000000 (ông An)",
                                        "0251–3822501",
                                        "080.48888",
                                        "0251 3822 501 (giờ hành chính)",
                                        "+84(0)251 3822 501" };
  static const char *const no_phones[] = { "",
                                           "javascript:alert(1)",
                                           "12",
                                           "0251 abc",
                                           "0251#",
                                           "*21*0900000000#",
                                           "0251 3822 501 máy lẻ",
                                           ("09\xE2\x80\x8B"
                                            "00000000"),
                                           "0123456789012345678",
                                           "ĐT: 0251 3822 501",
                                           "0251 3822 501;",
                                           "0251 3822 501 (Zalo",
                                           "0251 3822 501 (*21#)",
                                           "(0251 3822 501",
                                           "0251 3822 501 -",
                                           "0251 3822 501 máy lẻ x1" };
  static const char *const mails[] = { "ubnd@xa.tinh.gov.vn", "a.b-c_d+e@b.vn" };
  static const char *const no_mails[] = { "",
                                          "a",
                                          "a@b",
                                          "@b.vn",
                                          "a@b.vn?bcc=c@d.vn",
                                          "a@b.vn,c@d.vn",
                                          "A <a@b.vn>",
                                          "a b@c.vn",
                                          "a@b..vn",
                                          ".a@b.vn",
                                          "a@b.vn.",
                                          "a%0d@b.vn",
                                          "a@vn\xD0\xB5id.vn",
                                          "a@b@c.vn" };

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    if (!web_is_phone (phones[i]))
      g_error ("%s", phones[i]);
  for (guint i = 0; i < G_N_ELEMENTS (no_phones); i++)
    if (web_is_phone (no_phones[i]))
      g_error ("%s", no_phones[i]);
  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    if (!web_is_mail (mails[i]))
      g_error ("%s", mails[i]);
  for (guint i = 0; i < G_N_ELEMENTS (no_mails); i++)
    if (web_is_mail (no_mails[i]))
      g_error ("%s", no_mails[i]);
}

/* Which number is dialled. */
static void
test_dialling (void)
{
  static const char *const rows[][2] = {
    { "0251 3822 501", "tel:02513822501" },
    { "(0251) 3.822.501", "tel:02513822501" },
    { "+84 251-3822-501", "tel:+842513822501" },
    { "(+84) (0)251 3822 501", "tel:+842513822501" },
    { "(84-251) 3822501", "tel:+842513822501" },
    { "0251 3822 501; 0251 3822 502", "tel:02513822501" },
    { "0251 3822 501 - 0251 3822 502", "tel:02513822501" },
    { "0251 3822 501/502", "tel:02513822501" },
    { "024 - 3942 2222", "tel:02439422222" },
    { "1900.1234 nhánh 2", "tel:19001234" },
    { "024 3942 2222 (máy lẻ 123)", "tel:02439422222" },
    { "024.3942.2222 - ext: 12", "tel:02439422222" },
    { "0900 000 000 (Zalo)", "tel:0900000000" },
    { "113", "tel:113" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *link = web_phone_link (rows[i][0]);
    g_assert_cmpstr (link, ==, rows[i][1]);
    g_assert_cmpint (web_link_fault (link, NULL), ==, WEB_GOOD);
  }
}

static void
test_uris (void)
{
  static const char *const rows[][2] = {
    { "https://x.vn/lũ?a=b&c=%20#d", "https://x.vn/l%C5%A9?a=b&c=%20#d" },
    { "https://x.vn/a b\"<[{|}]>\\^`'()~",
      "https://x.vn/a%20b%22%3C%5B%7B%7C%7D%5D%3E%5C%5E%60'()~" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *uri = web_uri (rows[i][0]);
    g_assert_cmpstr (uri, ==, rows[i][1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web/host", test_host);
  g_test_add_func ("/web/links", test_links);
  g_test_add_func ("/web/texts", test_texts);
  g_test_add_func ("/web/contacts", test_contacts);
  g_test_add_func ("/web/dialling", test_dialling);
  g_test_add_func ("/web/uris", test_uris);
  return g_test_run ();
}
