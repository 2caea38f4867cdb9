/* SPDX-License-Identifier: MIT */
/* The site: everything loaded, in one owner and freed in one piece. Immutable once loaded; workers
 * share it. */
#pragma once

#include "base/digest.h"
#include "base/value.h"
#include "model/campaign.h"
#include "model/document.h"
#include "model/locality.h"
#include "model/office.h"

/* A language in which the site has pages beside Vietnamese. */
typedef struct {
  const char *code;           /* "en" */
  const char *title, *summary; /* of the site, in it; NULL: those in Vietnamese */
} SiteLanguage;

typedef struct {
  const char *id;               /* folder name: "ban-tin" */
  const char *title;            /* "Bản tin" */
  const char *summary;          /* or NULL */
  const SiteLanguage *language; /* in whose folder it lies: “en/guides”; NULL: in none */
} Section;

/* Where the menu or the banner of all pages leads. */
typedef struct {
  const char *title;
  const char *href; /* a whole address, or one from the root of the site; NULL: nowhere */
  gboolean is_external;
  Place place; /* in content/site.yaml, for messages */
} SiteLink;

/* How the site differs from the built-in look. */
typedef struct {
  const char *theme;  /* folder of the site with templates/ and static/ of their own, or NULL */
  const char *colour; /* in place of the built-in one, or NULL */
  const char *rules;  /* CSS behind the style sheet, or NULL */
} SiteLook;

/* What a printed code leads to for good, wherever that is now: `q/<id>.html`. */
typedef struct {
  const char *id;
  const char *title;        /* of where it leads */
  const char *target;       /* a whole address, or one from the root of the site; NULL: retired */
  gboolean is_external;
  Place place; /* of its row in content/q.csv, for messages */
} ShortLink;

#define SITE_PICTURE_WIDTHS 3

/* What a photo is published as. All zero for other files. */
typedef struct {
  guint width, height; /* dots, turned; 0: it cannot be published */
  guint
    widths[SITE_PICTURE_WIDTHS]; /* of narrower ones beside it, from the narrowest; 0: no more */
  gboolean moves;                /* only the first frame is taken */
  const char *fault;             /* why it cannot be published, a translated phrase, or NULL */
} SitePicture;

/* A file that is published: as it is, or, if it is a photo, made anew. */
typedef struct {
  const char *path; /* from the site: "static/logo.svg", "content/huong-dan/a.png" */
  const char *href; /* from the root of the output */
  guint64 size;     /* bytes */
  gint64 modified;  /* microseconds */
  SitePicture picture;
  guint shown_width, shown_height; /* dots a photo or a drawing takes on a page; 0: not known */
} SiteFile;

/* Where a narrower one of a photo at `href` is. Caller frees. */
char *site_narrowed_href (const char *href, guint width);

typedef struct Site Site;
struct Site {
  const char *root; /* folder that holds content/, templates/, static/ */
  const char *title;
  const char *summary;           /* or NULL */
  const char *base_url;          /* "https://…/" with a final slash, or NULL */
  const Office *office;          /* the default one */
  const char *manual;            /* default address behind QR codes, or NULL */
  const char *const *qr_hosts;   /* patterns: "*.gov.vn" */
  const char *const *link_hosts; /* patterns: where links may lead without a word */
  const char *const *file_kinds; /* endings that may be published besides the usual ones; or NULL */
  char qr_ecc;                   /* 'L' 'M' 'Q' 'H' */
  const char *const *keep; /* patterns of what in the output is not loa's and stays; or NULL */
  gboolean has_fragments;  /* and a text to be pasted into a portal */
  gboolean has_cards;      /* every document with a page has cards to be shared by */
  gboolean has_logs;       /* stations get a sheet for what they read, month by month */
  guint machine_letters;   /* of a part of loa-may.txt, at most */
  GArray *menu;            /* SiteLink: what site.yaml puts behind the sections */
  SiteLink emergency;      /* what site.yaml puts above all else; no title: nothing */
  Moment emergency_until;
  GArray *sections;        /* Section, in the order of the home page */
  LocalityTable *localities;
  GHashTable *offices;    /* id → Office, owned by the site */
  GHashTable *committees; /* code of a locality → Office: the record of its people's committee, that
                             of today where there is one */
  GHashTable *broken_offices; /* Set<id>: records with faults, of which all was said */
  const char *broken_localities; /* the text of content/localities.csv when rows of it were left out
                                    for faults; or NULL */
  GPtrArray *office_list; /* Office, sorted by id: recorded ones and those by rule that are used */
  GPtrArray *documents;   /* Document, folder by folder in the order of their names; the pages of
                             whole series last */
  const Document *home;   /* content/index.md, or NULL; not among the documents */
  GArray *files;          /* SiteFile, sorted by href */
  GHashTable *hrefs;      /* Set<href> of documents and files: what a link may lead to; borrowed */
  GHashTable *documents_by_path;
  GPtrArray *campaigns;   /* Campaign, sorted by id */
  GPtrArray *synonyms;    /* const char *const *, ended by NULL: words that are one in a search */
  SiteLook look;
  GArray *languages;      /* SiteLanguage, sorted by code: those documents are written in */
  GHashTable *texts;      /* code of a language → Value: fixed words of pages and sheets by key */
  GArray *short_links;    /* ShortLink, in the order of content/q.csv */
  GHashTable *short_ids;  /* id → its index in them + 1; borrowed */
  GHashTable *extra_keys; /* Set<interned key>: fields of their own that documents have */
  Value *data;            /* content/data/ as {{data.…}} */
  Value *lexicon;         /* content/lexicon.yaml as read, or NULL */
  Source *lexicon_source; /* or NULL */
  gboolean is_untrusted;  /* made by somebody who is trusted less than who publishes it */
  Moment now;             /* the moment this site is built for */
  Moment
    until; /* the first later one at which the same content gives another site; G_MAXINT64: never */
  DigestState digest; /* of all that any page may depend on but the bodies of documents */
  Arena *arena;       /* everything of the model but its documents */
  GPtrArray *retired; /* Arena, owned: of documents that were read again, since others may still
                         name their texts; or NULL */
};

