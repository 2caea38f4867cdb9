/* SPDX-License-Identifier: MIT */
/* What a site becomes: a list of outputs. Listing, dry run, incremental build, progress and threads
 * all work on this list; nothing here reads or writes. */
#pragma once

#include "model/product.h"
#include "model/site.h"

/* What was dated in one month. */
typedef struct {
  int year, month;
  GPtrArray *documents; /* Document, the newest first; expired and replaced ones as well */
} PlanMonth;

/* The offices of a province. */
typedef struct {
  const Locality *province; /* NULL: of none */
  GPtrArray *offices;       /* Office, in no order that would mean something */
} PlanProvince;

typedef struct {
  const Product *product;
  const char *path;         /* from the root of the output; owned by the plan */
  const Document *document; /* or NULL */
  const Office *office;     /* whose letterhead it carries; NULL only for copies */
  gboolean is_kit;          /* one of the things `office` gets of a document, whoever issued it */
  const Product *bundled;   /* of a bundle: what is in it, and whose; else NULL */
  const Locality *province;
  const Section *section; /* of the list of a section */
  guint page_number;      /* likewise, and of an office: from 1 */
  const PlanMonth *archived; /* of the archive; else NULL */
  const PlanProvince *offices; /* of the page of a province; else NULL */
  const SiteLanguage *language; /* of the list of what is written in it; else NULL */
  const ShortLink *link;  /* of the page of a short link; else NULL */
  const SiteFile *file;   /* of a copy: what is copied; else NULL */
  guint month;            /* of a broadcast log: months since the year 0; else 0 */
  guint width;            /* of a photo made narrower, dots; else 0 */
  const char *letter;     /* of a page of the list from A to Z; else NULL */
  guint index_file;       /* of a file of the index: its number */
} Output;

/* The language its page is in: “vi” unless it is that of a document or of a list in another. */
const char *output_lang (const Output *output);
/* TRUE when the output is made from the body of its document. */
gboolean output_needs_body (const Output *output);
/* Set of PrintOption: those its document asks for that its product takes, and the bundle too. */
guint output_print_options (const Output *output);

/* Outputs that are made together, because they are made from the same body. */
typedef struct {
  guint first, n; /* in Plan.outputs */
} Job;

/* Listed documents whose title begins with the same letter. */
typedef struct {
  const char *letter;   /* "a", "0" for all else */
  GPtrArray *documents; /* Document, by title, marks and case aside */
} PlanLetter;

typedef struct {
  GArray *outputs;        /* Output */
  GArray *jobs;           /* Job, covering all outputs in order */
  GHashTable *by_section; /* section id → GPtrArray of Document: listed ones, the newest first */
  GHashTable *by_language; /* SiteLanguage → GPtrArray of Document, likewise */
  GHashTable *by_office;  /* Office → GPtrArray of Document, likewise */
  GPtrArray *newest;      /* Document: all listed ones in Vietnamese, the newest first */
  GPtrArray *listed;      /* the same in all languages */
  GPtrArray *urgent;      /* those of them that every page leads to */
  GPtrArray *letters;     /* PlanLetter, owned: of the list from A to Z, in this order */
  GPtrArray *events;      /* Document: notices of what is not over, in the order of their days */
  GHashTable *series;     /* name → GPtrArray of Document with a page: in the order of reading */
  GArray *months;         /* PlanMonth, the newest first */
  GArray *provinces;      /* PlanProvince, in the order of their codes */
  gboolean has_province_pages; /* there are too many offices for one page */
  GHashTable *translations; /* path of a Document → GPtrArray of Document */
  GHashTable *kits; /* Office → GPtrArray of Document: what it is sent, in the order of paths */
  GHashTable *airs; /* Office → GPtrArray of Document: what its station reads on days we know */
  GPtrArray *stations; /* Office: those of them, by id */
  gboolean has_cards;     /* every document with a page has its cards */
  gboolean has_fragments; /* and its text for portals */
  const char *style_path; /* where the style sheet of the pages stands */
  Arena *arena;
} Plan;

/* The province whose bundle has the sheets of this office: that of its locality on its last day.
 * NULL when it has none. */
const Locality *plan_province_of (const Site *site, const Office *office);
/* Where the list of the offices of a province stands, from the root. Caller frees. */
char *plan_province_path (const PlanProvince *province);
/* Where the archive of a month stands. Caller frees. */
char *plan_month_path (const PlanMonth *month);
/* Where the page `file` stands that each language has: “en/index.html”; NULL: in Vietnamese. Caller
 * frees. */
char *plan_language_path (const SiteLanguage *language, const char *file);
/* The page that says the same in a language (NULL: Vietnamese): the document itself, its original
 * or a translation of either; NULL when there is none. */
const Document *plan_translation (const Plan *plan, const Site *site, const Document *document,
                                  const SiteLanguage *language);
/* Where the feed of a section stands; NULL when nothing in it has a date. Caller frees. */
char *plan_section_feed (const Plan *plan, const Section *section);
/* The same of an office. */
char *plan_office_feed (const Plan *plan, const Office *office);
/* Where the page of what the station of an office reads stands. Caller frees. */
char *plan_station_path (const Office *office);
/* Where its calendar stands. Caller frees. */
char *plan_calendar_path (const Office *office);
/* Where what an announcer reads of a document stands, for the station of `office`; NULL when it is
 * not made. Caller frees. */
char *plan_script_path (const Document *document, const Office *office);
/* Where the page of a kit stands, from the root; its files are beside it. Caller frees. */
char *plan_kit_path (const Document *document, const Office *office);

/* Documents in one page of a list. */
#define PLAN_ITEMS_A_PAGE 50
/* And in one of the list from A to Z, which has titles alone. */
#define PLAN_TITLES_A_PAGE 200
/* With more offices than that, each province has a page of its own. */
#define PLAN_OFFICES_A_PAGE 80

/* All that the site becomes, in an order that depends on the site alone: never NULL, nothing can
 * fail. `style_path` is where the style sheet stands, from the root; `has_bundles` asks for the
 * sheets of a province in one file, for the print shop. Site and path must outlive the plan.
 * Caller frees. */
Plan *plan_new (const Site *site, const char *style_path, gboolean has_bundles);
/* Adds the files of the index of the search, which are known before any text was read: paths ended
 * by NULL, which must outlive the plan. */
void plan_add_index (Plan *plan, const char *const *paths);
void plan_free (Plan *plan); /* with its outputs and their paths; NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

/* Indices (guint) of the outputs of a job, sheets first: the page says how large they are, and
 * would print them before they are printed. Caller unrefs. */
GArray *plan_job_order (const Plan *plan, const Job *job);

/* From the root, of page `page_number` (from 1) of a section's list. Caller frees. */
char *plan_section_path (const Section *section, guint page_number);
/* From the root, of page `page_number` (from 1) of a letter of the A–Z list. Caller frees. */
char *plan_letter_path (const char *letter, guint page_number);
/* Pages of its list. */
guint plan_letter_pages (const PlanLetter *letter);
/* From the root, of page `page_number` (from 1) of an office. Caller frees. */
char *plan_office_path (const Office *office, guint page_number);
/* Its pages: more than 1 when it issued more than stands on one. */
guint plan_office_pages (const Plan *plan, const Office *office);
/* Pages of its list: 1 even when it is empty, since it is linked to. */
guint plan_section_pages (const Plan *plan, const Section *section);
/* Its listed documents, the newest first; borrowed. NULL when there are none. */
const GPtrArray *plan_section_documents (const Plan *plan, const Section *section);
