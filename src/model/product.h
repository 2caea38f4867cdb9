/* SPDX-License-Identifier: MIT */
/* What loa makes: one table, and a row says all there is to say of a product. Front matter, plan,
 * renderer, paper, help, completion and tests read it. None of them knows a product by name, and
 * none by its place in the table: whoever wants to know something of a product asks its row. So a
 * new sheet is a row in product.c and a template, and nothing can have forgotten it.
 *
 * The model does not know how a product is made. A row names the data its template is filled with
 * (ProductData); the renderer has one function for each of these, and only a new one needs code. */
#pragma once

#include "model/document.h"

/* How print shops get what they cut; a set is a bit mask (1u << PRINT_BLEED). */
typedef enum {
  PRINT_BLEED,   /* 3 mm beyond the edge, and crop marks */
  PRINT_BOOKLET, /* pages in the order of a folded sheet */
  PRINT_GREY,    /* one plate */
  PRINT_CMYK,    /* four */
  PRINT_SPARING, /* no areas in colour: for office printers */
  N_PRINT_OPTIONS
} PrintOption;

typedef enum {
  PRODUCT_PAGE,  /* HTML */
  PRODUCT_SHEET, /* a PDF, typeset from a print template */
  PRODUCT_TEXT,  /* a template without markup: nothing is escaped */
  PRODUCT_XML,   /* a template for machines, looked at before it leaves */
  PRODUCT_DRAWING, /* an SVG a template makes, looked at as those of authors are */
  PRODUCT_PICTURE, /* a drawing a template makes, painted in dots */
  PRODUCT_BYTES,   /* what no template makes */
  N_PRODUCT_FORMS
} ProductForm;

/* What one is made for. */
typedef enum {
  PRODUCT_OF_DOCUMENT, /* each document that asks for it */
  PRODUCT_OF_KIT,      /* each office a document is sent to, beside what it is sent */
  PRODUCT_OF_PROVINCE, /* each product that goes into bundles, for each province it is sent to */
  PRODUCT_OF_SITE,
  PRODUCT_OF_SECTION, /* each page of the list of a section */
  PRODUCT_OF_LANGUAGE, /* each that is not Vietnamese */
  PRODUCT_OF_OFFICE,
  PRODUCT_OF_STATION, /* each station of which it is known when it reads what */
  PRODUCT_OF_MONTH, /* of each station that reads something in it */
  PRODUCT_OF_INDEX, /* each file of the index of the search */
  PRODUCT_OF_LETTER, /* each page of the list of titles from A to Z */
  PRODUCT_OF_OLD_ADDRESS, /* each address a document once had */
  PRODUCT_OF_SHORT_LINK,   /* each of content/q.csv, retired ones too */
  PRODUCT_OF_ARCHIVE_MONTH,       /* each month in which something was dated */
  PRODUCT_OF_PROVINCE_PAGE, /* each province, where there are too many offices for one page */
  PRODUCT_OF_SECTION_FEED, PRODUCT_OF_OFFICE_FEED, /* those with something dated */
  PRODUCT_OF_ORDER, /* each province that sheets are printed for, in known numbers */
  PRODUCT_OF_FILE, /* each file that is copied */
  N_PRODUCT_SCOPES
} ProductScope;

/* The names of docs/templates.md that its template is filled with, or the maker of its bytes. */
typedef enum {
  PRODUCT_DATA_PLAIN, /* no more than every page has */
  PRODUCT_DATA_MANIFEST,
  PRODUCT_DATA_HOME,
  PRODUCT_DATA_SECTION,
  PRODUCT_DATA_LANGUAGE,
  PRODUCT_DATA_OFFICES,
  PRODUCT_DATA_OFFICE,
  PRODUCT_DATA_BROADCASTS, /* of all stations, this week */
  PRODUCT_DATA_STATION,
  PRODUCT_DATA_CALENDAR,
  PRODUCT_DATA_LOG,
  PRODUCT_DATA_SEARCH,
  PRODUCT_DATA_LETTER,
  PRODUCT_DATA_PROVINCE,
  PRODUCT_DATA_ARCHIVE,
  PRODUCT_DATA_MONTH,
  PRODUCT_DATA_SITE_MAP, /* for people */
  PRODUCT_DATA_CONTACT,
  PRODUCT_DATA_MOVED,
  PRODUCT_DATA_SHORT_LINK,
  PRODUCT_DATA_FEED,
  PRODUCT_DATA_SITEMAP,
  PRODUCT_DATA_DOCUMENT,
  PRODUCT_DATA_KIT,
  PRODUCT_DATA_SCRIPT,
  PRODUCT_DATA_SHEET,
  PRODUCT_DATA_SCRIPT_SHEET, /* both of the above */
  PRODUCT_DATA_SSML,
  PRODUCT_DATA_SSML_PARTS,
  PRODUCT_DATA_MACHINE_TEXT,
  PRODUCT_DATA_LETTER_DOCX,
  PRODUCT_DATA_SCRIPT_DOCX,
  PRODUCT_DATA_QR,
  PRODUCT_DATA_CARD,
  PRODUCT_DATA_FRAGMENT,
  PRODUCT_DATA_POST,
  PRODUCT_DATA_STYLE,
  PRODUCT_DATA_BUNDLE,
  PRODUCT_DATA_INDEX, /* made by who has the index */
  PRODUCT_DATA_QUANTITIES,
  PRODUCT_DATA_FILE, /* a file as it is: copied, never rendered */
  N_PRODUCT_DATA
} ProductData;

