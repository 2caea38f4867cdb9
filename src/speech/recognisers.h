/* SPDX-License-Identifier: MIT */
/* Inside speech/: the recognisers, by the kind of token they start at; their order is that of the
 * tables in speech.c. Each is a Recogniser (saying.h): it returns the index after what it said, or
 * `at` when that is none of its business. What it had to guess it reports. */
#pragma once

#include "speech/saying.h"

/* At a number */
int say_symbol (Saying *saying, int at);          /* 59/2022/NĐ-CP */
int say_plate (Saying *saying, int at);           /* 15A-123.45 */
int say_phone (Saying *saying, int at);           /* 0936.111.222 */
int say_abroad_phone (Saying *saying, int at);    /* +84 936 111 222, at its sign */
int say_bracketed_phone (Saying *saying, int at); /* (024) 3825 1234, at its bracket */
int say_card (Saying *saying, int at);            /* numbers of identity cards and accounts */
int say_parcel (Saying *saying, int at);          /* thửa 45-1 */
int say_standard (Saying *saying, int at);        /* QCVN 01-1:2018 */
int say_time (Saying *saying, int at);            /* 7h30-11h30 */
int say_date (Saying *saying, int at);            /* 05/02/2024, 27-28/7, tháng 4 */
int say_fraction (Saying *saying, int at);        /* 3/4, 15/20 hộ */
int say_section (Saying *saying, int at);         /* 1.2 as the number of a section, 4.0 */
int say_score (Saying *saying, int at);           /* tỷ số 3-1 */
int say_position (Saying *saying, int at);        /* 12.8N; 113.4E */
int say_quantity (Saying *saying, int at);        /* 4-6%, 18.500đ/kg, 3tr5 */
int say_number (Saying *saying, int at);          /* whatever is left */

/* At a word */
int say_address (Saying *saying, int at);       /* dichvucong.gov.vn */
int say_lettered_code (Saying *saying, int at); /* mã hồ sơ H19.27-260115-0023 */
int say_army_plate (Saying *saying, int at);    /* xe TC 12-34 */
int say_ship (Saying *saying, int at);          /* QNg 90123 TS */
int say_house (Saying *saying, int at);         /* K42/H8/15 */
int say_times (Saying *saying, int at);         /* 2 viên x 3 lần */
int say_in_one (Saying *saying, int at);        /* 3in1 */
int say_formula (Saying *saying, int at);       /* CaCO3 */
int say_month (Saying *saying, int at);         /* T4/2024 */
int say_roman (Saying *saying, int at);         /* Đại hội XIII */
int say_currency (Saying *saying, int at);      /* USD 100 */
int say_abbreviation (Saying *saying, int at);  /* UBND, TP., and what else the lexicon has */
int say_clause (Saying *saying, int at);        /* K1 Đ134 BLHS */
int say_initial (Saying *saying, int at);       /* ông X. */
int say_capitals (Saying *saying, int at);      /* ỦY BAN NHÂN DÂN */
int say_highland_name (Saying *saying, int at); /* B'Lao, KDang */
int say_letter (Saying *saying, int at);        /* điểm đ, vitamin C */
int say_foreign (Saying *saying, int at);       /* deepfake */
int say_unknown (Saying *saying, int at);       /* any other group of capitals */

/* At a mark */
int say_mark (Saying *saying, int at);
int say_address_end (Saying *saying, int at);  /* .gov.vn, .apk */
int say_user_name (Saying *saying, int at);    /* @truyenthanhxa, #TanPhuXanh */
int say_dialled (Saying *saying, int at);      /* *101# */
int say_signed (Saying *saying, int at);       /* -5 °C */
int say_blank_symbol (Saying *saying, int at); /* số /CAHP-QLHC */

/* Pieces they share. */
/* A unit of measure or money at `at`, with what it is counted by; returns the index after it, or
 * `at`. */
int say_unit (Saying *saying, int at);
/* "/người/tháng" at `at`, joined by "một" when `is_plain`; returns the index after it, or `at`. */
int say_rates (Saying *saying, int at, gboolean is_plain);
/* Whether an arrow stands at `at`: →, =>, ->, -->; returns the index after it, or 0. */
int say_arrow_end (const Saying *saying, int at);
/* The arrow from `at` to `end`: "rồi chọn" between labels, "do đó" before a clause. */
int say_arrow (Saying *saying, int at, int end);
/* The paragraph starts with a menu path: "Cài đặt → Tài khoản". */
gboolean say_opens_path (const Saying *saying);
/* The usual meaning of `entry`, reported. */
void say_usual (Saying *saying, int at, const LexiconEntry *entry);
/* Whether the word at `at` belongs to another language. */
gboolean say_is_foreign (const Saying *saying, int at);
/* Whether the letters at `at`, with the number right behind them, are a name: "giống LK92". */
gboolean say_is_letters_of_name (const Saying *saying, int at);
/* Whether a match was spoken of somewhere before `at`. */
gboolean say_follows_match (const Saying *saying, int at);
/* A group of letters nobody explained: reported and spelled. */
void say_spelled (Saying *saying, int at);
