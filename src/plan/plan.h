/* SPDX-License-Identifier: MIT */
/* What a site becomes: a list of outputs. Listing, dry run, incremental build, progress and threads
 * all work on this list; nothing here reads or writes. */
#pragma once

#include "model/site.h"

typedef enum {
  PAGE_DOCUMENT,     /* <section>/<slug>.html */
  PAGE_SCRIPT,       /* <section>/<slug>/loa.html */
  PAGE_SCRIPT_TEXT,  /* <section>/<slug>/loa.txt */
  PAGE_SSML,         /* <section>/<slug>/loa.ssml */
  PAGE_QR,           /* <section>/<slug>/qr.svg */
  PAGE_LETTER_SHEET, /* <section>/<slug>/cong-van.pdf, and so on for the other sheets of paper */
  PAGE_LEAFLET,
  PAGE_LEAFLET_A4,
  PAGE_LEAFLET_TRIFOLD,
  PAGE_POSTER,
  PAGE_POSTER_A3,
  PAGE_SCRIPT_SHEET,
  PAGE_SCRIPT_LARGE,
  PAGE_CHECKLIST_SHEET,
  PAGE_KIT,    /* co-quan/<office>/<slug>/index.html, beside the sheets of the kit */
  PAGE_BUNDLE, /* nha-in/<province>/<slug>/to-roi.pdf …: the same sheet of all offices of a province
                */
  PAGE_HOME,   /* index.html */
  PAGE_SECTION,   /* <section>/index.html, <section>/trang-2.html … */
  PAGE_OFFICES,   /* co-quan/index.html */
  PAGE_OFFICE,    /* co-quan/<office>.html */
  PAGE_NOT_FOUND, /* 404.html */
  PAGE_FEED,      /* feed.xml */
  PAGE_SITEMAP,   /* sitemap.xml */
  PAGE_ROBOTS,    /* robots.txt */
  PAGE_STYLE,     /* assets/loa-<fingerprint>.css */
  PAGE_COPY,      /* a file as it is */
  N_PAGES
} PageKind;

typedef struct {
  PageKind kind;
  const char *path;         /* from the root of the output; owned by the plan */
  const Document *document; /* or NULL */
  const Office *office;     /* whose letterhead it carries; NULL only for copies */
  gboolean is_kit;          /* one of the things `office` gets of a document, whoever issued it */
  PageKind bundled;         /* PAGE_BUNDLE: the kind of its sheets, and whose they are */
  const Locality *province;
  const Section *section; /* PAGE_SECTION */
  guint page_number;      /* PAGE_SECTION: from 1 */
  const SiteFile *file;   /* PAGE_COPY */
} Output;

/* Outputs that are made together, because they are made from the same body. */
typedef struct {
  guint first, n; /* in Plan.outputs */
} Job;

typedef struct {
  GArray *outputs;        /* Output */
  GArray *jobs;           /* Job, covering all outputs in order */
  GHashTable *by_section; /* section id → GPtrArray of Document: listed ones, the newest first */
  GHashTable *by_office;  /* Office → GPtrArray of Document, likewise */
  GPtrArray *newest;      /* Document: all listed ones, the newest first */
  GHashTable *translations; /* Document → GPtrArray of Document */
  GHashTable *kits; /* Office → GPtrArray of Document: what it is sent, in the order of paths */
  Arena *arena;
} Plan;

/* What pages call a file of a document among its downloads; NULL for those that are not one. */
const char *plan_file_title (PageKind kind);
/* The province whose bundle has the sheets of this office, or NULL. */
const Locality *plan_province_of (const Site *site, const Office *office);
/* Where the kit of an office for a document stands. Caller frees. */
char *plan_kit_path (const Document *document, const Office *office);

/* Documents in one page of a section's list. */
#define PLAN_ITEMS_A_PAGE 50

/* `style_path` is where the style sheet stands; `has_bundles` asks for the sheets of a province in
 * one file, for the print shop. Both must outlive the plan. */
Plan *plan_new (const Site *site, const char *style_path, gboolean has_bundles);
void plan_free (Plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

/* The path of a page of a section's list, of an office's page. Caller frees. */
char *plan_section_path (const Section *section, guint page_number);
char *plan_office_path (const Office *office);
guint plan_section_pages (const Plan *plan, const Section *section);
const GPtrArray *plan_section_documents (const Plan *plan, const Section *section); /* or NULL */