typedef enum {
  IMPOSITION_NONE,
  IMPOSITION_TWO_UP, /* each page twice on a sheet of double size, to be cut */
  IMPOSITION_TILES,  /* each page in parts on A4, to be glued */
  IMPOSITION_TILES_LARGER, /* the same, a size of paper larger */
  N_IMPOSITIONS
} Imposition;

/* How a sheet is made to fit its paper: by which ladder of arrangements. */
typedef enum {
  FIT_AS_IT_IS, /* it takes the pages it takes */
  FIT_LEAFLET,
  FIT_TRIFOLD,
  FIT_POSTER_A4,
  FIT_POSTER_A3,
  FIT_NOTICE,
  N_FITS
} ProductFit;

/* As authors write it, in either language. */
typedef struct {
  const char *english, *vietnamese;
} Spelling;

typedef struct {
  ProductForm form;
  ProductScope scope;
  ProductData data;
  Spelling
    word; /* what `outputs` says to get it, and perhaps others with it; NULL: not asked for */
  const char
    *file; /* in the folder of the document or kit, or from the root; NULL: as it falls out */
  const char *title;    /* among downloads, in Vietnamese; NULL: not offered there */
  const char *text;     /* the key of that title, or of what a page of the site is called, among
                           the texts of a site; NULL: not translated */
  const char *template; /* NULL: that of the kind of its document, or none */
  const char *style;    /* of a sheet: its style sheet */
  const char *paper;    /* of a sheet: as CSS names the size of a page before imposition */
  guint width, height; /* of a picture, dots */
  guint most_pages; /* more do not fit its paper, unless they are folded; 0: as many as it takes */
  guint most_letters;     /* of a post: more are not taken; 0: no limit */
  guint most_title_words; /* more are not read from where it hangs; 0: no limit */
  guint print_options;    /* set of PrintOption it takes; the others mean nothing to it */
  Imposition imposition;
  ProductFit fit;
  guint usual_for;        /* set of DocumentKind that become it without saying so */
  guint usual_when_sent;  /* and of those that do when they are sent to other offices */
  guint only_for;         /* set of DocumentKind that can become it; 0: all */
  const char *only_fault; /* what the others are told; to be translated */
  gboolean needs_body;    /* made from the body of its document */
  gboolean needs_photo, needs_no_photo;  /* made for those whose cover is one, or is none */
  gboolean needs_manual, needs_base_url; /* not made without */
  gboolean needs_vietnamese;             /* nor of a document in another language */
  gboolean is_vietnamese; /* of those made when they ask for it, and not without saying so */
  gboolean in_kit;        /* offices get one of their own */
  gboolean in_bundle;     /* and print shops may get them all in one file */
  gboolean in_sitemap;
  gboolean is_hidden;         /* search engines are told to pass it over */
  gboolean is_lead;           /* the page of its document shows it above the text */
  gboolean is_titled_by_kind; /* its title follows what its document is: "Kế hoạch để in" */
  gboolean is_anywhere;       /* shown at any address, so its links start at the host */
} Product;

/* The next row of the table after `product`, in the order in which pages list what a document
 * became; NULL gives the first, and comes after the last. Rows are constant and live for ever. */
const Product *product_next (const Product *product);
/* The first row that is made for `scope`: the only one, of provinces and files. Never NULL. */
const Product *product_of (ProductScope scope);

/* Documents hold what they become as a set of these bits; 0 for some that none becomes. */
guint64 product_bit (const Product *product);
/* The set a document of this kind in this language becomes when it does not say; `is_sent`: to
 * other offices. */
guint64 products_usual (DocumentKind kind, gboolean is_sent, const char *lang);

/* The sheets `outputs` asks for by this word, in either language; 0 when there are none. */
guint64 product_sheets_named (const char *word);

/* TRUE when the document asks for the product. Whether the plan has it also depends on needs_…. */
gboolean document_makes (const Document *document, const Product *product);
/* The first of those it asks for, in the order of rows, or that behind `product`; NULL behind the
 * last. */
const Product *document_next_product (const Document *document, const Product *product);
/* TRUE when its cover is a photo. */
gboolean document_has_photo (const Document *document);
/* TRUE when the document has a page of its own, to which others may lead. */
gboolean document_has_page (const Document *document);
/* TRUE of what lists of the site name: it has a page, holds, and nothing has taken its place. */
gboolean document_is_listed (const Document *document, Moment now);

/* What `print` (“in ấn”) says to get it. */
const Spelling *print_option_word (PrintOption option);
