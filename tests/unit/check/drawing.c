/* SPDX-License-Identifier: MIT */
#include "check/drawing.h"

#include "../support.h"

#define PNG                                                                                        \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"                                  \
  "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
#define SVG                                                                                        \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "        \
  "xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:ink=\"http://ink.example/\">"

typedef enum { WHOLE, LESS, NONE } Outcome;

static void
check_text (const char *text, Outcome expected, const char *gone)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) cleaned = g_string_new (NULL);
  Source source = { "a.svg", text, strlen (text) };
  gboolean is_good = drawing_check (&source, cleaned, report);
  Outcome outcome = !is_good ? NONE : cleaned->len > 0 ? LESS : WHOLE;

  if (outcome != expected)
    g_error ("%d for %d: %s", outcome, expected, text);
  g_assert_cmpint (report_n_errors (report) == 0, ==, is_good);
  g_assert_cmpint (report_n_warnings (report) > 0, ==, is_good && cleaned->len > 0);
  if (gone && strstr (cleaned->str, gone))
    g_error ("“%s” is still in %s", gone, cleaned->str);
}

/* What was tried by who wanted more than a drawing. */
static void
test_hostile (void)
{
  static const char *const never[] = {
    "<script>x()</script>",
    "<SCRIPT>x()</SCRIPT>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'>x()</x:script>",
    "<script xlink:href='data:text/javascript,x()'/>",
    "<rect onload='x()'/>",
    "<rect ONLOAD='x()'/>",
    "<rect onbegin='x()'/>",
    "<g><set attributeName='href' to='javascript:x()'/></g>",
    "<animate attributeName='href' values='javascript:x()'/>",
    "<a href='javascript:x()'><rect/></a>",
    "<a xlink:href='java&#10;script:x()'><rect/></a>",
    "<a href=' javascript:x()'><rect/></a>",
    "<a href='data:text/html,x'><rect/></a>",
    "<a href='https://evil.com'><rect/></a>",
    "<a x:href='https://evil.com' xmlns:x='http://www.w3.org/1999/xlink'><rect/></a>",
    "<use href='https://evil.com/a.svg#b'/>",
    "<use href='data:image/svg+xml;base64,PHN2Zy8+#x'/>",
    "<image href='https://evil.com/a.png'/>",
    "<image href='file:///etc/passwd'/>",
    "<image href='../../x.png'/>",
    "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
    "<image href='data:text/html;base64,PHN2Zy8+'/>",
    "<image href='data:image/png;base64,AAAA'/>",
    "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' "
    "src='https://evil.com'/></foreignObject>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>a</body></foreignObject>",
    "<style>@import 'https://evil.com';</style>",
    "<style>@import url(https://evil.com);</style>",
    "<style>a{background:url(https://evil.com)}</style>",
    "<style>a{fill:u\\72l(https://evil.com)}</style>",
    "<style>@font-face{font-family:x;src:url(https://evil.com)}</style>",
    "<style>a{fill:image-set('https://evil.com' 1x)}</style>",
    "<style>@im\\70ort 'https://evil.com';</style>",
    "<style><![CDATA[@import 'https://evil.com';]]></style>",
    "<rect style='fill:url(https://evil.com#a)'/>",
    "<rect fill='url(https://evil.com#a)'/>",
    "<rect fill='url( &quot;https://evil.com#a&quot; )'/>",
    "<rect filter='url(//evil.com#a)'/>",
    "<rect cursor='url(https://evil.com),auto'/>",
    "<rect style='cursor:url(https://evil.com)'/>",
    "<filter id='a'><feImage href='https://evil.com'/></filter>",
    "<text><textPath href='https://evil.com#a'>x</textPath></text>",
    "<linearGradient href='https://evil.com#a'/>",
    "<pattern xlink:href='https://evil.com#a'/>",
    "<?xml-stylesheet href='https://evil.com/a.css'?>",
    "<iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.com'/>",
    "<h:img xmlns:h='http://www.w3.org/1999/xhtml' src='x' onerror='x()'/>",
    "<meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' "
    "content='0;url=https://evil.com'/>",
    "<handler xmlns='http://www.w3.org/2000/svg' type='text/ecmascript'>x()</handler>",
    "<rect xml:base='https://evil.com/' fill='url(#a)'/>",
    "<style>a{b:expression(x())}</style>",
    "<style>a{-moz-binding:url(https://evil.com)}</style>",
    "<style>a{fill:src('https://evil.com')}</style>",
    "<discard/>",
    "<video src='https://evil.com'/>",
    "<rect style='--x:url(https://evil.com)'/>",
    "<style>a{fill:var(--x)} b{--x:url(https://evil.com)}</style>",
    "<font-face-uri xlink:href='https://evil.com'/>",
    "<animateMotion><mpath href='#a'/></animateMotion>",
    "<switch><foreignObject requiredExtensions='x'/></switch>",
  };
  static const char *const left_out[] = {
    "<mpath xlink:href='https://evil.com'/>",
    "<cursor xlink:href='https://evil.com'/>",
    "<color-profile xlink:href='https://evil.com'/>",
    "<tref xlink:href='https://evil.com'/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++) {
    g_autofree char *text = g_strconcat (SVG, never[i], "</svg>", NULL);
    check_text (text, NONE, NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++) {
    g_autofree char *text = g_strconcat (SVG, left_out[i], "</svg>", NULL);
    check_text (text, LESS, "evil.com");
  }
}

/* What Inkscape, Illustrator, Figma, Canva, LibreOffice and Visio write. */
static void
test_programs (void)
{
  static const struct {
    const char *inside;
    Outcome outcome;
  } rows[] = {
    { "<title>a</title><desc>b</desc><rect width='1' height='1' fill='#fff'/>", WHOLE },
    { "<defs><linearGradient id='a'><stop offset='0' "
      "stop-color='red'/></linearGradient></defs><rect fill='url(#a)'/>",
      WHOLE },
    { "<a href='#x'><rect/></a>", WHOLE },
    { "<use xlink:href='#a' x='1'/>", WHOLE },
    { "<style type='text/css'>.st0{fill:#00AEEF;}\n.cls-1{clip-path:url(#clippath);}</style><path "
      "class='st0' d='M0 0'/>",
      WHOLE },
    { "<g style='font-family:&quot;Times New "
      "Roman&quot;;-inkscape-font-specification:Arial;fill:#000;stroke-width:.26458332;paint-order:"
      "stroke markers fill'/>",
      LESS },
    { "<g style='mix-blend-mode:normal;isolation:isolate'/>", WHOLE },
    { "<path "
      "style='fill:none;stroke:#000;stroke-width:1px;stroke-linecap:butt;stroke-opacity:1;marker-"
      "end:url(#m)' d='M0 0'/>",
      WHOLE },
    { "<text xml:space='preserve' x='1' y='2'><tspan x='1' dy='1.2em'>Xã</tspan></text>", WHOLE },
    { "<filter id='f' x='-.1' y='-.1' width='1.2' height='1.2' "
      "color-interpolation-filters='sRGB'><feGaussianBlur stdDeviation='2'/><feOffset dx='1' "
      "dy='1'/><feComposite in2='SourceAlpha' operator='in'/></filter>",
      WHOLE },
    { "<clipPath id='c' clipPathUnits='userSpaceOnUse'><rect width='1' height='1'/></clipPath>",
      WHOLE },
    { "<mask id='m' maskUnits='userSpaceOnUse'><rect/></mask>", WHOLE },
    { "<image width='1' height='1' "
      "href='data:image/"
      "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"
      "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='/>",
      WHOLE },
    { "<g enable-background='new 0 0 100 100' transform='matrix(1 0 0 1 2 2)'/>", WHOLE },
    { "<g fill='rgb(255,255,255)' fill-rule='evenodd' stroke='none' "
      "class='com.sun.star.drawing.CustomShape'/>",
      WHOLE },
    { "<switch><g/></switch>", WHOLE },
    { "<symbol id='s' viewBox='0 0 1 1'><path d='M0 0'/></symbol>", WHOLE },
    { "<pattern id='p' patternUnits='userSpaceOnUse' width='1' height='1' "
      "patternTransform='scale(2)'><path d='M0 0'/></pattern>",
      WHOLE },
    { "<g data-name='Layer 1'/>", LESS },
    { "<path vector-effect='non-scaling-stroke' d='M0 0'/>", WHOLE },
    { "<g "
      "style='line-height:125%;letter-spacing:0px;word-spacing:0px;text-anchor:middle;text-align:"
      "center;writing-mode:lr-tb;white-space:pre;inline-size:20'/>",
      LESS },
    { "<g "
      "style='font-variant-ligatures:normal;font-variant-caps:normal;font-variant-numeric:normal;"
      "font-variation-settings:normal;opacity:1;vector-effect:none;fill-opacity:1;shape-padding:0;"
      "shape-margin:0;solid-color:#000;solid-opacity:1;text-decoration-line:none;text-decoration-"
      "style:solid;text-decoration-color:#000;text-orientation:mixed;dominant-baseline:auto;"
      "baseline-shift:baseline;color-rendering:auto;image-rendering:auto;stop-color:#000;text-"
      "rendering:auto;direction:ltr;text-indent:0;text-transform:none'/>",
      LESS },
    { "<style>@media print{.a{fill:#000}} .b:hover{fill:red} text{font:12px 'Segoe "
      "UI',sans-serif}</style>",
      WHOLE },
    { "<style>@font-face{font-family:'x';src:local('Arial')}</style>", WHOLE },
    { "<g aria-label='Nhãn' role='img' focusable='false'/>", WHOLE },
    { "<polygon points='0,0 1,1'/><polyline points='0 0'/>", WHOLE },
    { "<radialGradient id='r' cx='0' cy='0' r='1' gradientUnits='userSpaceOnUse' "
      "gradientTransform='translate(1 1) rotate(90) scale(2)'/>",
      WHOLE },
    { "<g id='SVGRepo_iconCarrier' stroke-linejoin='round'/>", WHOLE },
    { "<text font-family='Arial' font-size='12' style='fill:#000' textLength='10' "
      "lengthAdjust='spacingAndGlyphs'>a</text>",
      WHOLE },
    { "<text text-anchor='start' writing-mode='tb'>a</text>", WHOLE },
    { "<g clip-path='url(&quot;#c&quot;)' filter='url(#f)'/>", WHOLE },
    { "<path style='fill:var(--fill-0, white)' d='M0 0'/>", WHOLE },
    { "<rect style='fill:color-mix(in srgb, red, "
      "blue);transform:translate(1px,2px);transform-box:fill-box;transform-origin:center'/>",
      WHOLE },
    { "<g transform-origin='50 50' display='inline' visibility='visible' overflow='visible'/>",
      WHOLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (SVG, rows[i].inside, "</svg>", NULL);
    check_text (text, rows[i].outcome, NULL);
  }
}

/* What may stand in a drawing, what is left out of it, what is never published. */
static void
test_contents (void)
{
  static const struct {
    const char *inside;
    Outcome outcome;
    const char *gone;
  } rows[] = {
    { "<path d=\"M0 0h1\"/><text>Ẩn danh</text>", WHOLE, NULL },
    { "<use xlink:href=\"#a\"/><use href=\"#a\"/>", WHOLE, NULL },
    { "<image href=\"data:image/png;base64," PNG "\"/>", WHOLE, NULL },
    { "<path fill=\"url(#a)\" style=\"fill: url( '#a' ); stroke:#fff\"/>", WHOLE, NULL },
    { "<style>.st0{fill:#fff} @media print{.a{fill:rgb(1,2,3)}}</style>", WHOLE, NULL },
    { "<linearGradient id=\"a\"><stop offset=\".5\" stop-color=\"red\"/></linearGradient>", WHOLE,
      NULL },
    { "<filter><feGaussianBlur stdDeviation=\"2\"/></filter>", WHOLE, NULL },
    { "<path aria-label=\"url(http://a.vn)\"/>", WHOLE, NULL },
    { "<text>x = url(http://example.com/) onclick=</text>", WHOLE, NULL },

    { "<metadata><ink:data>x</ink:data></metadata>", LESS, "data" },
    { "<ink:view zoom=\"1\"/>", LESS, "ink:" },
    { "<path ink:label=\"a\" d=\"M0 0\"/>", LESS, "label" },
    { "<path data-name=\"a\"/>", LESS, "data-name" },
    { "<path style=\"fill:red;-ink-stroke:none\"/>", LESS, "-ink" },
    { "<g><whatever/></g>", LESS, "whatever" },
    { "<path xmlns=\"\"/>", LESS, "path" },
    { "<rect src=\"x\"/>", LESS, "src" },

    { "<script>alert(1)</script>", NONE, NULL },
    { "<SCRIPT/>", NONE, NULL },
    { "<h:script/>", NONE, NULL },
    { "<path onclick=\"x()\"/>", NONE, NULL },
    { "<path ONLOAD=\"x()\"/>", NONE, NULL },
    { "<whatever onload=\"x()\"/>", NONE, NULL },
    { "<metadata><ink:script/></metadata>", NONE, NULL },
    { "<a href=\"javascript:x()\"><path/></a>", NONE, NULL },
    { "<a href=\"https://example.com/\"><path/></a>", NONE, NULL },
    { "<image href=\"https://example.com/a.png\"/>", NONE, NULL },
    { "<image href=\"//example.com/a.png\"/>", NONE, NULL },
    { "<use xlink:href=\"other.svg#a\"/>", NONE, NULL },
    { "<g xml:base=\"http://example.com/\"/>", NONE, NULL },
    { "<foreignObject><p/></foreignObject>", NONE, NULL },
    { "<feImage href=\"#a\"/>", NONE, NULL },
    { "<h:meta http-equiv=\"refresh\" content=\"0;url=http://example.com/\"/>", NONE, NULL },
    { "<h:p/>", NONE, NULL },
    { "<image href=\"data:text/html,x\"/>", NONE, NULL },
    { "<image href=\"data:image/svg+xml,x\"/>", NONE, NULL },
    { "<image href=\"data:image/png;base64,PHNjcmlwdD4=\"/>", NONE, NULL }, /* is none */
    { "<use href=\"data:image/png;base64," PNG "\"/>", NONE, NULL },
    { "<path fill=\"url(http://example.com/a)\"/>", NONE, NULL },
    { "<path fill=\"URL(http://example.com/a)\"/>", NONE, NULL },
    { "<path style=\"mask:u\\72l(http://example.com/a)\"/>", NONE, NULL },
    { "<path style=\"mask:u\\000072 l(http://example.com/a)\"/>", NONE, NULL },
    { "<path style=\"mask:url/**/(x)\"/>", WHOLE, NULL }, /* no function */
    { "<path style=\"background: url( 'http://example.com/a')\"/>", NONE, NULL },
    { "<path style=\"mask-image:image-set('http://example.com/a' 1x)\"/>", NONE, NULL },
    { "<path style=\"mask-image:next-year('http://example.com/a')\"/>", NONE, NULL },
    { "<path mask=\"src('http://example.com/a')\"/>", NONE, NULL },
    { "<style>@import url(#a);</style>", NONE, NULL },
    { "<style>@\\69mport 'http://example.com/a';</style>", NONE, NULL },
    { "<style><![CDATA[a{fill:url(//example.com)}]]></style>", NONE, NULL },
    { "<a href=\"#\"><set attributeName=\"href\" to=\"javascript:x()\"/></a>", NONE, NULL },
    { "<animate attributeName=\"href\"/>", NONE, NULL },
    { "<?xml-stylesheet href=\"http://example.com/a\"?>", NONE, NULL },
    { "<path", NONE, NULL },
    { "<b:path/>", NONE, NULL }, /* a browser shows nothing at all */
    { "&unknown;", NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (SVG, rows[i].inside, "</svg>", NULL);
    check_text (text, rows[i].outcome, rows[i].gone);
  }
}

static void
test_documents (void)
{
  static const struct {
    const char *text;
    Outcome outcome;
  } rows[] = {
    { "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", WHOLE },
    { "<?xml version=\"1.0\" encoding=\"UTF-8\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      WHOLE },
    { "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">"
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      LESS },
    { "<?xml version=\"1.0\"?><!-- [ --><!DOCTYPE svg [<!ENTITY a \"b\">]>"
      "<svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
      NONE },
    { "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      NONE },
    { "<?xml-stylesheet href=\"a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", NONE },
    { "<svg/>", NONE },
    { "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", NONE },
    { "", NONE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_text (rows[i].text, rows[i].outcome, "DOCTYPE");
}

/* One warning names what was left out, at the line of the first. */
static void
test_report (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) cleaned = g_string_new (NULL);
  g_autoptr (Source) source =
    source_new ("a.svg", SVG "\n<ink:a/><ink:b/>\n<path ink:c='1' data-d='2'/></svg>", -1);

  g_assert_true (drawing_check (source, cleaned, report));
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "a.svg:2: warning: 4 names are not part of a drawing and are left out: ink:a, "
                   "ink:b, ink:c, data-d\n");
}

/* All that is wrong, each in its line, also inside what is left out. */
static void
test_places (void)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (GString) cleaned = g_string_new (NULL);
  g_autoptr (Source) source =
    source_new ("a.svg",
                SVG "\n<script/>\n\n<g onclick='x()' href='b.svg'/>\n<?xml-stylesheet y?>"
                    "<ink:a>\n<h:p/></ink:a></svg>",
                -1);

  g_assert_false (drawing_check (source, cleaned, report));
  g_autofree char *faults = report_faults (report);
  g_assert_cmpstr (faults, ==,
                   "a.svg:2: error: a drawing with “script” is not published\n"
                   "a.svg:4: error: a drawing with “href=b.svg” is not published\n"
                   "a.svg:4: error: a drawing with “onclick=x()” is not published\n"
                   "a.svg:5: error: a drawing with “xml-stylesheet” is not published\n"
                   "a.svg:6: error: a drawing with “h:p” is not published\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/contents", test_contents);
  g_test_add_func ("/drawing/hostile", test_hostile);
  g_test_add_func ("/drawing/programs", test_programs);
  g_test_add_func ("/drawing/documents", test_documents);
  g_test_add_func ("/drawing/report", test_report);
  g_test_add_func ("/drawing/places", test_places);
  return g_test_run ();
}