/* Frees all that is loaded, documents included; NULL is nothing. */
void site_free (Site *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Site, site_free)

/* An empty site with the built-in localities, for load/ to fill. Caller frees. */
Site *site_new (void);

/* Says that the site changes at `moment`; what lies before `now`, or is MOMENT_NONE, does not
 * matter. */
void site_changes_at (Site *site, Moment moment);

/* The file copied to `href` (from the root of the output), or NULL. It belongs to the site. */
const SiteFile *site_file (const Site *site, const char *href);
/* How wide the picture at `href` is when it is shown `height` dots high; 0: not known. */
guint site_picture_width (const Site *site, const char *href, guint height);

/* TRUE while what site.yaml puts above all else lasts. */
gboolean site_has_emergency (const Site *site);
/* The fixed words in a language, “en” for “en-GB”; in Vietnamese where there are none. A map of all
 * keys, owned by the site; NULL of a site that was not loaded. */
const Value *site_texts (const Site *site, const char *lang);
/* One of them; the key must be there. Of a site that was not loaded, the key. */
const char *site_text (const Site *site, const char *lang, const char *key);
/* FALSE when what stands around a text in this language is in Vietnamese. */
gboolean site_has_texts (const Site *site, const char *lang);
/* “English”: how the language is called in itself; its code when the site does not know. Borrowed
 * from the site or from the caller. */
const char *site_language_name (const Site *site, const char *lang);
/* “Công văn” in this language. Caller frees. */
char *site_kind_name (const Site *site, const char *lang, DocumentKind kind);
/* The same in the language of the document, but “Kế hoạch” when that is what it is. Caller
 * frees. */
char *site_kind_text (const Site *site, const Document *document);
/* The language of a document, as the site knows it: NULL for Vietnamese. */
const SiteLanguage *site_language (const Site *site, const char *lang);
/* Adds a short link, whose texts are the site's. */
void site_add_short_link (Site *site, const ShortLink *link);
/* The short link with `id`, or NULL. */
const ShortLink *site_short_link (const Site *site, const char *id);
/* The full address of a path of the site, escaped as RFC 3986 wants it; NULL without an address of
 * the site. The home page is the site's own address. Caller frees. */
char *site_url (const Site *site, const char *path);
/* The section with `id`, the name of its folder; NULL when there is none. */
const Section *site_section (const Site *site, const char *id);
/* TRUE for the folder of a language itself: its list is the home page of that. */
gboolean section_is_language (const Section *section);
/* TRUE when pages in `language` (NULL: Vietnamese) have it in their menu. The folder of a language
 * has no place in any. */
gboolean section_is_in_menu (const Section *section, const SiteLanguage *language);
/* The section that a document stands below in its language; NULL: the home page of that. */
const Section *site_section_above (const Site *site, const Document *document);
/* The campaign with `id`, or NULL; without an id the site's only one. */
const Campaign *site_campaign (const Site *site, const char *id);
/* The office with `id`: recorded, or made by rule so far; NULL when there is none. */
const Office *site_office (const Site *site, const char *id);
/* TRUE when an office that is not there may be so by a fault that was reported: who names it made
 * no mistake. */
gboolean site_lost_office (const Site *site, const char *id);
/* The same of a code and its locality. */
gboolean site_lost_locality (const Site *site, const char *code);
/* The document at `path`, as in Document: "content/ban-tin/a.md"; NULL when there is none. */
const Document *site_document (const Site *site, const char *path);
